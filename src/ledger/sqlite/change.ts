import type Database from 'better-sqlite3';
import {
  AccordingtoError,
  type Judgement,
  type Look,
  type Reading,
  type ReceivedReport,
  type WatchedItem,
  type WatchedPlace,
  type WatchHolder,
} from '../../model/index.ts';
import { canonicalJson, sha256 } from '../canonical/canonical.ts';
import { reportId, underId } from '../derive/identity.ts';
import { countsOf, type StoredDelta, type StoredUpserts, storedUpserts, upsertsOf } from '../derive/linked.ts';
import type { LinkingBody, ReadingBody, ReportBody } from '../log/bodies.ts';
import type { EntryKind } from '../log/entry.ts';
import type { AddOutcome, Entry, Linking, LinkingDelta } from '../port.ts';
import { applyEntry } from './apply/index.ts';
import { type SourceBook, sourceBook } from './apply/sources.ts';
import { type Blobs, blobsIn } from './blobs.ts';
import { append } from './log.ts';
import { preparing, type Sql } from './prepared.ts';
import { holdWatch, releaseWatch } from './watch-lease.ts';
import { forgetWatched, putWatched } from './watching.ts';

export interface AddItem {
  readonly received: ReceivedReport;
  readonly reading: Reading;
}

/** Every way to change the ledger. Each appends to the log and changes tables by it; each must stand in a transaction. */
export interface Changes {
  readonly add: (items: readonly AddItem[]) => readonly AddOutcome[];
  readonly reread: (reading: Reading) => AddOutcome;
  readonly link: (linking: Linking) => void;
  readonly linkDelta: (delta: LinkingDelta) => void;
  readonly judge: (judgement: Judgement) => Entry;
  readonly look: (look: Look, by: string) => Entry;
  /** Working state of what is watched: no entry is written. */
  readonly watch: (place: WatchedPlace | null, items: readonly WatchedItem[]) => void;
  readonly forget: (place: string) => boolean;
  readonly holdWatch: (holder: string, now: string, until: string) => WatchHolder | null;
  readonly releaseWatch: (holder: string) => void;
}

interface Desk {
  readonly sql: Sql;
  readonly blobs: Blobs;
  readonly book: SourceBook;
  readonly now: () => Date;
}

/** Writes an entry and does what it says. `kept` is the JSON beside it, by hash: read back from its canonical form, as a rebuild does. */
function record({ sql, blobs, book, now }: Desk, kind: EntryKind, by: string, body: unknown, kept?: KeptJson): Entry {
  if (kept) blobs.put(kept.hash, Buffer.from(kept.json, 'utf8'));
  const entry = append(sql, { at: now().toISOString(), by, kind, body });
  // What the entry brings is at hand; a judgement goes back to readings that are on the disk.
  const load = (hash: string): unknown =>
    JSON.parse(kept?.hash === hash ? kept.json : (blobs.get(hash)?.toString('utf8') ?? 'null')) as unknown;
  applyEntry({ sql, book, load }, entry);
  return entry;
}

interface KeptJson {
  readonly json: string;
  readonly hash: string;
}

function kept(value: unknown): KeptJson {
  const json = canonicalJson(value);
  return { json, hash: sha256(json) };
}

const writerOf = (reading: Reading): string => reading.reader ?? 'reader';

/** The report of these bytes, set aside or not: a report that a person rejected does not come back by being added again. */
export const reportWith = (sql: Sql, hash: string): { readonly id: string } | undefined =>
  sql('SELECT id FROM reports WHERE sha256 = ? UNION ALL SELECT report FROM set_aside WHERE sha256 = ?').get(hash, hash) as
    | { readonly id: string }
    | undefined;

function addOne(desk: Desk, { received, reading }: AddItem): AddOutcome {
  const { sql, blobs } = desk;
  const { report, raw, mediaType, headers, evidence, warnings, idGiven, intake } = received;
  const known = reportWith(sql, report.sha256);
  if (known) return { status: 'known', reportId: known.id };
  if (sha256(raw) !== report.sha256) throw new AccordingtoError('LEDGER_BYTES_DIFFER', { report: report.id });
  const id = reportId(
    report.sha256,
    (taken) => sql('SELECT 1 FROM reports WHERE id = ? UNION ALL SELECT 1 FROM set_aside WHERE report = ?').get(taken, taken) !== undefined,
  );
  const whole = kept(underId(reading, id));
  blobs.put(report.sha256, raw);
  const givenId = idGiven && report.id !== id ? report.id : null;
  const how = { mediaType, headers, evidence, warnings, ...(intake !== undefined && { intake }) };
  const body: ReportBody = { report: id, givenId, raw: report.sha256, ...how, reading: whole.hash };
  record(desk, 'report', writerOf(reading), body, whole);
  return { status: 'stored', reportId: id };
}

function rereadOne(desk: Desk, reading: Reading): AddOutcome {
  const { id } = reading.report;
  const known = desk.sql('SELECT reading FROM reports WHERE id = ? UNION ALL SELECT reading FROM set_aside WHERE report = ?').get(id, id) as
    | { readonly reading: string }
    | undefined;
  if (!known) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'report', id });
  const whole = kept(reading);
  if (whole.hash === known.reading) return { status: 'known', reportId: id };
  const body: ReadingBody = { report: id, reading: whole.hash };
  record(desk, 'reading', writerOf(reading), body, whole);
  return { status: 'stored', reportId: id };
}

function linkWhole(desk: Desk, linking: Linking): void {
  const upserts = upsertsOf(linking);
  const stored: StoredUpserts = storedUpserts(upserts);
  const whole = kept(stored);
  const body: LinkingBody = { version: linking.version, linking: whole.hash, counts: countsOf(upserts) };
  record(desk, 'linking', linking.version, body, whole);
}

function linkChanges(desk: Desk, { version, upserts, removals }: LinkingDelta): void {
  const stored: StoredDelta = { version, upserts: storedUpserts(upserts), removals };
  const whole = kept(stored);
  const body: LinkingBody = { version, linking: whole.hash, counts: countsOf(upserts, removals) };
  record(desk, 'linking-delta', version, body, whole);
}

export function changesOn(database: Database.Database, now: () => Date): Changes {
  const sql = preparing(database);
  const blobs = blobsIn(database);
  // A book of its own for each change: one that fails leaves nothing behind for the next.
  const within = <Result>(work: (desk: Desk) => Result): Result => {
    const book = sourceBook(sql);
    const result = work({ sql, blobs, book, now });
    book.flush();
    return result;
  };
  return {
    add: (items) => within((desk) => items.map((item) => addOne(desk, item))),
    reread: (reading) => within((desk) => rereadOne(desk, reading)),
    link: (linking) => within((desk) => linkWhole(desk, linking)),
    linkDelta: (delta) => within((desk) => linkChanges(desk, delta)),
    judge: (judgement) => within((desk) => record(desk, 'judgement', judgement.by, judgement)),
    look: (look, by) => within((desk) => record(desk, 'look', by, look)),
    watch: (place, items) => putWatched(sql, place, items),
    holdWatch: (holder, at, until) => holdWatch(sql, holder, at, until),
    releaseWatch: (holder) => releaseWatch(sql, holder),
    forget: (place) => forgetWatched(sql, place),
  };
}
