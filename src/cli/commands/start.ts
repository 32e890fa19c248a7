import { join } from 'node:path';
import type { IntakeInput } from '../../intake/index.ts';
import type { Desk } from '../../work/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../inputs.ts';
import { DEFAULT_LEDGER, type LedgerOption } from '../ledger-option.ts';
import { openInBrowser } from '../open.ts';
import { packageFile, packageRoot } from '../package-root.ts';
import { withDesk, withLedger } from '../rooms.ts';

/** Where the page is looked for first: the letters of no other well-known service. */
const DEFAULT_PORT = 7823;
/** The sample is invented: it never goes into a ledger of real reports unasked. */
const SAMPLE_LEDGER = 'accordingto-sample.db';

interface Options extends Partial<LedgerOption> {
  readonly port: number;
  readonly open: boolean;
  readonly sample?: boolean;
  readonly allowPrivate?: readonly string[];
}

const sampleFile = (): string => join(packageRoot, 'examples', 'sample.jsonl');
const sampleInputs = (): readonly IntakeInput[] => [{ kind: 'path', path: sampleFile() }];

/** Serves the page and the API on 127.0.0.1 until Ctrl-C or SIGTERM. */
export const start = defineCommand<Options>({
  name: 'start',
  summary: 'open the page on a ledger, in the browser',
  examples: ['accordingto start', 'accordingto start --sample', 'accordingto start --ledger desk.db --port 0 --no-open'],
  untilStopped: true,
  define: (command) =>
    command
      .option('--ledger <file>', `the ledger (default: ${DEFAULT_LEDGER}, with --sample ${SAMPLE_LEDGER})`)
      .option('--port <n>', 'where to listen; 0 for any free port', wholeNumber('--port', 0, 65_535), DEFAULT_PORT)
      .option('--no-open', 'print the address and open no browser')
      .option('--sample', 'put six invented reports of one event into the ledger first'),
  run: async (context, _, options) => {
    const { startServer } = await import('../../server/index.ts');
    const path = options.ledger ?? (options.sample ? SAMPLE_LEDGER : DEFAULT_LEDGER);
    await withLedger(path, { create: true }, (ledger) =>
      withDesk(ledger, {}, async (desk) => {
        if (options.sample) await addSample(context, desk);
        const webFolder = join(packageRoot, 'dist', 'web');
        const onFault = (error: unknown): void => context.say(context.debug ? String((error as Error).stack ?? error) : String(error));
        const server = await startServer(
          { ledger, desk, version: packageFile.version, webFolder, sample: sampleInputs, onFault },
          options.port,
        );
        if (options.port !== 0 && server.port !== options.port) context.say(`Port ${options.port} is taken; this is ${server.port}.`);
        const address = server.url.replace(/\/$/, '');
        await context.out.line(address);
        if (options.open && !openInBrowser(address, context.streams.env)) context.say('Open that address in a browser.');
        context.say(`Serving ${path}. Ctrl-C stops.`);
        await untilAborted(context.signal);
        await server.stop();
      }),
    );
  },
});

async function addSample(context: Context, desk: Desk): Promise<void> {
  for await (const event of desk.add(sampleInputs(), { jsonl: true, signal: context.signal })) {
    if (event.kind === 'refused') context.refuse(event.problem);
  }
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
