import type { Tally, TallyPoint } from '../../model/index.ts';
import { aroundOf } from '../claims/around.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { stanceOf } from '../claims/stance.ts';
import { byPublication } from '../input.ts';
import { shortId } from '../words/normalise.ts';
import { groupPoints } from './group.ts';
import { type Point, pointsOf, withInherited } from './points.ts';

/** A point with the claim it belongs to: relations are read off the tallies. */
export interface TalliedPoint extends TallyPoint {
  readonly claim: string;
  readonly reason: string;
}

export interface TallyDraft extends Omit<Tally, 'points'> {
  readonly points: readonly TalliedPoint[];
}

/** Whom a statement's figure goes back to: the innermost of its chain. */
export type FigureSource = (statementId: string) => string | null;

const CORRECTION =
  /\b(?:correct\w*|wrong\w*|mistake\w*|error|erron\w+|revis\w+ (?:down|downward)|lower\w*|took back|taken back|takes back|withdr\w+|retract\w*|struck out|(?:and|but|,) not (?=[\d$£€])|rather than|right (?:figure|number|count)|brought (?:\w+ ){0,3}down|double[- ]count\w*|misread|misstated|instead of)\b/i;

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

const overlaps = (a: TallyPoint, b: TallyPoint): boolean => {
  const slack = (point: TallyPoint): number => (point.approximate ? 0.1 * Math.abs(point.low ?? point.high ?? 0) : 0);
  const low = (point: TallyPoint): number => (point.low ?? Number.NEGATIVE_INFINITY) - slack(point);
  const high = (point: TallyPoint): number => (point.high ?? Number.POSITIVE_INFINITY) + slack(point);
  return low(a) <= high(b) && low(b) <= high(a);
};

const same = (a: TallyPoint, b: TallyPoint): boolean => a.low === b.low && a.high === b.high;
const size = (point: TallyPoint): number => point.low ?? point.high ?? 0;

/** Days after which another's count of something that comes and goes is a later count and no contradiction. */
const LATER_COUNT = 2;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Characters on each side of a figure in which its sentences are looked for. */
const REACH = 300;
const STOP = /(?<=[.!?]["”’]?)\s+(?=\S)/u;

/** A figure's own sentence. */
function sentenceAround({ placed: { report }, quantity }: Point): string {
  const [start, end] = [quantity.spans[0]?.[0] ?? 0, quantity.spans.at(-1)?.[1] ?? 0];
  const before =
    report.text
      .slice(Math.max(0, start - REACH), start)
      .split(STOP)
      .at(-1) ?? '';
  return `${before}${report.text.slice(start, end)}${report.text.slice(end, end + REACH).split(STOP)[0] ?? ''}`;
}

/** What a figure is to those before it, with the reason in words. */
function statusOf(
  point: Point,
  row: Omit<TalliedPoint, 'status' | 'reason'>,
  earlier: readonly TalliedPoint[],
): Pick<TalliedPoint, 'status' | 'reason'> {
  const bare = { ...row, status: 'first' as const };
  const own = earlier.filter((other) => other.sourceId !== null && other.sourceId === row.sourceId).at(-1);
  const around = sentenceAround(point);
  if (stanceOf(point.placed.statement) === 'denies' && own && same(own, bare))
    return { status: 'retracted', reason: 'the source denies its own earlier figure' };
  if (own) {
    const down = size(bare) < size(own);
    const corrects = CORRECTION.test(around) && (down || point.scope?.nature !== 'grows');
    // How many were on board does not change: another number puts the first right.
    const fixed = point.scope?.id === 'aboard' && size(bare) !== size(own);
    if (corrects || fixed || (down && point.scope?.nature === 'grows' && own.report !== row.report))
      return { status: 'corrected', reason: `the source gave ${size(own)} before` };
    return { status: 'revised', reason: `the source gave ${size(own)} before` };
  }
  // Two figures of one report that nobody in it is named for may be of two things.
  const set = (other: TalliedPoint): boolean => other.report !== row.report || (other.sourceId !== null && row.sourceId !== null);
  const others = earlier.filter((other) => set(other) && other.status !== 'retracted');
  const against = others.find((other) => !overlaps(other, bare));
  if (!against) return { status: 'first', reason: 'nobody gave another figure before' };
  const day = dayInWords(point);
  if (
    point.scope?.nature === 'stands' &&
    day &&
    others.every((other) => other.asOf !== null && daysBetween(other.asOf, day) >= LATER_COUNT)
  )
    return { status: 'revised', reason: `a later count than that of ${others.at(-1)?.asOf}` };
  return { status: 'conflicting', reason: `${size(against)} was given before by another` };
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
    const retracts = stanceOf(statement) === 'denies' && said && said.status !== 'retracted';
    if ((said && !retracts) || (stanceOf(statement) === 'denies' && !said)) continue;
    // The outlet's own voice repeats what somebody was quoted for.
    if (sourceId === null && rows.some((other) => other.low === low && other.high === high)) continue;
    rows.push({ ...row, ...statusOf(point, row, rows) });
  }
  return rows;
}

/** A question in words for figures of no known scope. */
function questionAbout(measure: string, what: string | null): string {
  if (measure === '%') return 'What share?';
  if (measure.startsWith('money:')) return 'How much money?';
  return what ? `How many ${what}?` : 'How many?';
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
  return withInherited(claims.flatMap((claim) => pointsOf(claim, { vectors, around }, figureSource)).sort(byPlace));
};

/** One counted thing and every figure given for it, with who gave it and what it was to those before. */
export function findTallies(ordered: readonly Point[]): TallyDraft[] {
  return groupPoints(ordered)
    .flatMap((group): TallyDraft[] => {
      const points = pointRows(group);
      const [first] = group;
      // A lone number of nothing in particular is no tally.
      if (!first || points.length === 0 || (points.length === 1 && !first.scope && first.counted.length === 0)) return [];
      const unit = first.measure === 'count' ? (first.quantity.unit ?? first.counted[0] ?? null) : (first.quantity.unit ?? first.measure);
      const what = first.quantity.counted ?? first.quantity.unit;
      const question = first.scope?.question ?? questionAbout(first.measure, what);
      return [
        {
          id: shortId('t', `${first.placed.statement.id}|${first.measure}|${first.scope?.id ?? ''}|${first.quantity.spans[0]?.[0] ?? 0}`),
          question,
          unit,
          points,
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
