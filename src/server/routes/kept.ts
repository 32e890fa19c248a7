import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Ledger } from '../../ledger/port.ts';
import { AccordingtoError, Custody, Version } from '../../model/index.ts';
import { NOT_FOUND, REFUSALS } from './shared.ts';

const raw = createRoute({
  method: 'get',
  path: '/api/reports/{id}/raw',
  tags: ['reports'],
  summary: 'The bytes as they came, as a download of a neutral type.',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: {
      description: 'The bytes; their own type is in X-Original-Type.',
      content: { 'application/octet-stream': { schema: z.string() } },
    },
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

const custody = createRoute({
  method: 'get',
  path: '/api/reports/{id}/custody',
  tags: ['reports'],
  summary: 'When, from where, by which versions and with which headers the report came, and why each field was chosen.',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'The chain of custody.', content: { 'application/json': { schema: Custody } } },
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

const versions = createRoute({
  method: 'get',
  path: '/api/reports/{id}/versions',
  tags: ['reports'],
  summary: 'Everything that the report’s address gave, oldest first: its reports, and later looks that brought none.',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'All of it.', content: { 'application/json': { schema: z.object({ rows: z.array(Version) }) } } },
    ...NOT_FOUND,
    ...REFUSALS,
  },
});

/** Anything that could be more than a plain token in a header is left out. */
const token = (value: string): string => value.replace(/[^\w.+/-]/g, '');

/**
 * What is kept of a report's coming: the original, how it came, and what its address gave before and since. The original is never opened in the page: a hostile document must not run under our address, so it goes out as
 * an attachment of no type that a browser would show.
 */
export function addKeptRoutes(app: OpenAPIHono, ledger: Ledger): void {
  for (const route of [raw, custody, versions]) app.openAPIRegistry.registerPath(route);
  app.get(raw.getRoutingPath(), async (context) => {
    const id = context.req.param('id');
    const kept = await ledger.raw(id);
    if (kept === null) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'reports', id });
    return context.body(new Uint8Array(kept.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${token(id).replaceAll('/', '')}.bin"`,
      'x-original-type': token(kept.mediaType),
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
  app.get(custody.getRoutingPath(), async (context) => {
    const id = context.req.param('id');
    const found = await ledger.custody(id);
    if (found === null) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'reports', id });
    return context.json(found);
  });
  app.get(versions.getRoutingPath(), async (context) => {
    const id = context.req.param('id');
    const report = await ledger.row('reports', id);
    if (report === null) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'reports', id });
    return context.json({ rows: await ledger.versions(report.url) });
  });
}
