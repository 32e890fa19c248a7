import type { Judgement, Reading } from '../../../model/index.ts';
import { byTarget, isRejected } from '../../derive/judged.ts';
import type { ReportBody } from '../../log/bodies.ts';
import { ANY_REPORT, reportsNamed, rulingsOn } from '../rulings.ts';
import type { Applying } from './applying.ts';
import { queueReports, removeMarks } from './marks.ts';
import { refreshReport, removeReport, restoreReport } from './reports.ts';

/** A person's decision: noted under every report that it bears on, shown in their rows, and its reports to be linked anew. */
export function applyJudgement(to: Applying, sequence: number, judgement: Judgement): void {
  const { sql } = to;
  const { target, verdict, by } = judgement;
  sql('INSERT INTO judgements (sequence, target, verdict, "by", undone) VALUES (?, ?, ?, ?, 0)').run(sequence, target, verdict, by);
  if (verdict === 'undo') {
    sql('INSERT OR IGNORE INTO judgement_reports (report, sequence) SELECT report, ? FROM judgement_reports WHERE sequence = ?').run(
      sequence,
      Number(target),
    );
    for (const undone of setUndone(to, sequence, Number(target), true)) bearOut(to, undone);
    return;
  }
  const note = sql('INSERT OR IGNORE INTO judgement_reports (report, sequence) VALUES (?, ?)');
  for (const report of reportsNamed(judgement)) if (isReport(to, report)) note.run(report, sequence);
  if (judgement.kind === 'source') note.run(ANY_REPORT, sequence);
  bearOut(to, judgement);
}

const isReport = ({ sql }: Applying, id: string): boolean =>
  sql('SELECT 1 FROM reports WHERE id = ? UNION ALL SELECT 1 FROM set_aside WHERE report = ?').get(id, id) !== undefined;

/**
 * Undoes a judgement or brings it back: what an undone `undo` had undone stands again. Answers with the judgements whose standing
 * changed.
 */
function setUndone({ sql }: Applying, from: number, sequence: number, undone: boolean): readonly Judgement[] {
  const kept = sql('SELECT target, verdict FROM judgements WHERE sequence = ?').get(sequence) as
    | Pick<Judgement, 'target' | 'verdict'>
    | undefined;
  // An undo names an entry before its own, so this comes to an end.
  if (!kept || sequence >= from) return [];
  sql('UPDATE judgements SET undone = ? WHERE sequence = ?').run(undone ? 1 : 0, sequence);
  if (kept.verdict === 'undo') return setUndone({ sql } as Applying, sequence, Number(kept.target), !undone);
  const { body } = sql('SELECT body FROM log WHERE sequence = ?').get(sequence) as { readonly body: string };
  return [JSON.parse(body) as Judgement];
}

/** Brings rows in line with a judgement that has come to stand or no longer stands. */
function bearOut(to: Applying, judgement: Judgement): void {
  const { sql, book } = to;
  // How reliable a source is says nothing about what is linked.
  if (judgement.kind === 'source') book.touch(judgement.target);
  if (judgement.verdict === 'rate') return;
  const named = reportsNamed(judgement).filter((id) => isReport(to, id));
  if (judgement.kind === 'report') settleReport(to, judgement.target);
  if (judgement.kind === 'statement') {
    const [report] = named;
    if (report) settleReport(to, report);
  }
  queueReports(sql, named);
  if (judgement.kind !== 'source') return;
  const other = judgement.verdict === 'join' ? judgement.with : judgement.verdict === 'split' ? judgement.from : judgement.target;
  for (const source of new Set([judgement.target, other])) {
    sql('INSERT OR IGNORE INTO to_link (report) SELECT report FROM source_uses WHERE source_id = ?').run(source);
  }
}

/** A report's rows as its judgements have it: set aside where it is rejected, brought back where it no longer is, corrected. */
function settleReport({ sql, book, load }: Applying, id: string): void {
  const rulings = byTarget(rulingsOn(sql, [id]));
  const rejected = isRejected(rulings.get(id));
  const kept = sql('SELECT sha256, key, entry, reading FROM reports WHERE id = ?').get(id) as KeptReport | undefined;
  if (kept && rejected) {
    removeReport(sql, book, id);
    removeMarks(sql, [id]);
    sql('INSERT INTO set_aside (report, sha256, entry, reading, reading_entry) VALUES (?, ?, ?, ?, ?)').run(
      id,
      kept.sha256,
      kept.key,
      kept.reading,
      kept.entry,
    );
  } else if (kept) {
    refreshReport(sql, book, { id, key: kept.key, givenId: givenId(sql, kept.key) }, load(kept.reading) as Reading, rulings);
  } else if (!rejected) {
    const aside = sql('SELECT entry, reading, reading_entry FROM set_aside WHERE report = ?').get(id) as KeptAside | undefined;
    if (!aside) return;
    sql('DELETE FROM set_aside WHERE report = ?').run(id);
    const body = { report: id, reading: aside.reading, givenId: givenId(sql, aside.entry) };
    restoreReport(sql, book, { sequence: aside.entry, readingEntry: aside.reading_entry }, body, load(aside.reading) as Reading, rulings);
  }
}

interface KeptReport {
  readonly sha256: string;
  readonly key: number;
  readonly entry: number;
  readonly reading: string;
}
interface KeptAside {
  readonly entry: number;
  readonly reading: string;
  readonly reading_entry: number;
}

/** The id that the report came with: its entry says so. */
const givenId = (sql: Applying['sql'], entry: number): string | null =>
  (JSON.parse((sql('SELECT body FROM log WHERE sequence = ?').get(entry) as { readonly body: string }).body) as ReportBody).givenId;
