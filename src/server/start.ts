import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { AccordingtoError } from '../model/index.ts';
import { createApp } from './app.ts';
import type { ServerOptions } from './options.ts';

/** The only address that is listened on. */
const HOST = '127.0.0.1';
/** How many ports after the one asked for are tried. */
const PORTS_TRIED = 20;
/** How long answers that are under way may take to end once the server is told to stop, in milliseconds. */
const PATIENCE = 5_000;

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, lets those under way end (up to five seconds), and resolves when all is closed. Once is enough. */
  readonly stop: () => Promise<void>;
}

type NodeServer = ReturnType<typeof createAdaptorServer>;

/** The port listened on, or null where it is taken. */
const listen = (server: NodeServer, port: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    };
    server.once('error', failed).once('listening', listening).listen(port, HOST);
  });

async function listenFrom(server: NodeServer, first: number): Promise<number> {
  const last = first === 0 ? 0 : Math.min(65_535, first + PORTS_TRIED - 1);
  for (let port = first; port <= last; port += 1) {
    const taken = await listen(server, port);
    if (taken !== null) return taken;
  }
  throw new AccordingtoError('SERVER_PORT_TAKEN', { first, last });
}

/**
 * Serves the API and the page on 127.0.0.1, on `port` or the next free one after it (0: any free one).
 * The caller compares the answer's port with the one asked for, and closes ledger and desk after `stop`.
 * @throws AccordingtoError SERVER_PORT_TAKEN when twenty ports in a row are taken.
 */
export async function startServer(options: ServerOptions, port: number): Promise<RunningServer> {
  let bound = port;
  const app = await createApp(options, () => bound);
  const server = createAdaptorServer({ fetch: app.fetch });
  bound = await listenFrom(server, port);

  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= new Promise((resolve) => {
      const cutOff = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE);
      server.close(() => {
        clearTimeout(cutOff);
        resolve();
      });
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
    return stopping;
  };
  return { url: `http://${HOST}:${bound}/`, port: bound, stop };
}
