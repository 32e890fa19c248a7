import type { Judgement, Look, Reading } from '../../../model/index.ts';
import { addressKey } from '../../derive/address.ts';
import type { StoredDelta, StoredUpserts } from '../../derive/linked.ts';
import type { LinkingBody, ReadingBody, ReportBody } from '../../log/bodies.ts';
import type { EntryKind } from '../../log/entry.ts';
import type { Entry } from '../../port.ts';
import type { Applying } from './applying.ts';
import { applyJudgement } from './judgements.ts';
import { applyDelta, clearLinking } from './linking.ts';
import { queueReports, removeMarks } from './marks.ts';
import { applyReading, applyReport } from './reports.ts';

/** How each kind of entry changes the derived tables. The same code runs when an entry is written and when tables are rebuilt. */
const APPLY: Readonly<Record<EntryKind, (to: Applying, entry: Entry) => void>> = {
  report: ({ sql, book, load }, { sequence, body }) => {
    const report = body as ReportBody;
    applyReport(sql, book, sequence, report, load(report.reading) as Reading);
    queueReports(sql, [report.report]);
  },
  reading: ({ sql, book, load }, { sequence, body }) => {
    const reading = body as ReadingBody;
    applyReading(sql, book, sequence, reading, load(reading.reading) as Reading);
    // Read anew, it is to be linked anew.
    removeMarks(sql, [reading.report]);
    queueReports(sql, [reading.report]);
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
  judgement: (to, { sequence, body }) => applyJudgement(to, sequence, body as Judgement),
};

/** Applies one entry. An entry of a kind that this version does not know changes no table: a newer version wrote it. */
export function applyEntry(to: Applying, entry: Entry): void {
  APPLY[entry.kind as EntryKind]?.(to, entry);
}
