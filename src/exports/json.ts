import type { Ledger, RowKind } from '../ledger/port.ts';

const TABLES = [
  'reports',
  'sources',
  'statements',
  'claims',
  'relations',
  'tallies',
  'forecasts',
  'timeline',
  'decisions',
] as const satisfies readonly RowKind[];

/** The contract's export: one JSON object, a row a line, in pieces: memory does not grow with the ledger. */
export async function* exportJson(ledger: Ledger): AsyncGenerator<string> {
  yield '{';
  for (const [i, table] of TABLES.entries()) {
    yield `${i === 0 ? '' : ','}\n${JSON.stringify(table)}: [`;
    let first = true;
    for await (const row of ledger.each(table)) {
      yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
      first = false;
    }
    yield ']';
  }
  yield '\n}\n';
}
