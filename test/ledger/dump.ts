import Database from 'better-sqlite3';
import { DERIVED_TABLES, SEARCHED_TABLES } from '../../src/ledger/sqlite/tables.ts';

const WORDS = ['bridge', 'convoy', 'donetsk', 'ministry', 'north', 'the', 'ka', 'differs'];

type Row = Readonly<Record<string, unknown>>;

/** Which table a table's `key` (or `statement`) numbers rows of, where it has no id of its own. */
const NUMBERED: Readonly<Record<string, string>> = { report_rows: 'reports', statement_rows: 'statements', statement_places: 'statements' };

/**
 * Every derived table, row for row, and what each search index finds. The numbers that SQLite gives to rows go by the order of
 * writing and are seen by nobody: each stands here as the id of its row.
 */
export function dumpOf(path: string): Record<string, unknown> {
  const file = new Database(path, { readonly: true });
  const rowsOf = (table: string): readonly Row[] => file.prepare<[], Row>(`SELECT * FROM ${table}`).all();
  const idsOf = (table: string): ReadonlyMap<unknown, unknown> => new Map(rowsOf(table).map(({ key, id }) => [key, id]));
  const ids = new Map(SEARCHED_TABLES.map((table) => [table as string, idsOf(table)]));

  const named = (table: string, row: Row): Row => {
    const { key, ...rest } = row;
    if (table === 'facets') return { ...rest, row: ids.get(String(row.kind))?.get(key) };
    const of = NUMBERED[table];
    return of ? { ...rest, statement: undefined, row: ids.get(of)?.get(key ?? row.statement) } : rest;
  };
  const searched = (table: string, word: string): readonly unknown[] => {
    const found = file.prepare<[string], { readonly rowid: number }>(`SELECT rowid FROM ${table}_words WHERE ${table}_words MATCH ?`);
    return found.all(`${word}*`).map(({ rowid }) => ids.get(table)?.get(rowid));
  };
  try {
    const tables = DERIVED_TABLES.map((table) => [
      table,
      rowsOf(table)
        .map((row) => JSON.stringify(named(table, row)))
        .sort(),
    ]);
    const searches = SEARCHED_TABLES.map((table) => [`${table}_words`, WORDS.map((word) => searched(table, word).toSorted())]);
    return Object.fromEntries([...tables, ...searches]);
  } finally {
    file.close();
  }
}
