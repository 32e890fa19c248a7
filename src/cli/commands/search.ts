import { Option } from 'commander';
import type { RowTypes } from '../../ledger/port.ts';
import { problem } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../inputs.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { oneLine, printable } from '../terminal/printable.ts';
import { wrap } from '../terminal/wrap.ts';

/** How a found row of each kind is shown to a person. */
const VIEWS = {
  statements: (row: RowTypes['statements'], { colours, width }: Context): string[] => [
    `${colours.cyan(oneLine(row.source?.name ?? row.source?.text ?? 'nobody named'))} ${colours.dim(`${row.report} · ${row.id}`)}`,
    ...wrap(`“${oneLine(row.content.text)}”`, width - 2).map((line) => `  ${line}`),
  ],
  reports: (row: RowTypes['reports'], { colours }: Context): string[] => [
    `${colours.bold(oneLine(row.title ?? row.from ?? row.id))} ${colours.dim(row.id)}`,
    `  ${[row.outlet, row.published].flatMap((field) => (field === null ? [] : [printable(field)])).join(' · ') || 'undated'}`,
  ],
  sources: (row: RowTypes['sources'], { colours }: Context): string[] => [
    `${colours.cyan(oneLine(row.name))} (${row.kind}) ${colours.dim(row.id)}`,
  ],
  claims: (row: RowTypes['claims'], { colours, width }: Context): string[] => [
    colours.dim(row.id),
    ...wrap(oneLine(row.proposition), width - 2).map((line) => `  ${line}`),
  ],
} as const;
type Kind = keyof typeof VIEWS;

interface Options extends LedgerOption {
  readonly kind: Kind;
  readonly limit: number;
  readonly json?: boolean;
}

/** Finds words in the ledger. Exit status 1 where there is nothing, as grep has it. */
export const search = defineCommand<Options>({
  name: 'search',
  summary: 'find words in the ledger',
  examples: ['accordingto search landing ships', 'accordingto search --kind reports ferry --json'],
  define: (command) =>
    defineLedger(command.argument('<words...>', 'words that must all be there'))
      .addOption(new Option('--kind <kind>', 'which rows').choices(Object.keys(VIEWS)).default('statements'))
      .option('--limit <n>', 'at most this many', wholeNumber('--limit', 1, 500), 20)
      .option('--json', 'one JSON object a line, one line a row'),
  run: async (context, words, options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      const { rows, next } = await ledger.page(options.kind, { q: words.join(' '), limit: options.limit });
      if (rows.length === 0) return context.refuse(problem('CLI_NOTHING_FOUND', { words: words.join(' ') }));
      const view = VIEWS[options.kind] as (row: unknown, context: Context) => string[];
      for (const row of rows) await context.out.line(options.json ? JSON.stringify(row) : view(row, context).join('\n'));
      if (next !== null) context.say(`The first ${rows.length}; ask for more with --limit.`);
    }),
});
