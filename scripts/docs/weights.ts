import { WEIGHTS } from '../../src/linking/claims/decide.ts';
import { OUTCOME_WEIGHTS } from '../../src/linking/forecasts/decide.ts';
import { SIDING_WEIGHTS } from '../../src/linking/relations/siding.ts';
import { KINDS, PAIR_WEIGHTS } from '../../src/linking/relations/weights.ts';
import { COUNT_WEIGHTS } from '../../src/linking/tallies/same.ts';

type Weights = Readonly<Record<string, number>>;

/** The weights of linking by the name of their table in docs/linking.md, a column each. */
const TABLES: Readonly<Record<string, readonly Weights[]>> = {
  claims: [WEIGHTS],
  figures: [COUNT_WEIGHTS],
  relations: KINDS.map((kind) => PAIR_WEIGHTS[kind]),
  siding: [SIDING_WEIGHTS],
  outcomes: [OUTCOME_WEIGHTS],
};

const written = (value: number): string => String(value).replace('-', '−');

/** A row with the weights of the features that it names; the constant's is `bias`. */
function rowWith(row: string, columns: readonly Weights[], left: Set<string>): string {
  const cells = row.split('|').slice(1, -1);
  const names = (cells[0] ?? '').split(',').map((name) => name.trim().replace('(constant)', 'bias'));
  for (const name of names) if (!left.delete(name)) throw new Error(`docs/linking.md: ${name} is no weight, or stands twice`);
  const numbers = columns.map((weights) => ` ${names.map((name) => written(weights[name] as number)).join(', ')} `);
  return `|${[...cells.slice(0, 2), ...numbers].join('|')}|`;
}

/**
 * docs/linking.md with the weights as they are, in every table below a line `<!-- weights: NAME -->`.
 * @throws Error where a table names a feature that is none, or leaves one out.
 */
export function withWeights(page: string): string {
  return page.replace(/(<!-- weights: (\w+) -->\n\n(?:\|.*\n){2})((?:\|.*\n)+)/g, (_, head: string, name: string, rows: string) => {
    const columns = TABLES[name];
    if (!columns) throw new Error(`docs/linking.md: there are no weights called ${name}`);
    const left = new Set(Object.keys(columns[0] as Weights));
    const filled = rows
      .trimEnd()
      .split('\n')
      .map((row) => rowWith(row, columns, left));
    if (left.size > 0) throw new Error(`docs/linking.md: the table of ${name} lacks ${[...left].join(', ')}`);
    return `${head}${filled.join('\n')}\n`;
  });
}
