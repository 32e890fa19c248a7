import type { Claim, Relation } from '../../../model/index.ts';
import { LINKED_DRAFTS, LINKED_KINDS, type LinkedDraft, type LinkedKind, type StoredDelta } from '../../derive/linked.ts';
import type { Sql } from '../prepared.ts';
import { claimsWith, putClaim, refreshClaims, removeClaim } from './claims.ts';
import { putMarks, removeMarks, unqueueReports } from './marks.ts';
import { relink } from './reports.ts';
import type { SourceBook } from './sources.ts';

/** Empties what an earlier linking wrote, but for links that the new one has too: those are left alone, which is most of them. */
export function clearLinking(sql: Sql, book: SourceBook, keep: { readonly has: (statementId: string) => boolean }): void {
  for (const kind of [...LINKED_KINDS, 'claims']) {
    sql(`DELETE FROM ${kind}`).run();
    sql(`INSERT INTO ${kind}_words (${kind}_words) VALUES ('delete-all')`).run();
  }
  sql('DELETE FROM facets').run();
  removeMarks(sql);
  sql('DELETE FROM claim_statements').run();
  sql('UPDATE reports SET copy_of = NULL, copy_kind = NULL WHERE copy_of IS NOT NULL').run();
  sql('DELETE FROM source_uses').run();
  for (const { id } of sql('SELECT id FROM linked_sources').all() as { readonly id: string }[]) book.touch(id);
  sql('DELETE FROM linked_sources').run();
  for (const { id } of sql('SELECT id FROM statements WHERE linked = 1').all() as { readonly id: string }[]) {
    if (!keep.has(id)) relink(sql, book, id, null);
  }
}

/** Takes the rows away that are gone, puts the new ones in place, and completes every claim that either touches. */
export function applyDelta(sql: Sql, book: SourceBook, { upserts, removals }: Omit<StoredDelta, 'version'>): void {
  const claims = new Set<string>();
  const touched = (ids: Iterable<string>): void => {
    for (const id of ids) claims.add(id);
  };
  applyCopies(sql, upserts.copies ?? [], removals.copies ?? []);
  applyUses(sql, upserts);
  applySources(sql, book, { upserts, removals });
  for (const id of removals.statementSources ?? []) if (relink(sql, book, id, null)) touched(claimsWith(sql, id));
  for (const [id, link] of Object.entries(upserts.statementSources ?? {})) {
    if (relink(sql, book, id, link)) touched(claimsWith(sql, id));
  }
  for (const kind of LINKED_KINDS) {
    for (const id of removals[kind] ?? []) touched(claimsTouchedBy(kind, removeLinked(sql, kind, id)));
    const draft = LINKED_DRAFTS[kind] as (row: unknown) => LinkedDraft;
    for (const row of upserts[kind] ?? []) {
      const drafted = draft(row);
      touched(claimsTouchedBy(kind, removeLinked(sql, kind, drafted.id)));
      insertLinked(sql, kind, drafted);
      touched(claimsTouchedBy(kind, drafted.row));
    }
  }
  for (const id of removals.claims ?? []) removeClaim(sql, id);
  for (const claim of upserts.claims ?? []) putClaim(sql, claim as Claim);
  touched((upserts.claims ?? []).map(({ id }) => id));
  if (removals.marks) removeMarks(sql, removals.marks);
  unqueueReports(sql, removals.marks ?? []);
  putMarks(sql, upserts.marks ?? []);
  refreshClaims(sql, claims);
}

function applyCopies(sql: Sql, upserts: NonNullable<StoredDelta['upserts']['copies']>, removals: readonly string[]): void {
  const set = sql('UPDATE reports SET copy_of = ?, copy_kind = ? WHERE id = ?');
  for (const id of removals) set.run(null, null, id);
  for (const { report, copyOf, copyKind } of upserts) set.run(copyOf, copyKind, report);
}

const reportOf = (statementId: string): string => statementId.slice(0, statementId.lastIndexOf(':'));

/** Which reports use which sources: as the linking says, or as its links show where it was made before it said so. */
function applyUses(sql: Sql, { uses, statementSources }: StoredDelta['upserts']): void {
  const insert = sql('INSERT OR IGNORE INTO source_uses (source_id, report) VALUES (?, ?)');
  for (const { report, sources } of uses ?? []) {
    sql('DELETE FROM source_uses WHERE report = ?').run(report);
    for (const id of sources) insert.run(id, report);
  }
  if (uses) return;
  for (const [id, { sourceId, chainIds }] of Object.entries(statementSources ?? {})) {
    for (const source of new Set([sourceId, ...chainIds])) if (source !== null) insert.run(source, reportOf(id));
  }
}

function applySources(sql: Sql, book: SourceBook, { upserts, removals }: Omit<StoredDelta, 'version'>): void {
  for (const id of removals.sources ?? []) {
    sql('DELETE FROM linked_sources WHERE id = ?').run(id);
    book.touch(id);
  }
  for (const source of upserts.sources ?? []) {
    sql('INSERT INTO linked_sources (id, row) VALUES (?, ?) ON CONFLICT DO UPDATE SET row = excluded.row').run(
      source.id,
      JSON.stringify(source),
    );
    book.touch(source.id);
  }
}

/** A relation shows on both its claims. */
function claimsTouchedBy(kind: LinkedKind, row: object | null): readonly string[] {
  if (kind !== 'relations' || row === null) return [];
  const { from, to } = row as Relation;
  return [from, to];
}

function insertLinked(sql: Sql, kind: LinkedKind, { id, sort, words, facets, row }: LinkedDraft): void {
  const { lastInsertRowid: key } = sql(`INSERT INTO ${kind} (id, sort, row) VALUES (?, ?, ?)`).run(id, sort, JSON.stringify(row));
  if (words.trim() !== '') sql(`INSERT INTO ${kind}_words (rowid, words) VALUES (?, ?)`).run(key, words);
  for (const [field, value] of facets) {
    sql('INSERT OR IGNORE INTO facets (kind, field, value, key) VALUES (?, ?, ?, ?)').run(kind, field, value, key);
  }
}

/** Takes a row out; what it said comes back, null where there was none. */
function removeLinked(sql: Sql, kind: LinkedKind, id: string): object | null {
  const kept = sql(`SELECT key, row FROM ${kind} WHERE id = ?`).get(id) as { readonly key: number; readonly row: string } | undefined;
  if (!kept) return null;
  sql('DELETE FROM facets WHERE kind = ? AND key = ?').run(kind, kept.key);
  sql(`DELETE FROM ${kind}_words WHERE rowid = ?`).run(kept.key);
  sql(`DELETE FROM ${kind} WHERE key = ?`).run(kept.key);
  return JSON.parse(kept.row) as object;
}
