import type { AddEvent, Progress } from '../../work/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { defineInputs, type InputOptions, passesOf, weightOf } from '../inputs.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withDesk, withLedger } from '../rooms.ts';
import { oneLine } from '../terminal/printable.ts';
import { createProgressBar } from '../terminal/progress.ts';
import { plural } from '../terminal/words.ts';

interface Options extends InputOptions, LedgerOption {
  readonly json?: boolean;
}

/** Reads reports into the ledger and links them. */
export const add = defineCommand<Options>({
  name: 'add',
  summary: 'read reports into the ledger',
  examples: ['accordingto add reports/ https://example.org/story', 'accordingto add --jsonl reports.jsonl --ledger desk.db'],
  define: (command) => defineLedger(defineInputs(command)).option('--json', 'one JSON object a line, one line an input'),
  run: async (context, names, options) => {
    const passes = passesOf(context, names, options);
    const bar = createProgressBar(context, await weightOf(passes));
    const totals = { stored: 0, known: 0, refused: 0, statements: 0 };
    await withLedger(options.ledger, { create: true }, (ledger) =>
      withDesk(ledger, options, async (desk) => {
        for (const { inputs, jsonl } of passes) {
          const onProgress = (progress: Progress): void => bar.update(progress);
          for await (const event of desk.add(inputs, { published: options.published, jsonl, signal: context.signal, onProgress })) {
            totals[event.kind] += 1;
            if (event.kind === 'stored') totals.statements += event.statements;
            bar.clear();
            if (event.kind === 'refused') context.refuse(event.problem);
            await context.out.line(options.json ? JSON.stringify(event) : eventLine(event, context));
          }
          if (context.signal.aborted) break;
        }
      }),
    );
    bar.clear();
    const { stored, known, refused, statements } = totals;
    context.say(`${plural(stored, 'report')} stored with ${plural(statements, 'statement')}, ${known} known already, ${refused} refused.`);
  },
});

const LOOKED = { unchanged: 'unchanged', changed: 'back to an older text' } as const;

export function eventLine(event: AddEvent, { colours }: Context): string {
  const from = oneLine(event.from ?? 'given');
  if (event.kind === 'refused') {
    const gone = event.gone === undefined ? '' : `  gone; ${event.gone} is what it gave`;
    return `${colours.red('refused')}  ${from}  ${event.problem.code}${gone}`;
  }
  const title = event.title === null ? '' : `  ${oneLine(event.title)}`;
  if (event.kind === 'known')
    return `${colours.dim('known')}    ${event.reportId}  ${from}${title}${event.look ? `  (${LOOKED[event.look]})` : ''}`;
  const version = event.previous === undefined ? '' : `, a new version of ${event.previous}`;
  return `${colours.green('stored')}   ${event.reportId}  ${from}${title}  (${plural(event.statements, 'statement')}${version})`;
}
