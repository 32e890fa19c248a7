import { statSync } from 'node:fs';
import { AccordingtoError, type LedgerExport, type Reading, type Report } from '../../model/index.ts';
import { byTarget, isRejected, judgedReading } from '../derive/judged.ts';
import type { LinkingBody, ReportBody } from '../log/bodies.ts';
import type { Ledger, RowKind, RowTypes, VerifyFinding } from '../port.ts';
import { type BlobDamage, blobsIn } from './blobs.ts';
import { changesOn, reportWith } from './change.ts';
import { citationsOf } from './citations.ts';
import { compareDerived } from './compare.ts';
import { custodyOf, versionsOf } from './custody.ts';
import { judgementAt, judgementsAbout, pageOfEntries } from './entries.ts';
import { asLedgerError } from './failure.ts';
import { linkedTo } from './linked-to.ts';
import { headOf } from './log.ts';
import { marksNear, unmarked } from './marks.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type Connections, closeWriter, openForReading, openForWriting, readerOf } from './open.ts';
import { overviewOf } from './overview.ts';
import { eachRow, pageOf, rowOf } from './pages.ts';
import { preparing } from './prepared.ts';
import { readsOn } from './query.ts';
import { DERIVATION, rebuildIn } from './rebuild.ts';
import { ANY_REPORT, rulingsOn } from './rulings.ts';
import { verifyTruth } from './verify.ts';
import { dueItems, nextDue, watchedItem, watchedPlaces, watchedRows } from './watching.ts';
import { forgetWriter, noteWriter } from './writers.ts';

export interface LedgerOptions {
  /** Makes the ledger where there is none. */
  readonly create?: boolean;
  /** Opens for reading only: nothing on the disk changes, and another process may write. */
  readonly readOnly?: boolean;
  /** How long a change waits for another process that writes; 10 seconds where nothing is said. */
  readonly waitMilliseconds?: number;
  /** What the log's entries are dated by. */
  readonly now?: () => Date;
}

const WAIT_MILLISECONDS = 10_000;

/**
 * Opens the ledger in a file (SQLite).
 * @throws AccordingtoError LEDGER_NOT_FOUND, LEDGER_NOT_A_LEDGER, LEDGER_NEWER, LEDGER_READ_ONLY, LEDGER_BUSY, LEDGER_DISK_FULL,
 *   LEDGER_DAMAGED.
 */
export async function openLedger(path: string, options: LedgerOptions = {}): Promise<Ledger> {
  const { create = false, readOnly = false, waitMilliseconds = WAIT_MILLISECONDS, now = () => new Date() } = options;
  const connections = readOnly ? openForReading(path) : await openForWriting(path, { create, waitMilliseconds });
  const ledger = ledgerOn(connections, now);
  if (!readOnly && derivationOf(connections) !== DERIVATION) {
    try {
      await ledger.rebuild();
    } catch (error) {
      await ledger.close();
      throw error;
    }
  }
  return ledger;
}

const derivationOf = ({ reader }: Connections): number =>
  (reader.prepare('SELECT derivation FROM head').get() as { readonly derivation: number }).derivation;

/** Every row of a sequence, failures of SQLite's turned into ours. */
async function* guardedRows<Row>(path: string, rows: Iterable<Row>): AsyncGenerator<Row> {
  try {
    for (const row of rows) yield row;
  } catch (error) {
    throw asLedgerError(error, path);
  }
}

/**
 * Verifies what is on the disk, not what a connection remembers of it: SQLite's own check, asked of a connection that has read
 * other tables before, was seen to call a sound search index damaged.
 */
function* verifyFresh(path: string, derived: boolean): Generator<VerifyFinding> {
  const database = readerOf(path);
  try {
    // The second derivation can be as large as the ledger: it goes to the disk.
    database.pragma('temp_store = FILE');
    // One moment's state: what is added meanwhile is not looked at.
    database.exec('BEGIN');
    let sound = true;
    for (const finding of verifyTruth(database)) {
      sound = false;
      yield finding;
    }
    // What is derived from a damaged truth says nothing.
    if (sound && derived) yield* compareDerived(database);
  } finally {
    database.close();
  }
}

function ledgerOn(connections: Connections, now: () => Date): Ledger {
  const { path, reader, writer, transactions } = connections;
  const reads = readsOn(reader);
  const sql = preparing(reader);
  const blobs = blobsIn(reader);
  const changes = writer && changesOn(writer, now);
  let noted = false;

  const read = async <Result>(work: () => Result): Promise<Result> => {
    try {
      return work();
    } catch (error) {
      throw asLedgerError(error, path);
    }
  };

  /** Before its first change a writer says who it is, so that who waits for it can be told. */
  const change = async <Result>(work: (how: NonNullable<typeof changes>) => Result): Promise<Result> => {
    if (!writer || !transactions || !changes) throw new AccordingtoError('LEDGER_READ_ONLY', { path, reason: 'it was opened for reading' });
    if (!noted) await transactions.run(() => noteWriter(writer, now().toISOString()));
    noted = true;
    return transactions.run(() => work(changes));
  };

  const blobJson = (hash: string): unknown => {
    try {
      return JSON.parse(blobs.get(hash)?.toString('utf8') ?? 'null');
    } catch (error) {
      throw new AccordingtoError('LEDGER_DAMAGED', { path, reason: (error as BlobDamage).message }, { cause: error });
    }
  };

  const bodyOf = (entry: number): ReportBody =>
    JSON.parse((sql('SELECT body FROM log WHERE sequence = ?').get(entry) as { readonly body: string }).body) as ReportBody;

  const reportBy = (id: string) =>
    sql(
      'SELECT key, reading, sha256 FROM reports WHERE id = ? UNION ALL SELECT entry, reading, sha256 FROM set_aside WHERE report = ?',
    ).get(id, id) as { readonly key: number; readonly reading: string; readonly sha256: string } | undefined;

  const readingOf = (id: string): Reading | null => {
    const kept = reportBy(id);
    if (!kept) return null;
    const reading = blobJson(kept.reading) as Reading;
    return { ...reading, warnings: [...bodyOf(kept.key).warnings, ...reading.warnings] };
  };

  const rawOf = (id: string) => {
    const kept = reportBy(id);
    if (!kept) return null;
    const bytes = blobs.get(kept.sha256);
    return bytes && { bytes, mediaType: bodyOf(kept.key).mediaType };
  };

  /** As people have it: corrected, without what they rejected; null where the whole report is. */
  const toLink = (id: string) => {
    const kept = sql('SELECT reading FROM reports WHERE id = ?').get(id) as { readonly reading: string } | undefined;
    if (!kept) return null;
    const rulings = byTarget(rulingsOn(sql, [id]));
    const { report, statements } = judgedReading(blobJson(kept.reading) as Reading, rulings);
    return { report, statements: statements.filter((row) => !isRejected(rulings.get(row.id))) };
  };

  function* readings(): Generator<{ readonly report: Report; readonly reading: Reading }> {
    for (let after = ''; ; ) {
      const kept = sql('SELECT id, reading FROM reports WHERE id > ? ORDER BY id LIMIT 50').all(after) as {
        readonly id: string;
        readonly reading: string;
      }[];
      for (const { id, reading: hash } of kept) {
        const reading = judgedReading(blobJson(hash) as Reading, byTarget(rulingsOn(sql, [id])));
        yield { report: reading.report, reading };
      }
      const last = kept.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  const count = (text: string): number => (sql(text).get() as { readonly n: number }).n;

  const each = <Kind extends RowKind>(kind: Kind) => guardedRows(path, eachRow(reads, kind));
  const every = <Kind extends RowKind>(kind: Kind): RowTypes[Kind][] => [...eachRow(reads, kind)];

  const linkingVersion = (): string | null => {
    const last = sql("SELECT body FROM log WHERE kind IN ('linking', 'linking-delta') ORDER BY sequence DESC LIMIT 1").get();
    return last ? (JSON.parse((last as { readonly body: string }).body) as LinkingBody).version : null;
  };

  const close = async (): Promise<void> => {
    if (writer?.open && noted && transactions) await transactions.run(() => forgetWriter(writer)).catch(() => undefined);
    reader.close();
    if (writer?.open) closeWriter(writer);
  };

  return {
    add: (received, reading) =>
      change((how) => {
        const [outcome] = how.add([{ received, reading }]);
        if (!outcome) throw new Error('an addition came to nothing');
        return outcome;
      }),
    addMany: (items) => change((how) => how.add(items)),
    reread: (reading) => change((how) => how.reread(reading)),
    reportIdOf: (sha256) => read(() => reportWith(sql, sha256)?.id ?? null),
    page: (kind, query = {}) => read(() => pageOf(reads, kind, query)),
    row: (kind, id) => read(() => rowOf(reads, kind, id)),
    citations: (id) => read(() => reads.together(() => citationsOf(sql, id))),
    overview: (query = {}) => read(() => overviewOf(reads, query)),
    reading: (id) => read(() => reads.together(() => readingOf(id))),
    raw: (id) => read(() => reads.together(() => rawOf(id))),
    custody: (id) => read(() => reads.together(() => custodyOf(sql, id))),
    versions: (address) => read(() => reads.together(() => versionsOf(sql, address))),
    look: (look, by) => change((how) => how.look(look, by)),
    watching: {
      places: () => read(() => watchedPlaces(sql)),
      rows: () => read(() => watchedRows(sql)),
      item: (place, item) => read(() => watchedItem(sql, place, item)),
      due: (place, at, limit) => read(() => dueItems(sql, place, at, limit)),
      next: () => read(() => nextDue(sql)),
      put: (place, items) => change((how) => how.watch(place, items)),
      forget: (place) => change((how) => how.forget(place)),
      hold: (holder, at, until) => change((how) => how.holdWatch(holder, at, until)),
      release: (holder) => change((how) => how.releaseWatch(holder)),
    },
    link: (linking) => change((how) => how.link(linking)),
    linkDelta: (delta) => change((how) => how.linkDelta(delta)),
    unmarked: (most = Number.MAX_SAFE_INTEGER) => read(() => unmarked(sql, most)),
    toLink: (id) => read(() => reads.together(() => toLink(id))),
    linkedTo: (reports) => read(() => reads.together(() => linkedTo(sql, reports))),
    rulingsOn: (reports) => read(() => rulingsOn(sql, [...reports, ANY_REPORT])),
    marksNear: (mark, nearness, known) => read(() => marksNear(sql, mark, nearness, known)),
    judge: (judgement) => change((how) => how.judge(judgement)),
    judgement: (sequence) => read(() => judgementAt(sql, sequence)),
    judgementsOn: (target) => read(() => judgementsAbout(sql, target)),
    entries: (query = {}) => read(() => pageOfEntries(reads, query)),
    counts: () =>
      read(() =>
        reads.together(() => ({
          reports: count('SELECT count(*) AS n FROM reports'),
          statements: count('SELECT count(*) AS n FROM statements WHERE voice IS NULL'),
          sources: count('SELECT count(*) AS n FROM sources'),
          claims: count('SELECT count(*) AS n FROM claims'),
          relations: count('SELECT count(*) AS n FROM relations'),
          tallies: count('SELECT count(*) AS n FROM tallies'),
          forecasts: count('SELECT count(*) AS n FROM forecasts'),
          timeline: count('SELECT count(*) AS n FROM timeline'),
          decisions: count('SELECT count(*) AS n FROM decisions'),
          entries: headOf(sql).sequence,
        })),
      ),
    exportAll: () =>
      read(() =>
        reads.together(
          (): LedgerExport => ({
            reports: every('reports'),
            sources: every('sources'),
            statements: every('statements'),
            claims: every('claims'),
            relations: every('relations'),
            tallies: every('tallies'),
            forecasts: every('forecasts'),
            timeline: every('timeline'),
            decisions: every('decisions'),
          }),
        ),
      ),
    each,
    eachReading: () => guardedRows(path, readings()),
    about: () =>
      read(() => ({
        location: path,
        schema: MIGRATIONS.length,
        readOnly: writer === null,
        bytes: statSync(path).size,
        head: headOf(sql),
        linking: linkingVersion(),
      })),
    verify: ({ derived = true } = {}) => guardedRows<VerifyFinding>(path, verifyFresh(path, derived)),
    rebuild: async () => {
      if (!writer || !transactions) throw new AccordingtoError('LEDGER_READ_ONLY', { path, reason: 'it was opened for reading' });
      await transactions.run(() => rebuildIn(writer));
    },
    close,
  };
}
