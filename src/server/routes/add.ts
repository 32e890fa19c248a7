import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { IntakeInput } from '../../intake/index.ts';
import { AccordingtoError, LedgerReport, LedgerStatement } from '../../model/index.ts';
import type { AddEvent } from '../../work/index.ts';
import { reportDetail } from '../details/report.ts';
import type { ServerOptions } from '../options.ts';
import { answerProblem, problemOf, refuse, toProblemDetails } from '../problems.ts';
import { NewReport } from '../schemas.ts';
import type { Turns } from '../turns.ts';
import { parse } from './query.ts';
import { NOT_FOUND, REFUSALS, REFUSED_INPUT } from './shared.ts';

const added = z.object({ report: LedgerReport, statements: z.array(LedgerStatement) }).loose();
const json = { 'application/json': { schema: NewReport } };

const addOne = createRoute({
  method: 'post',
  path: '/api/reports',
  tags: ['reports'],
  summary: 'Adds one report, and answers with it and its statements.',
  request: { body: { required: true, content: json } },
  responses: {
    201: { description: 'It was read and stored.', content: { 'application/json': { schema: added } } },
    200: { description: 'It was there already; nothing changed.', content: { 'application/json': { schema: added } } },
    ...REFUSED_INPUT,
    ...REFUSALS,
  },
});

const events = {
  200: {
    description: 'One JSON object a line: stored, known or refused, one for each report.',
    content: { 'application/x-ndjson': { schema: z.string() } },
  },
};

const addMany = createRoute({
  method: 'post',
  path: '/api/add',
  tags: ['reports'],
  summary: 'Adds what may hold many reports (a file, a feed), and tells of each as it goes.',
  request: {
    query: z.strictObject({ name: z.string().max(500).optional(), published: z.string().max(64).optional() }),
    body: { required: true, content: { ...json, 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: { ...events, ...REFUSED_INPUT, ...REFUSALS },
});

const addSample = createRoute({
  method: 'post',
  path: '/api/sample',
  tags: ['reports'],
  summary: 'Adds the sample reports.',
  responses: { ...events, ...NOT_FOUND, ...REFUSALS },
});

const encoder = new TextEncoder();

/** What was posted, as intake takes it. */
function toInput(body: NewReport): IntakeInput {
  if (body.url !== undefined) return { kind: 'address', url: body.url };
  const given = { title: body.title, outlet: body.outlet, byline: body.byline, published: body.published };
  const fields = Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1])));
  const isText = body.text !== undefined;
  return {
    kind: 'given',
    bytes: encoder.encode(body.text ?? body.html ?? ''),
    name: body.name ?? null,
    mediaType: isText ? 'text/plain' : 'text/html',
    fields,
  };
}

const isJson = (context: Context): boolean => /^application\/json\b/i.test(context.req.header('content-type') ?? '');

async function jsonBody(context: Context): Promise<NewReport> {
  const text = await context.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new AccordingtoError('SERVER_BAD_REQUEST', { reason: `the body is no JSON (${error instanceof Error ? error.message : error})` });
  }
  return parse(NewReport, body);
}

/** JSON Lines cannot be told from text by a name alone, nor a name be trusted alone: intake still looks at each line. */
const isJsonLines = (name: string | undefined): boolean => /\.(jsonl|ndjson)(\.gz)?$/i.test(name ?? '');

/** Adding: one at a time over all connections, since the ledger has one writer. */
export function addAddRoutes(app: OpenAPIHono, { ledger, desk, sample, onFault }: ServerOptions, inTurn: Turns): void {
  app.openAPIRegistry.registerPath(addOne);
  app.openAPIRegistry.registerPath(addMany);
  app.openAPIRegistry.registerPath(addSample);

  /** Runs the desk to the end, whether or not anybody still listens to what it tells. */
  const run = (
    inputs: readonly IntakeInput[],
    published: string | undefined,
    jsonl: boolean,
    tell: (event: AddEvent) => void,
  ): Promise<void> =>
    inTurn(async () => {
      for await (const event of desk.add(inputs, { ...(published && { published }), jsonl })) tell(event);
    });

  /** The events as lines, each sent as it comes; a fault is the last line. */
  function streamed(context: Context, inputs: readonly IntakeInput[], published?: string, jsonl = false): Response {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        let open = true;
        const send = (line: unknown): void => {
          if (open) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        };
        context.req.raw.signal.addEventListener('abort', () => {
          open = false;
        });
        try {
          await run(inputs, published, jsonl, (event) =>
            send(event.kind === 'refused' ? { kind: event.kind, from: event.from, problem: toProblemDetails(event.problem) } : event),
          );
        } catch (error) {
          onFault?.(error);
          send({ kind: 'failed', problem: toProblemDetails(problemOf(error)) });
        }
        if (open) controller.close();
      },
    });
    return context.body(body, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  }

  app.post(addOne.path, async (context) => {
    if (!isJson(context)) return refuse(context, 'SERVER_MEDIA_TYPE', { type: context.req.header('content-type') ?? 'none' });
    const body = await jsonBody(context);
    const told: AddEvent[] = [];
    await run([toInput(body)], body.published ?? undefined, false, (event) => told.push(event));
    const taken = told.find((event) => event.kind !== 'refused');
    if (!taken) {
      const refused = told.find((event) => event.kind === 'refused');
      if (!refused) throw new Error('intake answered neither with a report nor with a refusal');
      return answerProblem(context, refused.problem);
    }
    const row = await ledger.row('reports', taken.reportId);
    if (!row) throw new Error(`the report ${taken.reportId} was stored and is not there`);
    const { statements, ...rest } = await reportDetail(ledger, row);
    return context.json({ report: row, statements, warnings: rest.warnings, sources: rest.sources }, taken.kind === 'stored' ? 201 : 200);
  });

  app.post(addMany.path, async (context) => {
    const { name, published } = parse(addMany.request.query, context.req.query());
    if (isJson(context)) {
      const body = await jsonBody(context);
      return streamed(context, [toInput(body)], body.published ?? published);
    }
    const type = context.req.header('content-type') ?? 'none';
    if (type !== 'application/octet-stream') return refuse(context, 'SERVER_MEDIA_TYPE', { type });
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return streamed(context, [{ kind: 'given', bytes, name: name ?? null }], published, isJsonLines(name));
  });

  app.post(addSample.path, (context) => (sample ? streamed(context, sample(), undefined, true) : refuse(context, 'SERVER_NO_SAMPLE')));
}
