import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { guard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { DEFAULT_MAX_BODY_BYTES, type ServerOptions } from './options.ts';
import { createPage } from './page/files.ts';
import { answerProblem, problemOf, refuse } from './problems.ts';
import { addAddRoutes } from './routes/add.ts';
import { addKeptRoutes } from './routes/kept.ts';
import { addLedgerRoutes } from './routes/ledger.ts';
import { addMapRoutes } from './routes/map.ts';
import { addNewsRoutes } from './routes/news.ts';
import { addRowRoutes } from './routes/rows.ts';
import { REFUSALS } from './routes/shared.ts';
import { addWatchingRoutes } from './routes/watching.ts';
import { createTurns } from './turns.ts';

const health = createRoute({
  method: 'get',
  path: '/api/health',
  tags: ['server'],
  summary: 'Whether it answers, and which versions are at work.',
  responses: {
    200: {
      description: 'It does.',
      content: { 'application/json': { schema: z.object({ status: z.literal('ok'), version: z.string(), reader: z.string() }) } },
    },
    ...REFUSALS,
  },
});

/**
 * The API and the page as one application.
 * @param port the port that requests must be addressed to; asked for at each request, since `--port 0` is known only later.
 */
export async function createApp(options: ServerOptions, port: () => number): Promise<OpenAPIHono> {
  const app = new OpenAPIHono();
  const limit = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const page = await createPage(options.webFolder);

  app.use(securityHeaders, guard(port));
  app.use('/api/*', bodyLimit({ maxSize: limit, onError: (context) => refuse(context, 'SERVER_TOO_LARGE', { limit }) }));
  app.onError((error, context) => {
    const row = problemOf(error);
    if (row.http >= 500) options.onFault?.(error);
    return answerProblem(context, row);
  });

  app.openAPIRegistry.registerPath(health);
  app.get(health.path, (context) => context.json({ status: 'ok' as const, version: options.version, reader: options.desk.reader }));
  // Adding and judging take turns over all connections: the ledger has one writer, and linking takes many steps.
  const inTurn = createTurns();
  addAddRoutes(app, options, inTurn);
  addKeptRoutes(app, options.ledger);
  addRowRoutes(app, options.ledger);
  addMapRoutes(app, options.ledger);
  addNewsRoutes(app, options.ledger);
  addLedgerRoutes(app, options, inTurn);
  addWatchingRoutes(app, options.ledger);
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'accordingto', version: options.version, description: 'The ledger of who says what. Served on this machine only.' },
  });

  app.all('/api/*', (context) => refuse(context, 'SERVER_NOT_FOUND', { path: context.req.path }));
  app.get('*', page);
  app.notFound((context) => refuse(context, 'SERVER_NOT_FOUND', { path: context.req.path }));
  return app;
}
