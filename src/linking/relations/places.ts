import type { Placed } from '../input.ts';
import { startOf } from '../words/sentence.ts';
import type { Side } from './sides.ts';

/** Where the statements of claims stand in their reports, one behind the other. */
export interface Places {
  /** Whether a later claim stands at most so many statements behind an earlier one in some report. */
  readonly follows: (later: Side, earlier: Side, most: number) => boolean;
  /** The claims that stand at most so many statements before or behind a claim. */
  readonly near: (side: Side, most: number) => readonly Side[];
}

/** Statements of a claim that are looked at: a claim of thousands is looked at like one of twenty. */
const MOST_PLACED = 20;

/** The statements of claims in every report, in order of place. */
export function placesOf(sides: readonly Side[]): Places {
  const byReport = new Map<string, { readonly side: Side; readonly placed: Placed }[]>();
  for (const side of sides)
    for (const placed of side.placed.slice(0, MOST_PLACED)) {
      const list = byReport.get(placed.report.id);
      if (list) list.push({ side, placed });
      else byReport.set(placed.report.id, [{ side, placed }]);
    }
  /** By claim: report and rank in it of each statement. */
  const ranks = new Map<string, { readonly report: string; readonly rank: number }[]>(sides.map(({ id }) => [id, []]));
  for (const [report, list] of byReport) {
    list.sort((a, b) => startOf(a.placed) - startOf(b.placed) || a.side.order - b.side.order);
    for (const [rank, { side }] of list.entries()) ranks.get(side.id)?.push({ report, rank });
  }
  const ranksOf = ({ id }: Side) => ranks.get(id) ?? [];
  return {
    follows: (later, earlier, most) =>
      ranksOf(later).some(({ report, rank }) =>
        ranksOf(earlier).some((one) => one.report === report && one.rank < rank && rank - one.rank <= most),
      ),
    near: (side, most) =>
      ranksOf(side).flatMap(({ report, rank }) =>
        (byReport.get(report) ?? []).slice(Math.max(0, rank - most), rank + most + 1).map((one) => one.side),
      ),
  };
}
