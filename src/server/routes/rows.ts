import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import type { Ledger, Query } from '../../ledger/port.ts';
import { AccordingtoError } from '../../model/index.ts';
import { COLUMNS } from '../csv/columns.ts';
import { type Column, csvHeading, csvLine } from '../csv/csv.ts';
import { detail } from '../details/index.ts';
import { DETAIL_SCHEMAS, ROW_SCHEMAS } from '../schemas.ts';
import { LISTED_KINDS, type ListedKind, querySchema } from './filters.ts';
import { queryOf } from './query.ts';
import { NOT_FOUND, REFUSALS } from './shared.ts';

/** The tables as JSON and CSV, and each row with what hangs on it. */
export function addRowRoutes(app: OpenAPIHono, ledger: Ledger): void {
  for (const kind of LISTED_KINDS) {
    const schema = querySchema(kind);
    addList(app, ledger, kind, schema);
    addCsv(app, ledger, kind, schema);
    addDetail(app, ledger, kind);
  }
}

type QuerySchema = ReturnType<typeof querySchema>;

function addList(app: OpenAPIHono, ledger: Ledger, kind: ListedKind, query: QuerySchema): void {
  const schema = z.object({ rows: z.array(ROW_SCHEMAS[kind]), next: z.string().nullable() });
  const route = createRoute({
    method: 'get',
    path: `/api/${kind}`,
    tags: [kind],
    summary: `The rows of ${kind}, a page at a time.`,
    request: { query },
    responses: { 200: { description: 'One page.', content: { 'application/json': { schema } } }, ...REFUSALS },
  });
  app.openAPIRegistry.registerPath(route);
  app.get(route.path, async (context) => {
    const { limitGiven: _, ...asked } = queryOf(context, query);
    return context.json(await ledger.page(kind, asked));
  });
}

/** The page that was asked for where a limit or a cursor was given, else every row there is. */
async function* csvChunks(ledger: Ledger, kind: ListedKind, query: Query, all: boolean): AsyncGenerator<string> {
  const columns = COLUMNS[kind] as readonly Column<unknown>[];
  yield csvHeading(columns);
  let cursor = query.cursor;
  for (;;) {
    const page = await ledger.page(kind, { ...query, ...(all && { limit: 500 }), ...(cursor && { cursor }) });
    yield page.rows.map((row) => csvLine(columns, row)).join('');
    if (!all || page.next === null) return;
    cursor = page.next;
  }
}

function addCsv(app: OpenAPIHono, ledger: Ledger, kind: ListedKind, query: QuerySchema): void {
  const route = createRoute({
    method: 'get',
    path: `/api/${kind}.csv`,
    tags: [kind],
    summary: `The rows of ${kind} as CSV: all that match, or one page where limit or cursor is given.`,
    request: { query },
    responses: { 200: { description: 'RFC 4180, UTF-8.', content: { 'text/csv': { schema: z.string() } } }, ...REFUSALS },
  });
  app.openAPIRegistry.registerPath(route);
  app.get(route.path, async (context) => {
    const { limitGiven, ...asked } = queryOf(context, query);
    const chunks = csvChunks(ledger, kind, asked, !limitGiven && !asked.cursor);
    // The first rows are asked for before the answer begins, so that a bad cursor is still a problem and not half a file.
    const heading = await chunks.next();
    const first = await chunks.next();
    context.header('content-type', 'text/csv; charset=utf-8; header=present');
    context.header('content-disposition', `attachment; filename="${kind}.csv"`);
    return stream(context, async (out) => {
      for (const { value, done } of [heading, first]) if (!done) await out.write(value);
      for await (const chunk of chunks) await out.write(chunk);
    });
  });
}

function addDetail(app: OpenAPIHono, ledger: Ledger, kind: ListedKind): void {
  const route = createRoute({
    method: 'get',
    path: `/api/${kind}/{id}`,
    tags: [kind],
    summary: `One row of ${kind} with what hangs on it.`,
    request: { params: z.object({ id: z.string() }) },
    responses: {
      200: { description: 'The row.', content: { 'application/json': { schema: DETAIL_SCHEMAS[kind] } } },
      ...NOT_FOUND,
      ...REFUSALS,
    },
  });
  app.openAPIRegistry.registerPath(route);
  app.get(route.getRoutingPath(), async (context) => {
    const id = context.req.param('id');
    const found = await detail(ledger, kind, id);
    if (found === null) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind, id });
    return context.json(found);
  });
}
