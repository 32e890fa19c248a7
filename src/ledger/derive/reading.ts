import type { LedgerReport, Reading, Report, Statement } from '../../model/index.ts';
import { normalName, padded, paddedDown, sortDate } from './normal.ts';
import { type Vouching, vouchingOf } from './sources.ts';

/** A report's row before linking. `sort` is the order of lists: the latest first when read downwards. */
export interface ReportDraft {
  readonly sort: string;
  readonly day: string | null;
  readonly row: Omit<LedgerReport, 'copyOf' | 'copyKind'>;
}

/** A statement's row and what it can be found by. */
export interface StatementDraft {
  readonly statement: Statement;
  readonly sort: string;
  readonly said: string | null;
  readonly bases: string;
  readonly hasFigure: boolean;
  readonly places: readonly { readonly name: string; readonly country: string | null; readonly geonames: number | null }[];
  readonly vouching: Vouching;
}

/** The report's row. `sequence` is its entry's place in the log, which parts reports of one moment. */
export function reportDraft(report: Report, sequence: number, givenId: string | null): ReportDraft {
  const day = sortDate(report.published);
  return { sort: `${day ?? ''} ${padded(sequence, 10)}`, day, row: { ...report, givenId } };
}

/** Names and countries of a statement's places, each once. */
function placesOf(statement: Statement): StatementDraft['places'] {
  const found = new Map<string, StatementDraft['places'][number]>();
  for (const { name, text, country, geonames } of statement.places) {
    for (const words of new Set([normalName(text), normalName(name ?? '')])) {
      if (words !== '') found.set(`${words}\n${country}\n${geonames}`, { name: words, country, geonames });
    }
  }
  return [...found.values()];
}

const startOf = (statement: Statement): number => statement.content.spans[0]?.[0] ?? 0;

/**
 * Every statement of a reading, the outlet's own among them, in the order of the text. Read downwards, `sort` puts the latest
 * report first and, within a report, the first statement first.
 */
export function statementDrafts(reading: Reading, reportSort: string): readonly StatementDraft[] {
  const { report } = reading;
  const byId = new Map([...(reading.unattributed ?? []), ...reading.statements].map((statement) => [statement.id, statement]));
  const inOrder = [...byId.values()];
  inOrder.sort((a, b) => startOf(a) - startOf(b) || a.depth - b.depth);
  return inOrder.map((statement, position) => ({
    statement,
    sort: `${reportSort} ${paddedDown(position, 7)}`,
    said: sortDate(statement.saidWhen) ?? sortDate(report.published),
    bases: statement.basis.length === 0 ? '' : ` ${[...new Set(statement.basis.map(({ kind }) => kind))].sort().join(' ')} `,
    hasFigure: statement.quantities.length > 0,
    places: placesOf(statement),
    vouching: vouchingOf(report.id, statement),
  }));
}
