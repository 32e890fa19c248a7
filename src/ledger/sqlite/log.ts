import { canonicalJson } from '../canonical/canonical.ts';
import { type EntryDraft, type EntryHead, nextEntry } from '../log/entry.ts';
import type { Entry } from '../port.ts';
import type { Sql } from './prepared.ts';

/** An entry as its row keeps it: the body as canonical JSON. */
export type EntryRow = Omit<Entry, 'body'> & { readonly body: string };

/** @throws SyntaxError where the body is no JSON any more. */
export const entryOf = (row: EntryRow): Entry => ({ ...row, body: JSON.parse(row.body) as unknown });

export const COLUMNS = 'sequence, at, "by", kind, body, previous, hash';

/** The newest entry as the ledger notes it beside the log, so that a log cut short is seen. */
export const headOf = (sql: Sql): EntryHead => sql('SELECT sequence, hash FROM head').get() as EntryHead;

/** Writes the next entry. Must stand in the transaction of what it changes. */
export function append(sql: Sql, draft: EntryDraft): Entry {
  const entry = nextEntry(headOf(sql), draft);
  const { sequence, at, by, kind, body, previous, hash } = entry;
  sql(`INSERT INTO log (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`).run(sequence, at, by, kind, canonicalJson(body), previous, hash);
  sql('UPDATE head SET sequence = ?, hash = ?').run(sequence, hash);
  return entry;
}

/** Entries in their order from `first` on, a hundred in memory at a time. */
export function* entriesFrom(sql: Sql, first: number, kinds: readonly string[] = []): Generator<EntryRow> {
  const some = kinds.length === 0 ? '' : `AND kind IN (${kinds.map(() => '?').join(', ')})`;
  for (let next = first; ; ) {
    const rows = sql(`SELECT ${COLUMNS} FROM log WHERE sequence >= ? ${some} ORDER BY sequence LIMIT 100`).all(
      next,
      ...kinds,
    ) as EntryRow[];
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < 100) return;
    next = last.sequence + 1;
  }
}
