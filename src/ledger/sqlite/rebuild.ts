import type Database from 'better-sqlite3';
import { applyEntry } from './apply/index.ts';
import { sourceBook } from './apply/sources.ts';
import { blobsIn } from './blobs.ts';
import { entriesFrom, entryOf } from './log.ts';
import { preparing, type Sql } from './prepared.ts';
import { DERIVED_TABLES, SEARCHED_TABLES } from './tables.ts';

/**
 * The version of what `derive/` and `apply/` make of an entry. Raise it with any change of theirs that makes other rows: a ledger
 * that was derived by an earlier version is then derived again when it is next opened for writing.
 */
export const DERIVATION = 4;

/** The entry before which nothing of linking survives: a later whole linking has replaced it. */
const lastWholeLinking = (sql: Sql): number =>
  (sql("SELECT coalesce(max(sequence), 0) AS last FROM log WHERE kind = 'linking'").get() as { readonly last: number }).last;

/** Sources' rows are written after so many entries, so that a book of a million reports' mentions is never held. */
const FLUSH_EVERY = 500;

/** Empties every derived table and applies the log to them from its beginning. Must stand in one transaction. */
export function rebuildIn(database: Database.Database): void {
  const sql = preparing(database);
  const blobs = blobsIn(database);
  for (const table of DERIVED_TABLES) sql(`DELETE FROM ${table}`).run();
  for (const table of SEARCHED_TABLES) sql(`INSERT INTO ${table}_words (${table}_words) VALUES ('delete-all')`).run();
  const whole = lastWholeLinking(sql);
  const book = sourceBook(sql);
  const load = (hash: string): unknown => JSON.parse(blobs.get(hash)?.toString('utf8') ?? 'null');
  let applied = 0;
  for (const row of entriesFrom(sql, 1)) {
    const replaced = row.sequence < whole && row.kind.startsWith('linking');
    if (!replaced) applyEntry({ sql, book, load }, entryOf(row));
    applied += 1;
    if (applied % FLUSH_EVERY === 0) book.flush();
  }
  book.flush();
  sql('UPDATE head SET derivation = ?').run(DERIVATION);
}
