import type { Tally, TallyPoint } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { byPublication } from '../input.ts';
import { stanceOf } from '../origins/origins.ts';
import { shortId } from '../words/normalise.ts';
import { type Point, pointsOf } from './points.ts';

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
  /\b(?:correct\w*|wrong\w*|mistake\w*|error|erron\w+|revis\w+ (?:down|downward)|lower\w*|took back|taken back|takes back|withdr\w+|retract\w*|struck out|brought (?:\w+ ){0,3}down|double[- ]count\w*|misread|misstated|instead of|replac\w+)\b/i;

/** Words in common, as a share of the smaller set's. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/** Whether two points count the same thing. A scope of persons (dead, injured …) is enough in one story; others need like words around. */
function sameCount(a: Point, b: Point): boolean {
  if (a.measure !== b.measure || (a.scope?.id ?? null) !== (b.scope?.id ?? null)) return false;
  if (a.claim === b.claim) return true;
  if (a.measure.startsWith('money:')) return likeness(a.context, b.context) >= 0.3;
  if (a.scope?.nature === 'grows' || a.scope?.nature === 'amounts') return a.measure === 'count';
  const counted = a.counted.some((word) => b.counted.includes(word));
  return (counted || a.scope !== null) && likeness(a.context, b.context) >= (a.scope ? 0.2 : 0.34);
}

/** Groups points that count the same thing: connected components of `sameCount`. */
function groupPoints(points: readonly Point[]): Point[][] {
  const home = points.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (home[at] !== at) at = home[at] as number;
    return at;
  };
  const buckets = new Map<string, number[]>();
  points.forEach((point, i) => {
    const key = `${point.measure}|${point.scope?.id ?? 'none'}`;
    for (const other of (buckets.get(key) ?? []).slice(-200))
      if (find(other) !== find(i) && sameCount(points[other] as Point, point)) home[find(i)] = find(other);
    buckets.set(key, [...(buckets.get(key) ?? []), i]);
  });
  const groups = new Map<number, Point[]>();
  points.forEach((point, i) => {
    const group = groups.get(find(i));
    if (group) group.push(point);
    else groups.set(find(i), [point]);
  });
  return [...groups.values()];
}

/** The day that a figure speaks of: a day in its words, else when it was said, else the day of publication. */
function asOf({ placed: { statement, report }, quantity }: Point): string | null {
  const published = report.published?.slice(0, 10) ?? null;
  const [start] = quantity.spans[0] ?? [0, 0];
  const days = statement.times
    .filter((time) => time.edtf && !time.edtf.includes('/') && (published === null || time.edtf.slice(0, 10) <= published))
    .sort((a, b) => Math.abs((a.spans[0]?.[0] ?? 0) - start) - Math.abs((b.spans[0]?.[0] ?? 0) - start));
  return days[0]?.edtf?.slice(0, 10) ?? statement.saidWhen ?? published;
}

const overlaps = (a: TallyPoint, b: TallyPoint): boolean => {
  const slack = (point: TallyPoint): number => (point.approximate ? 0.1 * Math.abs(point.low ?? point.high ?? 0) : 0);
  const low = (point: TallyPoint): number => (point.low ?? Number.NEGATIVE_INFINITY) - slack(point);
  const high = (point: TallyPoint): number => (point.high ?? Number.POSITIVE_INFINITY) + slack(point);
  return low(a) <= high(b) && low(b) <= high(a);
};

const same = (a: TallyPoint, b: TallyPoint): boolean => a.low === b.low && a.high === b.high;
const size = (point: TallyPoint): number => point.low ?? point.high ?? 0;

/** What a figure is to those before it, with the reason in words. */
function statusOf(
  point: Point,
  row: Omit<TalliedPoint, 'status' | 'reason'>,
  earlier: readonly TalliedPoint[],
): Pick<TalliedPoint, 'status' | 'reason'> {
  const bare = { ...row, status: 'first' as const };
  const own = earlier.filter((other) => other.sourceId !== null && other.sourceId === row.sourceId).at(-1);
  const around = point.placed.report.text.slice(
    Math.max(0, (point.quantity.spans[0]?.[0] ?? 0) - 250),
    (point.quantity.spans.at(-1)?.[1] ?? 0) + 200,
  );
  if (stanceOf(point.placed.statement) === 'denies' && own && same(own, bare))
    return { status: 'retracted', reason: 'the source denies its own earlier figure' };
  if (own) {
    const down = size(bare) < size(own);
    const corrects = CORRECTION.test(around) && (down || point.scope?.nature !== 'grows');
    if (corrects || (down && point.scope?.nature === 'grows'))
      return { status: 'corrected', reason: `the source gave ${size(own)} before` };
    return { status: 'revised', reason: `the source gave ${size(own)} before` };
  }
  const others = earlier.filter((other) => other.report !== row.report && other.status !== 'retracted');
  const against = others.find((other) => !overlaps(other, bare));
  if (!against) return { status: 'first', reason: 'nobody gave another figure before' };
  if (
    point.scope?.nature === 'stands' &&
    against.asOf &&
    row.asOf &&
    against.asOf < row.asOf &&
    others.every((other) => (other.asOf ?? '') < (row.asOf ?? ''))
  )
    return { status: 'revised', reason: `a later count than ${against.asOf}'s` };
  return { status: 'conflicting', reason: `${size(against)} was given before by another` };
}

/** The points of one tally in order of publication; a source's repetition of its own figure is not a new point. */
function pointRows(group: readonly Point[], figureSource: FigureSource): TalliedPoint[] {
  const ordered = [...group].sort(
    (a, b) =>
      byPublication(a.placed.report, b.placed.report) ||
      (a.quantity.spans[0]?.[0] ?? 0) - (b.quantity.spans[0]?.[0] ?? 0) ||
      (a.placed.statement.id < b.placed.statement.id ? -1 : 1),
  );
  const rows: TalliedPoint[] = [];
  for (const point of ordered) {
    const { statement, report } = point.placed;
    const sourceId = figureSource(statement.id);
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

/** One counted thing and every figure given for it, with who gave it and what it was to those before. */
export function findTallies(claims: readonly ClaimDraft[], figureSource: FigureSource): TallyDraft[] {
  const groups = groupPoints(claims.flatMap(pointsOf));
  return groups
    .flatMap((group): TallyDraft[] => {
      const points = pointRows(group, figureSource);
      const [first] = group;
      if (!first || points.length === 0) return [];
      const unit = first.measure === 'count' ? (first.quantity.unit ?? first.counted[0] ?? null) : (first.quantity.unit ?? first.measure);
      const what = first.quantity.counted ?? first.quantity.unit;
      const question = first.scope?.question ?? (what ? `How many ${what}?` : 'How many?');
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
