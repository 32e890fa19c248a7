import type { MiddlewareHandler } from 'hono';
import { refuse } from './problems.ts';

/** The names under which a browser on this machine reaches us. Any other name is somebody's DNS pointed at us. */
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** The names with and without the port: a client leaves out port 80. */
const ownHosts = (port: number): ReadonlySet<string> =>
  new Set(LOOPBACK_NAMES.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));

/** A link that a person followed from elsewhere to one of our pages: it reads nothing for the other site and changes nothing. */
const isFollowedLink = (request: Request, path: string): boolean =>
  request.method === 'GET' &&
  request.headers.get('sec-fetch-mode') === 'navigate' &&
  request.headers.get('sec-fetch-dest') === 'document' &&
  !path.startsWith('/api/');

/**
 * Lets in only what our own page, or a program on this machine, sends: Host must be a loopback name with our port (so that a
 * name rebound to 127.0.0.1 is refused), Origin must be absent or ours, and a browser must not say that another site asks.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ownHosts(port());
    const host = context.req.header('host')?.toLowerCase() ?? '';
    if (!hosts.has(host)) return refuse(context, 'SERVER_FOREIGN_HOST', { host: host || 'no host' });

    const origin = context.req.header('origin');
    if (origin !== undefined && !(origin.startsWith('http://') && hosts.has(origin.slice('http://'.length).toLowerCase()))) {
      return refuse(context, 'SERVER_FOREIGN_ORIGIN', { origin });
    }
    const site = context.req.header('sec-fetch-site') ?? 'none';
    if (site !== 'same-origin' && site !== 'none' && !isFollowedLink(context.req.raw, context.req.path)) {
      return refuse(context, 'SERVER_FOREIGN_ORIGIN', { origin: `another site (${site})` });
    }
    return next();
  };
}
