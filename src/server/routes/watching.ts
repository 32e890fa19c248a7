import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Ledger } from '../../ledger/port.ts';
import { WatchedRow } from '../../model/index.ts';
import { type Column, csvHeading, csvLine } from '../csv/csv.ts';
import { REFUSALS } from './shared.ts';

const COLUMNS: readonly Column<WatchedRow>[] = [
  { name: 'place', cell: ({ place }) => place },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'since', cell: ({ since }) => since },
  { name: 'items', cell: ({ items }) => items },
  { name: 'waiting', cell: ({ waiting }) => waiting },
  { name: 'failing', cell: ({ failing }) => failing },
  { name: 'lastSuccess', cell: ({ lastSuccess }) => lastSuccess },
  { name: 'lastTry', cell: ({ lastTry }) => lastTry },
  { name: 'nextTry', cell: ({ nextTry }) => nextTry },
  { name: 'failures', cell: ({ failures }) => failures },
  { name: 'errorAt', cell: ({ lastError }) => lastError?.at },
  { name: 'errorCode', cell: ({ lastError }) => lastError?.code },
  { name: 'errorMessage', cell: ({ lastError }) => lastError?.message },
];

const rowsRoute = createRoute({
  method: 'get',
  path: '/api/watching',
  tags: ['watching'],
  summary: 'What is watched: feeds, sitemaps, folders and pages, with last success, next try and last error.',
  responses: {
    200: { description: 'All of it.', content: { 'application/json': { schema: z.object({ rows: z.array(WatchedRow) }) } } },
    ...REFUSALS,
  },
});

const csvRoute = createRoute({
  method: 'get',
  path: '/api/watching.csv',
  tags: ['watching'],
  summary: 'What is watched, as CSV.',
  responses: { 200: { description: 'RFC 4180, UTF-8.', content: { 'text/csv': { schema: z.string() } } }, ...REFUSALS },
});

/** What `accordingto watch` keeps an eye on. It is begun and ended on the command line. */
export function addWatchingRoutes(app: OpenAPIHono, ledger: Ledger): void {
  for (const route of [rowsRoute, csvRoute]) app.openAPIRegistry.registerPath(route);
  app.get(rowsRoute.path, async (context) => context.json({ rows: await ledger.watching.rows() }));
  app.get(csvRoute.path, async (context) => {
    const rows = await ledger.watching.rows();
    return context.body(csvHeading(COLUMNS) + rows.map((row) => csvLine(COLUMNS, row)).join(''), 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="watching.csv"',
    });
  });
}
