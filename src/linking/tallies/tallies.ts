import type { Tally } from '../../model/index.ts';
import { aroundOf } from '../claims/around.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { stanceOf } from '../claims/stance.ts';
import { byPublication } from '../input.ts';
import { shortId } from '../words/normalise.ts';
import { groupPoints } from './group.ts';
import { type Point, pointsOf, withFormers, withInherited } from './points.ts';
import { namedBy, questionOf } from './questions.ts';
import { givesUp, size, statusOf, type TalliedPoint } from './status.ts';

export interface TallyDraft extends Omit<Tally, 'points'> {
  readonly points: readonly TalliedPoint[];
}

export type { TalliedPoint } from './status.ts';

/** Whom a statement's figure goes back to: the innermost of its chain. */
export type FigureSource = (statementId: string) => string | null;

const DAY = /^\d{4}-\d\d-\d\d/;

/** The day in a figure's words nearest to it, not after publication; null where there is none. */
function dayInWords({ placed: { statement, report }, quantity }: Point): string | null {
  const published = report.published?.slice(0, 10) ?? '9999';
  const [start] = quantity.spans[0] ?? [0, 0];
  const days = statement.times
    .filter(({ edtf }) => edtf !== null && !edtf.includes('/') && DAY.test(edtf) && edtf.slice(0, 10) <= published)
    .sort((a, b) => Math.abs((a.spans[0]?.[0] ?? 0) - start) - Math.abs((b.spans[0]?.[0] ?? 0) - start));
  return days[0]?.edtf?.slice(0, 10) ?? null;
}

/** The day that a figure speaks of: a day in its words, else when it was said, else the day of publication. */
function asOf(point: Point): string | null {
  const { statement, report } = point.placed;
  const said = statement.saidWhen && DAY.test(statement.saidWhen) ? statement.saidWhen.slice(0, 10) : null;
  return dayInWords(point) ?? said ?? report.published?.slice(0, 10) ?? null;
}

/** In order of publication, then of place in the report. */
const byPlace = (a: Point, b: Point): number =>
  byPublication(a.placed.report, b.placed.report) ||
  (a.quantity.spans[0]?.[0] ?? 0) - (b.quantity.spans[0]?.[0] ?? 0) ||
  (a.placed.statement.id < b.placed.statement.id ? -1 : 1);

/** The points of one tally in order of publication; a source's repetition of its own figure is not a new point. */
function pointRows(group: readonly Point[]): TalliedPoint[] {
  const rows: TalliedPoint[] = [];
  for (const point of group) {
    const { statement, report } = point.placed;
    const sourceId = point.source;
    const { low, high, approximate } = point.quantity;
    const row = { report: report.id, statement: statement.id, sourceId, low, high, approximate, asOf: asOf(point), claim: point.claim };
    const said = rows.find((other) => other.sourceId === sourceId && other.low === low && other.high === high);
    const denies = stanceOf(statement) === 'denies';
    const retracts = (denies || givesUp(point)) && said && said.status !== 'retracted';
    if ((said && !retracts) || (denies && !said && !givesUp(point))) continue;
    // The outlet's own voice repeats what somebody was quoted for, and what is only called to mind has been told.
    if ((sourceId === null || point.lookedBack) && !retracts && rows.some((other) => other.low === low && other.high === high)) continue;
    rows.push({ ...row, ...statusOf(point, row, rows, dayInWords(point)) });
  }
  return rows;
}

/** Every figure that counts something, in order of publication and place. */
export const orderedPoints = (
  claims: readonly ClaimDraft[],
  figureSource: FigureSource,
  vectors: ReadonlyMap<string, Float32Array>,
): Point[] => {
  const around = aroundOf(
    claims.flatMap(({ appearances }) => appearances),
    vectors,
  );
  return withFormers(withInherited(claims.flatMap((claim) => pointsOf(claim, { vectors, around }, figureSource)).sort(byPlace)));
};

/** Whether a figure says what it counts: "half of a hospital" and "one carried" are no counts. */
const countsSomething = (point: Point): boolean => point.measure !== 'count' || namedBy([point]) !== null;

/** One counted thing and every figure given for it, with who gave it and what it was to those before. */
export function findTallies(ordered: readonly Point[]): TallyDraft[] {
  return groupPoints(ordered)
    .flatMap((group): TallyDraft[] => {
      const points = pointRows(group);
      const [first] = group;
      // A lone number of nothing in particular is no tally.
      if (!first || points.length === 0 || (points.length === 1 && !first.scope && !countsSomething(first))) return [];
      // Nor is a duration or length that nobody disputes or changes.
      if (first.measure.startsWith('extent:') && new Set(points.map(size)).size < 2) return [];
      return [
        {
          id: shortId('t', `${first.placed.statement.id}|${first.measure}|${first.scope?.id ?? ''}|${first.quantity.spans[0]?.[0] ?? 0}`),
          ...questionOf(group),
          points,
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
