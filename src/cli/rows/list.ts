import type { Ledger, RowKind, RowTypes } from '../../ledger/port.ts';
import { problem } from '../../model/index.ts';
import { COLUMNS } from '../../server/csv/columns.ts';
import { csvHeading, csvLine } from '../../server/csv/csv.ts';
import { type CommandFile, defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../inputs.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';

type ListedKind = Exclude<RowKind, 'relations'>;

interface Options extends LedgerOption {
  readonly filter?: readonly string[];
  readonly limit: number;
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** What a list command shows, and how. */
export interface ListFile<Kind extends ListedKind> {
  readonly kind: Kind;
  readonly summary: string;
  readonly examples: readonly string[];
  /** The row's lines for a person. `ledger` is there to name what the row only points to. */
  readonly view: (row: RowTypes[Kind], context: Context, ledger: Ledger) => Promise<readonly string[]>;
}

const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

/** `field=value` pairs as the ledger's filters; docs/ledger.md lists the fields of each kind. */
const filtersOf = (pairs: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(pairs.map((pair) => [pair.slice(0, Math.max(0, pair.indexOf('='))), pair.slice(pair.indexOf('=') + 1)]));

const line = (csv: string): string => csv.replace(/\r\n$/, '');

/** A command that lists the rows of one kind: for a person, as JSON Lines, or as CSV. */
export function listCommand<Kind extends ListedKind>({ kind, summary, examples, view }: ListFile<Kind>): CommandFile {
  return defineCommand<Options>({
    name: kind,
    summary,
    examples,
    define: (command) =>
      void defineLedger(command.argument('[words...]', 'only rows with these words'))
        .option('--filter <field=value>', 'only rows where this holds (may be repeated)', collect)
        .option('--limit <n>', 'at most this many', wholeNumber('--limit', 1, 500), 50)
        .option('--json', 'one JSON object a line, one line a row')
        .option('--csv', 'comma-separated values with a heading'),
    run: async (context, words, options) =>
      withLedger(options.ledger, { readOnly: true }, async (ledger) => {
        const q = words.join(' ');
        const query = { filters: filtersOf(options.filter), limit: options.limit, ...(q && { q }) };
        const { rows, next } = await ledger.page(kind, query);
        if (rows.length === 0 && q) return context.refuse(problem('CLI_NOTHING_FOUND', { words: q }));
        const columns = COLUMNS[kind];
        if (options.csv) await context.out.line(line(csvHeading(columns)));
        for (const row of rows) {
          if (options.csv) await context.out.line(line(csvLine(columns, row)));
          else if (options.json) await context.out.line(JSON.stringify(row));
          else for (const shown of await view(row, context, ledger)) await context.out.line(shown);
        }
        if (next !== null) context.say(`The first ${rows.length}; ask for more with --limit.`);
      }),
  });
}
