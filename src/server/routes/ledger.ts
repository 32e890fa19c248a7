import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { AccordingtoError, Judgement } from '../../model/index.ts';
import type { ServerOptions } from '../options.ts';
import { problemOf, refuse, toProblemDetails } from '../problems.ts';
import { EntrySchema, JudgementRow } from '../schemas.ts';
import type { Turns } from '../turns.ts';
import { PAGING_QUERY } from './filters.ts';
import { parse, queryOf } from './query.ts';
import { REFUSALS, REFUSED_INPUT } from './shared.ts';

const entriesQuery = PAGING_QUERY.extend({
  kind: z.string().max(100).optional().describe('entries of one kind'),
  by: z.string().max(200).optional().describe('written by'),
  order: z.enum(['newest', 'oldest']).optional(),
});

const entries = createRoute({
  method: 'get',
  path: '/api/entries',
  tags: ['ledger'],
  summary: 'The log, newest first: who and what wrote each entry, and its hash.',
  request: { query: entriesQuery },
  responses: {
    200: {
      description: 'One page.',
      content: { 'application/json': { schema: z.object({ rows: z.array(EntrySchema), next: z.string().nullable() }) } },
    },
    ...REFUSALS,
  },
});

const counts = createRoute({
  method: 'get',
  path: '/api/counts',
  tags: ['ledger'],
  summary: 'How many rows each table has, and where the ledger is.',
  responses: { 200: { description: 'The numbers.', content: { 'application/json': { schema: z.object({}).loose() } } }, ...REFUSALS },
});

const verify = createRoute({
  method: 'get',
  path: '/api/verify',
  tags: ['ledger'],
  summary: 'Checks every entry, kept byte and derived row; one JSON object a line as it goes, the last says how it ended.',
  responses: { 200: { description: 'Findings, then `done`.', content: { 'application/x-ndjson': { schema: z.string() } } }, ...REFUSALS },
});

const judge = createRoute({
  method: 'post',
  path: '/api/judgements',
  tags: ['ledger'],
  summary: 'Records what a person decided, and links anew what it bears on. Nothing is overwritten; an `undo` names what it undoes.',
  request: { body: { required: true, content: { 'application/json': { schema: Judgement } } } },
  responses: {
    201: { description: 'The entry.', content: { 'application/json': { schema: EntrySchema } } },
    ...REFUSED_INPUT,
    ...REFUSALS,
  },
});

const aboutQuery = z.strictObject({
  target: z.string().min(1).max(1000).optional().describe('the id of what was judged; without it every judgement, newest first'),
  limit: PAGING_QUERY.shape.limit,
  cursor: PAGING_QUERY.shape.cursor,
});

const judgements = createRoute({
  method: 'get',
  path: '/api/judgements',
  tags: ['ledger'],
  summary: 'What people decided about one thing, oldest first, or about everything; what was undone is still there, and says so.',
  request: { query: aboutQuery },
  responses: {
    200: {
      description: 'All of them.',
      content: { 'application/json': { schema: z.object({ rows: z.array(JudgementRow), next: z.string().nullable() }) } },
    },
    ...REFUSALS,
  },
});

/** The log itself: its entries, its numbers, the check of it, and people's judgements. */
export function addLedgerRoutes(app: OpenAPIHono, { ledger, desk, onFault, sample }: ServerOptions, inTurn: Turns): void {
  for (const route of [entries, counts, verify, judge, judgements]) app.openAPIRegistry.registerPath(route);

  app.get(entries.path, async (context) => {
    const { limitGiven: _, ...query } = queryOf(context, entriesQuery);
    return context.json(await ledger.entries(query));
  });

  app.get(counts.path, async (context) => {
    const [rows, about] = await Promise.all([ledger.counts(), ledger.about()]);
    return context.json({ ...rows, ledger: about, sample: sample !== undefined });
  });

  app.get(verify.path, (context) => {
    context.header('content-type', 'application/x-ndjson; charset=utf-8');
    return stream(context, async (out) => {
      let findings = 0;
      try {
        for await (const finding of ledger.verify()) {
          if (out.aborted) return;
          findings += 1;
          await out.write(`${JSON.stringify({ kind: 'finding', ...finding })}\n`);
        }
        await out.write(`${JSON.stringify({ kind: 'done', findings, entries: (await ledger.counts()).entries })}\n`);
      } catch (error) {
        onFault?.(error);
        await out.write(`${JSON.stringify({ kind: 'failed', problem: toProblemDetails(problemOf(error)) })}\n`);
      }
    });
  });

  app.get(judgements.path, async (context) => {
    const { target, limit = 100, cursor } = parse(aboutQuery, context.req.query());
    if (target !== undefined) return context.json({ rows: await ledger.judgementsOn(target), next: null });
    const page = await ledger.entries({ filters: { kind: 'judgement' }, limit, ...(cursor && { cursor }) });
    const rows = await Promise.all(page.rows.map(({ sequence }) => ledger.judgement(sequence)));
    return context.json({ rows: rows.filter((row) => row !== null), next: page.next });
  });

  app.post(judge.path, async (context) => {
    const type = context.req.header('content-type') ?? 'none';
    if (!/^application\/json\b/i.test(type)) return refuse(context, 'SERVER_MEDIA_TYPE', { type });
    const body: unknown = await context.req.json().catch((error: unknown) => {
      throw new AccordingtoError('SERVER_BAD_REQUEST', {
        reason: `the body is no JSON (${error instanceof Error ? error.message : error})`,
      });
    });
    const judgement = parse(Judgement, body);
    return context.json(await inTurn(() => desk.judge(judgement)), 201);
  });
}
