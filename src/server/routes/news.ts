import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Ledger } from '../../ledger/port.ts';
import { newsSince } from '../details/news.ts';
import { NewsDetail } from '../schemas.ts';
import { parse } from './query.ts';
import { REFUSALS } from './shared.ts';

const query = z.strictObject({
  since: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .describe('the place in the log (`entries` of /api/counts) up to which all is known'),
  today: z.iso.date().optional().describe('the day that what is due is counted from; today where not said'),
});

const news = createRoute({
  method: 'get',
  path: '/api/news',
  tags: ['ledger'],
  summary:
    'What is new since an entry of the log: reports, claims first seen, figures that moved, what is contradicted, forecasts due and settled.',
  request: { query },
  responses: { 200: { description: 'The first rows of each.', content: { 'application/json': { schema: NewsDetail } } }, ...REFUSALS },
});

/** What is new for who has seen everything up to an entry of the log. */
export function addNewsRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openAPIRegistry.registerPath(news);
  app.get(news.path, async (context) => {
    const { since, today } = parse(query, context.req.query());
    return context.json(await newsSince(ledger, since, today ?? new Date().toISOString().slice(0, 10)));
  });
}
