import type { Reading, Statement } from '../../../model/index.ts';
import { addressKey } from '../../derive/address.ts';
import { byTarget, judgedReading, judgedReport, type RulingsByTarget } from '../../derive/judged.ts';
import { reportDraft, type StatementDraft, statementDrafts } from '../../derive/reading.ts';
import { linkedVouching, type Vouching, vouchingOf } from '../../derive/sources.ts';
import type { ReadingBody, ReportBody } from '../../log/bodies.ts';
import type { StatementLink } from '../../port.ts';
import type { Sql } from '../prepared.ts';
import { rulingsOn } from '../rulings.ts';
import { refreshClaims } from './claims.ts';
import type { SourceBook } from './sources.ts';

/** A report's rows: its own, its statements', what they can be found by, who vouches. */
export function applyReport(sql: Sql, book: SourceBook, sequence: number, body: Body, reading: Reading): void {
  restoreReport(sql, book, { sequence, readingEntry: sequence }, body, reading, new Map());
}

type Body = Pick<ReportBody, 'report' | 'givenId' | 'reading'>;

/** The same for a report that people judged: it comes back as they corrected it, and in its old place. */
export function restoreReport(
  sql: Sql,
  book: SourceBook,
  { sequence, readingEntry }: { readonly sequence: number; readonly readingEntry: number },
  body: Body,
  reading: Reading,
  rulings: RulingsByTarget,
): void {
  const judged = judgedReport(reading.report, rulings.get(reading.report.id));
  const { sort, day, row } = reportDraft(judged, sequence, body.givenId);
  sql(
    `INSERT INTO reports (key, id, sha256, sort, day, outlet, language, copy_of, copy_kind, reading, entry, address)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?)`,
  ).run(sequence, row.id, row.sha256, sort, day, row.outlet, row.language, body.reading, readingEntry, addressKey(row.url));
  sql('INSERT INTO report_rows (key, row) VALUES (?, ?)').run(sequence, JSON.stringify(row));
  sql('INSERT INTO reports_words (rowid, title, text) VALUES (?, ?, ?)').run(sequence, row.title ?? '', row.text);
  insertStatements(sql, book, judgedReading(reading, rulings), sort, new Map());
}

/** Takes a report out with everything that its reading gave. What linking made of it is linking's to take out. */
export function removeReport(sql: Sql, book: SourceBook, id: string): void {
  const { key } = sql('SELECT key FROM reports WHERE id = ?').get(id) as { readonly key: number };
  removeStatements(sql, book, id);
  sql('DELETE FROM reports_words WHERE rowid = ?').run(key);
  sql('DELETE FROM report_rows WHERE key = ?').run(key);
  sql('DELETE FROM reports WHERE key = ?').run(key);
}

/** Makes the rows of a report again as people corrected it; a statement keeps its link until its story is linked anew. */
export function refreshReport(
  sql: Sql,
  book: SourceBook,
  { id, key, givenId }: { readonly id: string; readonly key: number; readonly givenId: string | null },
  reading: Reading,
  rulings: RulingsByTarget,
): void {
  const { sort, day, row } = reportDraft(judgedReport(reading.report, rulings.get(id)), key, givenId);
  sql('UPDATE reports SET sort = ?, day = ?, outlet = ? WHERE key = ?').run(sort, day, row.outlet, key);
  sql('UPDATE report_rows SET row = ? WHERE key = ?').run(JSON.stringify(row), key);
  sql('DELETE FROM reports_words WHERE rowid = ?').run(key);
  sql('INSERT INTO reports_words (rowid, title, text) VALUES (?, ?, ?)').run(key, row.title ?? '', row.text);
  const links = removeStatements(sql, book, id);
  insertStatements(sql, book, judgedReading(reading, rulings), sort, links);
  refreshClaims(sql, claimsOf(sql, id));
}

/** A later reading: the rows of the earlier one give way, and a statement that both have keeps its link. */
export function applyReading(sql: Sql, book: SourceBook, sequence: number, { report, reading: hash }: ReadingBody, reading: Reading): void {
  sql('UPDATE set_aside SET reading = ?, reading_entry = ? WHERE report = ?').run(hash, sequence, report);
  const kept = sql('SELECT key, sort FROM reports WHERE id = ?').get(report) as { readonly key: number; readonly sort: string } | undefined;
  if (!kept) return;
  const links = removeStatements(sql, book, report);
  sql('UPDATE reports SET reading = ?, entry = ? WHERE key = ?').run(hash, sequence, kept.key);
  insertStatements(sql, book, judgedReading(reading, byTarget(rulingsOn(sql, [report]))), kept.sort, links);
  refreshClaims(sql, claimsOf(sql, report));
}

/** The claims that hold a statement of the report, whether the reading still has that statement or not. */
function claimsOf(sql: Sql, report: string): readonly string[] {
  const rows = sql('SELECT DISTINCT claim FROM claim_statements WHERE statement >= ? AND statement < ?').all(`${report}:`, `${report};`);
  return (rows as { readonly claim: string }[]).map(({ claim }) => claim);
}

function insertStatements(sql: Sql, book: SourceBook, reading: Reading, sort: string, links: ReadonlyMap<string, StatementLink>): void {
  for (const draft of statementDrafts(reading, sort)) {
    const link = links.get(draft.statement.id);
    const vouching = link ? linkedVouching(draft.statement, link) : draft.vouching;
    insertStatement(sql, reading.report.id, draft, vouching, link !== undefined);
    book.count(vouching.mentions, 1);
  }
}

function insertStatement(sql: Sql, report: string, draft: StatementDraft, { sourceId, chainIds }: Vouching, linked: boolean): void {
  const { statement, sort, said, bases, hasFigure, places } = draft;
  const { source, certainty, quotation, content } = statement;
  const { lastInsertRowid: key } = sql(
    `INSERT INTO statements (id, report, sort, said, source_id, chain_ids, linked, voice, kind, certainty, quotation, bases, has_figure, confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    statement.id,
    report,
    sort,
    said,
    sourceId,
    JSON.stringify(chainIds),
    linked ? 1 : 0,
    statement.voice ?? null,
    source?.kind ?? null,
    certainty.level,
    quotation,
    bases,
    hasFigure ? 1 : 0,
    statement.confidence ?? null,
  );
  sql('INSERT INTO statement_rows (key, row) VALUES (?, ?)').run(key, JSON.stringify(statement));
  const words = source ? (source.name === null || source.name === source.text ? source.text : `${source.name} ${source.text}`) : '';
  sql('INSERT INTO statements_words (rowid, content, source) VALUES (?, ?, ?)').run(key, content.text, words);
  for (const { name, country, geonames } of places) {
    sql('INSERT INTO statement_places (statement, name, country, geonames) VALUES (?, ?, ?, ?)').run(key, name, country, geonames);
  }
}

/** A statement as it stands, with what its link can be undone by. */
interface KeptStatement {
  readonly key: number;
  readonly report: string;
  readonly linked: number;
  readonly source_id: string | null;
  readonly chain_ids: string;
  readonly row: string;
}

const KEPT = `SELECT s.key, s.report, s.linked, s.source_id, s.chain_ids, r.row FROM statements s JOIN statement_rows r ON r.key = s.key`;

function vouchingNow({ report, linked, source_id, chain_ids }: KeptStatement, statement: Statement): Vouching {
  return linked
    ? linkedVouching(statement, { sourceId: source_id, chainIds: JSON.parse(chain_ids) as string[] })
    : vouchingOf(report, statement);
}

/** Takes the report's statements out; the links that they had come back, by id. */
function removeStatements(sql: Sql, book: SourceBook, report: string): ReadonlyMap<string, StatementLink> {
  const links = new Map<string, StatementLink>();
  for (const kept of sql(`${KEPT} WHERE s.report = ?`).all(report) as KeptStatement[]) {
    const statement = JSON.parse(kept.row) as Statement;
    const vouching = vouchingNow(kept, statement);
    if (kept.linked) links.set(statement.id, { sourceId: vouching.sourceId, chainIds: vouching.chainIds });
    book.count(vouching.mentions, -1);
    sql('DELETE FROM statements_words WHERE rowid = ?').run(kept.key);
    sql('DELETE FROM statement_places WHERE statement = ?').run(kept.key);
    sql('DELETE FROM statement_rows WHERE key = ?').run(kept.key);
    sql('DELETE FROM statements WHERE key = ?').run(kept.key);
  }
  return links;
}

/** Gives a statement its link, or takes it away (`null`). A statement that is not here is passed over. Tells whether anything changed. */
export function relink(sql: Sql, book: SourceBook, id: string, link: StatementLink | null): boolean {
  const kept = sql(`${KEPT} WHERE s.id = ?`).get(id) as KeptStatement | undefined;
  if (!kept) return false;
  const statement = JSON.parse(kept.row) as Statement;
  const next = link ? linkedVouching(statement, link) : vouchingOf(kept.report, statement);
  const chainIds = JSON.stringify(next.chainIds);
  if (kept.linked === (link ? 1 : 0) && kept.source_id === next.sourceId && kept.chain_ids === chainIds) return false;
  book.count(vouchingNow(kept, statement).mentions, -1);
  book.count(next.mentions, 1);
  sql('UPDATE statements SET source_id = ?, chain_ids = ?, linked = ? WHERE key = ?').run(next.sourceId, chainIds, link ? 1 : 0, kept.key);
  return true;
}
