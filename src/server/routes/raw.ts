import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Ledger } from '../../ledger/port.ts';
import { AccordingtoError } from '../../model/index.ts';
import { NOT_FOUND, REFUSALS } from './shared.ts';

const route = createRoute({
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

/** Anything that could be more than a plain token in a header is left out. */
const token = (value: string): string => value.replace(/[^\w.+/-]/g, '');

/**
 * The kept original. It is never opened in the page: a hostile document must not run under our address, so it goes out as
 * an attachment of no type that a browser would show.
 */
export function addRawRoute(app: OpenAPIHono, ledger: Ledger): void {
  app.openAPIRegistry.registerPath(route);
  app.get(route.getRoutingPath(), async (context) => {
    const id = context.req.param('id');
    const raw = await ledger.raw(id);
    if (raw === null) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'reports', id });
    return context.body(new Uint8Array(raw.bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${token(id).replaceAll('/', '')}.bin"`,
      'x-original-type': token(raw.mediaType),
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });
}
