import type { Ledger } from '../../ledger/port.ts';
import { AccordingtoError, type WatchHolder } from '../../model/index.ts';
import type { WatchEvent, WatchOptions } from '../../work/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { checkDate, collect, wholeNumber } from '../inputs.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { type ReadingFlags, withDesk, withLedger } from '../rooms.ts';
import { oneLine } from '../terminal/printable.ts';
import { watchedLines } from '../watch/list.ts';
import { eventLine } from './add.ts';

interface Options extends LedgerOption, ReadingFlags {
  readonly every: number;
  readonly settle: number;
  readonly pause: number;
  readonly since?: string;
  readonly once?: boolean;
  readonly list?: boolean;
  readonly forget?: readonly string[];
  readonly json?: boolean;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Watches feeds, sitemaps, folders and pages, and takes in what is new or changed. */
export const watchCommand = defineCommand<Options>({
  name: 'watch',
  summary: 'watch feeds, sitemaps, folders and pages, and take in what is new or changed',
  examples: [
    'accordingto watch https://example.org/feed.xml inbox/ --ledger desk.db',
    'accordingto watch --once --ledger desk.db',
    'accordingto watch --list',
  ],
  untilStopped: true,
  define: (command) =>
    void defineLedger(command.argument('[places...]', 'feeds, sitemaps, pages (http or https) and folders; without any, those of before'))
      .option('--once', 'one round and no more, for cron')
      .option('--every <minutes>', 'between two looks at a feed', wholeNumber('--every', 1, 10_080), 15)
      .option('--pause <seconds>', 'between two requests to one host', wholeNumber('--pause', 0, 3600), 2)
      .option('--settle <seconds>', 'how long a file’s size and time must rest before it is taken', wholeNumber('--settle', 0, 3600), 5)
      .option('--since <date>', 'what a sitemap’s first look takes (default: the last two days)', checkDate)
      .option('--list', 'show what is watched, and watch nothing')
      .option('--forget <place>', 'watch this no more; what came from it stays (may be repeated)', collect)
      .option('--json', 'one JSON object a line, one line an event')
      .option('--allow-private <cidr>', 'let addresses lead into this private network (may be repeated)', collect)
      .option('--recall', 'keep less sure statements too; each tells its confidence')
      .option('--force', 'read a text even where it is plainly not English'),
  run: async (context, names, options) =>
    withLedger(options.ledger, { create: names.length > 0, readOnly: options.list === true }, async (ledger) => {
      if (options.list) return list(context, ledger, options.json === true);
      if (options.forget) return forget(ledger, options.forget);
      await watchAll(context, ledger, names, options);
    }),
});

async function list(context: Context, ledger: Ledger, json: boolean): Promise<void> {
  const rows = await ledger.watching.rows();
  if (rows.length === 0) context.say('Nothing is watched: accordingto watch <feed or folder> begins.');
  for (const row of rows) {
    if (json) await context.out.line(JSON.stringify(row));
    else for (const line of watchedLines(row, context)) await context.out.line(line);
  }
}

/** @throws AccordingtoError LEDGER_ROW_NOT_FOUND for what is not watched; what was named before it is forgotten. */
async function forget(ledger: Ledger, names: readonly string[]): Promise<void> {
  const { placeWritten } = await import('../../work/watch/watch.ts');
  for (const name of names) {
    const place = placeWritten(name);
    if (!(await ledger.watching.forget(place))) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'watched place', id: place });
  }
}

async function watchAll(context: Context, ledger: Ledger, names: readonly string[], options: Options): Promise<void> {
  const { watch, watchPlaces } = await import('../../work/watch/watch.ts');
  const { createFetcher, DEFAULT_LIMITS } = await import('../../intake/index.ts');
  await watchPlaces(ledger, names, new Date());
  if ((await ledger.watching.places()).length === 0) throw new AccordingtoError('CLI_NO_INPUT');
  const { maxBytes, fetchTimeout: timeout, maxRedirects } = DEFAULT_LIMITS;
  const { allowPrivate } = options;
  const fetcher = createFetcher({ maxBytes, timeout, maxRedirects, allowPrivate, signal: context.signal });
  const asked: WatchOptions = {
    every: options.every * MINUTE,
    everyFolder: 10_000,
    settle: options.settle * 1000,
    pause: options.pause * 1000,
    since: options.since ?? new Date(Date.now() - 2 * DAY).toISOString(),
    once: options.once === true,
    signal: context.signal,
  };
  try {
    await withDesk(ledger, options, async (desk) => {
      if (!options.once) context.say('Watching. Ctrl-C stops.');
      for await (const event of watch({ ledger, desk, fetcher, maxBytes }, asked)) {
        // A folder is looked at every few seconds: a watch that goes on says only what came of it.
        const isIdle = event.kind === 'place' && event.found === 0 && !options.once && !options.json;
        if (!isIdle) await tell(context, event, options.json === true);
      }
    });
  } finally {
    await fetcher.close();
  }
}

/** Says what happened. Something that failed raises the exit status. */
async function tell(context: Context, event: WatchEvent, json: boolean): Promise<void> {
  if (event.kind === 'failed') context.refuse(event.problem);
  if (event.kind === 'added' && event.event.kind === 'refused') context.refuse(event.event.problem);
  await context.out.line(json ? JSON.stringify(event) : watchLine(event, context));
}

const waitingLine = ({ pid, host }: WatchHolder, { colours }: Context): string =>
  `${colours.dim('waiting')}  another watch works on this ledger (process ${pid} on ${oneLine(host)}); what it has read is here`;

function watchLine(event: WatchEvent, context: Context): string {
  const { colours } = context;
  if (event.kind === 'added') return eventLine(event.event, context);
  if (event.kind === 'waiting') return waitingLine(event.holder, context);
  const place = oneLine(event.place);
  if (event.kind === 'same') return `${colours.dim('same')}     ${event.reportId ?? '-'}  ${oneLine(event.item)}`;
  if (event.kind === 'place')
    return `${colours.dim('looked')}   ${place}  (${event.found === 0 ? 'nothing new' : `${event.found} to take`})`;
  const again = event.nextTry === null ? 'not tried again' : `tried again ${event.nextTry}`;
  return `${colours.red('failed')}   ${oneLine(event.item ?? place)}  ${event.problem.code}  (${again})`;
}
