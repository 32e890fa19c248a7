import {
  type Judged,
  type Judgement,
  judgedOf,
  type Reading,
  type Report,
  type Ruling,
  type Statement,
  settle,
} from '../../model/index.ts';
import { correctReport, correctStatement, machineReport, machineStatement } from './corrections.ts';

/** Judgements by what they are about. */
export type RulingsByTarget = ReadonlyMap<string, readonly Ruling[]>;

export function byTarget(rulings: readonly Ruling[]): RulingsByTarget {
  const found = new Map<string, Ruling[]>();
  for (const ruling of rulings) {
    const list = found.get(ruling.judgement.target);
    if (list) list.push(ruling);
    else found.set(ruling.judgement.target, [ruling]);
  }
  return found;
}

/** The corrections that stand: the latest of each field. */
const corrections = (rulings: readonly Ruling[]): readonly Extract<Judgement, { readonly verdict: 'correct' }>[] =>
  [...settle(rulings).shown.values()].flatMap(({ judgement }) => (judgement.verdict === 'correct' ? [judgement] : []));

export const isRejected = (rulings: readonly Ruling[] = []): boolean =>
  settle(rulings).shown.get('verdict')?.judgement.verdict === 'reject';

/** The statement as people corrected it; what the machine had stands beside. */
export function judgedStatement(statement: Statement, rulings: readonly Ruling[] = []): Statement & { readonly judged?: Judged } {
  const judged = judgedOf(rulings, (field) => machineStatement(statement, field));
  if (!judged) return statement;
  const corrected = corrections(rulings).reduce((row, { field, value }) => correctStatement(row, field, value), statement);
  return { ...corrected, judged };
}

export function judgedReport(report: Report, rulings: readonly Ruling[] = []): Report & { readonly judged?: Judged } {
  const judged = judgedOf(rulings, (field) => machineReport(report, field));
  if (!judged) return report;
  const corrected = corrections(rulings).reduce((row, { field, value }) => correctReport(row, field, value), report);
  return { ...corrected, judged };
}

/** A whole reading as people corrected it. */
export function judgedReading(reading: Reading, rulings: RulingsByTarget): Reading {
  if (rulings.size === 0) return reading;
  const statements = reading.statements.map((statement) => judgedStatement(statement, rulings.get(statement.id)));
  return { ...reading, report: judgedReport(reading.report, rulings.get(reading.report.id)), statements };
}
