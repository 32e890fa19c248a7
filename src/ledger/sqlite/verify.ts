import type Database from 'better-sqlite3';
import { blobsOf, type ReportBody } from '../log/bodies.ts';
import { brokenLink, EMPTY_HEAD, type EntryHead } from '../log/entry.ts';
import type { VerifyFinding } from '../port.ts';
import { BlobDamage, type Blobs, blobsIn } from './blobs.ts';
import { COLUMNS, type EntryRow, entryOf, headOf } from './log.ts';
import { preparing, type Sql } from './prepared.ts';

/** What stands in the way of reading a page of the file, in words. */
const unreadable = (error: unknown): string => `it cannot be read (${(error as Error).message})`;

/**
 * Checks the truth: the file's pages, every entry's hash and its place in the chain, every kept byte. Yields each thing that does
 * not hold and goes on, so that one bad page does not hide another.
 */
export function* verifyTruth(database: Database.Database): Generator<VerifyFinding> {
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
    yield* verifyEntry(blobs, head, row);
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

function* verifyEntry(blobs: Blobs, head: EntryHead, row: EntryRow): Generator<VerifyFinding> {
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
  }
}

/** What is wrong with the bytes under a hash; null where they are whole. */
function damageOf(blobs: Blobs, hash: string): string | null {
  try {
    if (blobs.isWhole(hash)) return null;
    return blobs.get(hash) ? `what is kept under ${hash} was changed` : `the bytes that it keeps under ${hash} are missing`;
  } catch (error) {
    return error instanceof BlobDamage ? error.message : `what it keeps under ${hash}: ${unreadable(error)}`;
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
