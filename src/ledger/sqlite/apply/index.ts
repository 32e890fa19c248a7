import type { Judgement, Look, Reading } from '../../../model/index.ts';
import { addressKey } from '../../derive/address.ts';
import type { StoredDelta, StoredUpserts } from '../../derive/linked.ts';
import type { LinkingBody, ReadingBody, ReportBody } from '../../log/bodies.ts';
import type { EntryKind } from '../../log/entry.ts';
import type { Entry } from '../../port.ts';
import type { Sql } from '../prepared.ts';
import { applyDelta, clearLinking } from './linking.ts';
import { removeMarks } from './marks.ts';
import { applyReading, applyReport } from './reports.ts';
import type { SourceBook } from './sources.ts';

/** Where an entry's changes go, and what it keeps beside the log. */
export interface Applying {
  readonly sql: Sql;
  readonly book: SourceBook;
  /** A blob's JSON by its hash. */
  readonly load: (hash: string) => unknown;
}

/** Undoes a judgement or brings it back: what an undone `undo` had undone stands again. */
function setUndone(sql: Sql, sequence: number, undone: boolean): void {
  const kept = sql('SELECT target, verdict FROM judgements WHERE sequence = ?').get(sequence) as
    | Pick<Judgement, 'target' | 'verdict'>
    | undefined;
  if (!kept) return;
  sql('UPDATE judgements SET undone = ? WHERE sequence = ?').run(undone ? 1 : 0, sequence);
  // An undo names an entry before its own, so this comes to an end.
  if (kept.verdict === 'undo' && Number(kept.target) < sequence) setUndone(sql, Number(kept.target), !undone);
}

/** How each kind of entry changes the derived tables. The same code runs when an entry is written and when tables are rebuilt. */
const APPLY: Readonly<Record<EntryKind, (to: Applying, entry: Entry) => void>> = {
  report: ({ sql, book, load }, { sequence, body }) => {
    const report = body as ReportBody;
    applyReport(sql, book, sequence, report, load(report.reading) as Reading);
  },
  reading: ({ sql, book, load }, { sequence, body }) => {
    const reading = body as ReadingBody;
    applyReading(sql, book, sequence, reading, load(reading.reading) as Reading);
    // Read anew, it is to be linked anew.
    removeMarks(sql, [reading.report]);
  },
  linking: ({ sql, book, load }, { body }) => {
    const upserts = load((body as LinkingBody).linking) as StoredUpserts;
    const links = upserts.statementSources ?? {};
    clearLinking(sql, book, { has: (id) => Object.hasOwn(links, id) });
    applyDelta(sql, book, { upserts, removals: {} });
  },
  'linking-delta': ({ sql, book, load }, { body }) => {
    applyDelta(sql, book, load((body as LinkingBody).linking) as StoredDelta);
  },
  judgement: ({ sql }, { sequence, body }) => {
    const { target, verdict, by } = body as Judgement;
    sql('INSERT INTO judgements (sequence, target, verdict, "by", undone) VALUES (?, ?, ?, ?, 0)').run(sequence, target, verdict, by);
    if (verdict === 'undo') setUndone(sql, Number(target), true);
  },
  look: ({ sql }, { sequence, body }) => {
    const { address, outcome, report, sha256 } = body as Look;
    sql('INSERT INTO looks (sequence, address, outcome, report, sha256) VALUES (?, ?, ?, ?, ?)').run(
      sequence,
      addressKey(address) ?? address,
      outcome,
      report,
      sha256,
    );
  },
};

/** Applies one entry. An entry of a kind that this version does not know changes no table: a newer version wrote it. */
export function applyEntry(to: Applying, entry: Entry): void {
  APPLY[entry.kind as EntryKind]?.(to, entry);
}
