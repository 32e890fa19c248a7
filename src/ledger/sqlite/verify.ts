import type Database from 'better-sqlite3';
import type { Reading } from '../../model/index.ts';
import { reportDraft, statementDrafts } from '../derive/reading.ts';
import { blobsOf, type ReportBody } from '../log/bodies.ts';
import { brokenLink, EMPTY_HEAD, type EntryHead } from '../log/entry.ts';
import type { VerifyFinding } from '../port.ts';
import { BlobDamage, type Blobs, blobsIn } from './blobs.ts';
import { COLUMNS, type EntryRow, entryOf, headOf } from './log.ts';
import { preparing, type Sql } from './prepared.ts';

/** What stands in the way of reading a page of the file, in words. */
const unreadable = (error: unknown): string => `it cannot be read (${(error as Error).message})`;

/**
 * Checks the truth (every entry's hash and its place in the chain, every kept byte) and, against it, what is derived. Yields each
 * thing that does not hold and goes on, so that one bad page does not hide another.
 */
export function* verifyIn(database: Database.Database): Generator<VerifyFinding> {
  const sql = preparing(database);
  const blobs = blobsIn(database);
  yield* verifyFile(database);
  let head: EntryHead = EMPTY_HEAD;
  const noted = yield* notedHead(sql);
  for (let sequence = 1; sequence <= Math.max(noted, lastSequence(sql)); sequence += 1) {
    const row = yield* readEntry(sql, sequence);
    if (!row) {
      head = { sequence, hash: '' };
      continue;
    }
    yield* verifyEntry(blobs, sql, head, row);
    head = { sequence: row.sequence, hash: row.hash };
  }
  yield* verifyHead(sql, head);
}

/** What SQLite itself finds wrong with the file: pages, indexes, order. */
function* verifyFile(database: Database.Database): Generator<VerifyFinding> {
  try {
    const found = database.pragma('integrity_check(20)') as readonly { readonly integrity_check: string }[];
    for (const { integrity_check: message } of found) {
      if (message !== 'ok') yield { sequence: null, what: 'derived', id: 'file', message: `the file does not hold together: ${message}` };
    }
  } catch (error) {
    yield { sequence: null, what: 'derived', id: 'file', message: `the file does not hold together: ${unreadable(error)}` };
  }
}

function lastSequence(sql: Sql): number {
  try {
    return (sql('SELECT coalesce(max(sequence), 0) AS last FROM log').get() as { readonly last: number }).last;
  } catch {
    // A damaged index tells nothing: the head says how far to look, and every entry up to there is asked for by itself.
    return 0;
  }
}

function* notedHead(sql: Sql): Generator<VerifyFinding, number> {
  try {
    return headOf(sql).sequence;
  } catch (error) {
    yield { sequence: null, what: 'entry', id: 'head', message: `the note of the newest entry: ${unreadable(error)}` };
    return 0;
  }
}

function* readEntry(sql: Sql, sequence: number): Generator<VerifyFinding, EntryRow | null> {
  const id = String(sequence);
  try {
    const row = sql(`SELECT ${COLUMNS} FROM log WHERE sequence = ?`).get(sequence) as EntryRow | undefined;
    if (row) return row;
    yield { sequence, what: 'entry', id, message: `entry ${sequence} is missing` };
  } catch (error) {
    yield { sequence, what: 'entry', id, message: `entry ${sequence}: ${unreadable(error)}` };
  }
  return null;
}

function* verifyEntry(blobs: Blobs, sql: Sql, head: EntryHead, row: EntryRow): Generator<VerifyFinding> {
  const { sequence } = row;
  const finding = (message: string): VerifyFinding => ({
    sequence,
    what: 'entry',
    id: String(sequence),
    message: `entry ${sequence}: ${message}`,
  });
  let entry: ReturnType<typeof entryOf>;
  try {
    entry = entryOf(row);
  } catch {
    yield finding('its words are no JSON any more');
    return;
  }
  // After an entry that is missing or unreadable the chain cannot be followed: the entry's own hash still can.
  const before = head.hash === '' ? { ...head, hash: entry.previous } : head;
  const broken = brokenLink(before, entry);
  if (broken) yield finding(broken);
  if (broken && head.hash !== '') return;
  for (const { hash, what } of blobsOf(entry.kind, entry.body)) {
    const id = what === 'entry' ? String(sequence) : (entry.body as ReportBody).report;
    const message = damageOf(blobs, hash);
    if (message) yield { sequence, what, id, message: `entry ${sequence}: ${message}` };
    else if (what === 'report') yield* verifyDerived(blobs, sql, sequence, entry.body as ReportBody, hash);
  }
}

/** What is wrong with the bytes under a hash; null where they are whole. */
function damageOf(blobs: Blobs, hash: string): string | null {
  try {
    return blobs.get(hash) ? null : `the bytes that it keeps under ${hash} are missing`;
  } catch (error) {
    return error instanceof BlobDamage ? error.message : `what it keeps under ${hash}: ${unreadable(error)}`;
  }
}

interface DerivedReport {
  readonly key: number;
  readonly reading: string;
  readonly sort: string;
  readonly row: string;
}

/** Whether a report's rows are what its newest reading makes of it. An earlier reading's rows are gone, as they should be. */
function* verifyDerived(blobs: Blobs, sql: Sql, sequence: number, { report }: ReportBody, hash: string): Generator<VerifyFinding> {
  const finding = (message: string): VerifyFinding => ({
    sequence,
    what: 'derived',
    id: report,
    message: `${report}: ${message}; rebuild it`,
  });
  try {
    const kept = sql('SELECT t.key, t.reading, t.sort, r.row FROM reports t LEFT JOIN report_rows r ON r.key = t.key WHERE t.id = ?').get(
      report,
    ) as DerivedReport | undefined;
    if (!kept) yield finding('its row is missing');
    if (!kept || kept.reading !== hash) return;
    const reading = JSON.parse(blobs.get(hash)?.toString('utf8') ?? 'null') as Reading;
    const given = sql('SELECT body FROM log WHERE sequence = ?').get(kept.key) as { readonly body: string } | undefined;
    const { givenId = null } = JSON.parse(given?.body ?? '{}') as Partial<ReportBody>;
    const draft = reportDraft(reading.report, kept.key, givenId);
    if (kept.sort !== draft.sort || kept.row !== JSON.stringify(draft.row)) yield finding('its row is not what its reading says');
    const rows = sql(
      'SELECT t.id, t.sort, r.row FROM statements t LEFT JOIN statement_rows r ON r.key = t.key WHERE t.report = ? ORDER BY t.sort DESC',
    ).all(report);
    const expected = statementDrafts(reading, draft.sort).map(({ statement, sort }) => ({
      id: statement.id,
      sort,
      row: JSON.stringify(statement),
    }));
    if (JSON.stringify(rows) !== JSON.stringify(expected)) yield finding('its statements are not what its reading says');
  } catch (error) {
    yield finding(unreadable(error));
  }
}

/** A log cut short at its end still chains; the note of its head tells. */
function* verifyHead(sql: Sql, last: EntryHead): Generator<VerifyFinding> {
  try {
    const noted = headOf(sql);
    if (noted.sequence !== last.sequence || noted.hash !== last.hash) {
      yield { sequence: last.sequence, what: 'entry', id: 'head', message: `the newest entry should be ${noted.sequence} (${noted.hash})` };
    }
  } catch {
    // Told already, when the head was first asked for.
  }
}
