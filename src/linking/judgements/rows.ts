import type { Forecast, Judged, Relation, Ruling } from '../../model/index.ts';
import { settle } from '../../model/index.ts';
import type { Copy } from '../input.ts';
import type { Anchor, Constraints } from './compile.ts';

/** Copies as people have them. Who says that one report copies another says nothing about how much of it. */
export function judgeCopies(copies: readonly Copy[], reports: ReadonlySet<string>, { copies: said }: Constraints): Copy[] {
  if (said.size === 0) return [...copies];
  const added = [...said].flatMap(([pair, copied]): Copy[] => {
    const [report = '', copyOf = ''] = pair.split('|');
    if (!copied || !reports.has(report) || !reports.has(copyOf)) return [];
    return [{ report, copyOf, copyKind: 'rewritten', containment: 1, reason: 'a person says so', cut: [], added: [] }];
  });
  const decided = new Set(added.map(({ report }) => report));
  const kept = copies.filter(({ report, copyOf }) => said.get(`${report}|${copyOf}`) !== false && !decided.has(report));
  return withoutRings([...kept, ...added]);
}

/** A copy of one's own copy is none: of a ring that people made, the last link is left out. */
function withoutRings(copies: readonly Copy[]): Copy[] {
  const of = new Map<string, string>();
  return copies.filter(({ report, copyOf }) => {
    for (let at: string | undefined = copyOf; at !== undefined; at = of.get(at)) if (at === report) return false;
    of.set(report, copyOf);
    return true;
  });
}

/** Which claim a statement stands in. */
export type ClaimOf = (statementId: string) => string | undefined;

const claimAt = (anchor: Anchor, claimOf: ClaimOf): string | undefined => anchor.map(claimOf).find((id) => id !== undefined);

export function judgeRelations(
  relations: readonly Relation[],
  { relations: rejected }: Constraints,
  claimOf: ClaimOf,
): readonly Relation[] {
  if (rejected.length === 0) return relations;
  const gone = new Set(rejected.map(({ from, to }) => `${claimAt(from, claimOf)}|${claimAt(to, claimOf)}`));
  return relations.filter(({ from, to }) => !gone.has(`${from}|${to}`));
}

/** Forecasts with the outcome that a person gave them; the machine's stands beside. */
export function judgeForecasts<Row extends Forecast>(forecasts: readonly Row[], { outcomes }: Constraints, claimOf: ClaimOf): Row[] {
  if (outcomes.length === 0) return [...forecasts];
  const byClaim = new Map<string, Ruling[]>();
  for (const { anchor, ruling } of outcomes) {
    const claim = claimAt(anchor, claimOf);
    if (claim) byClaim.set(claim, [...(byClaim.get(claim) ?? []), ruling]);
  }
  return forecasts.map((row) => {
    const { shown, conflicts } = settle(byClaim.get(row.claim) ?? []);
    const ruling = shown.get('resolve');
    if (ruling?.judgement.verdict !== 'resolve') return row;
    const { outcome, resolvedBy, by } = ruling.judgement;
    const judged: Judged = {
      outcome: { value: outcome, machine: row.outcome },
      by,
      at: ruling.at,
      sequence: ruling.sequence,
      ...(conflicts.length > 0 && {
        conflicts: conflicts.map(({ sequence, judgement }) => ({
          sequence,
          by: judgement.by,
          said: judgement.verdict === 'resolve' ? judgement.outcome : judgement.verdict,
        })),
      }),
    };
    return { ...row, outcome, resolvedBy: resolvedBy ?? null, judged };
  });
}
