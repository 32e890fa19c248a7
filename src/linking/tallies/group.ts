import type { Point } from './points.ts';
import { countScore, countsOther, takesPlaceOf } from './same.ts';

/** People killed or injured in one story are mostly one count, however it is told. */
const ONE_COUNT = 0.6;

/** "To 5,200, from about 4,000": the earlier figure of 4,000 and this one are one count. */
const REPLACED = 0.9;

/** How sure it is that two points count the same thing. */
function sameCount(a: Point, b: Point): number {
  if (a.measure !== b.measure) return 0;
  if (oneClaim(a, b)) return 1;
  if (countsOther(a, b)) return 0;
  if (takesPlaceOf(a, b) || takesPlaceOf(b, a)) return REPLACED;
  return a.scope?.clause && a.scope.id === b.scope?.id && !a.part && !b.part ? Math.max(ONE_COUNT, countScore(a, b)) : countScore(a, b);
}

const oneClaim = (a: Point, b: Point): boolean => a.claim === b.claim && sameBounds(a, b);
const sameBounds = (a: Point, b: Point): boolean => a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high;

/** Two figures in one statement count two things, unless they are the same. */
const oneBreath = (a: Point, b: Point): boolean => a.placed.statement.id === b.placed.statement.id && !sameBounds(a, b);

/** From this score on two points may bring their groups together, and from this mean between the groups on they do. */
const PAIR = 0.3;
const MEAN = 0.15;
/** Points of each group that are compared when two are brought together. */
const MOST_COMPARED = 8;
/** Earlier points of its measure, of those that differ, that one is compared with: a story of thousands of figures costs no square. */
const MOST_EARLIER = 120;

/** Points that tell one figure of one claim, under the first of them. */
function distinct(points: readonly Point[]): Point[][] {
  const told = new Map<string, Point[]>();
  for (const point of points) {
    const key = `${point.measure}|${point.claim}|${point.quantity.low}|${point.quantity.high}`;
    const list = told.get(key);
    if (list) list.push(point);
    else told.set(key, [point]);
  }
  return [...told.values()];
}

/** Groups the points of one measure: the surest pairs first, two groups where their members agree on the whole and none speak in one breath. */
function groupAlike(points: readonly Point[]): Point[][] {
  const told = distinct(points);
  const scores = new Map<number, number>();
  const scoreOf = (i: number, j: number): number => {
    const key = Math.max(i, j) * told.length + Math.min(i, j);
    const known = scores.get(key);
    if (known !== undefined) return known;
    const score = sameCount(told[i]?.[0] as Point, told[j]?.[0] as Point);
    scores.set(key, score);
    return score;
  };
  const pairs = told
    .flatMap((_, i) => told.slice(Math.max(0, i - MOST_EARLIER), i).map((__, k) => ({ i, j: Math.max(0, i - MOST_EARLIER) + k })))
    .map(({ i, j }) => ({ i, j, score: scoreOf(i, j) }))
    .filter(({ score }) => score >= PAIR)
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  const home = told.map((_, i) => i);
  const members = told.map((_, i) => [i]);
  const refused = new Set<string>();
  for (const { i, j } of pairs) {
    const [a, b] = [home[i] as number, home[j] as number].sort((x, y) => x - y) as [number, number];
    const [first, second] = [members[a] as number[], members[b] as number[]];
    const key = `${a} ${first.length} ${b} ${second.length}`;
    if (a === b || refused.has(key)) continue;
    if (!agree(first.slice(0, MOST_COMPARED), second.slice(0, MOST_COMPARED), told, scoreOf)) {
      refused.add(key);
      continue;
    }
    for (const member of second) home[member] = a;
    members[a] = [...first, ...second].sort((x, y) => x - y);
    members[b] = [];
  }
  return members.filter((group) => group.length > 0).map((group) => group.flatMap((i) => told[i] as Point[]));
}

function agree(
  first: readonly number[],
  second: readonly number[],
  told: readonly (readonly Point[])[],
  scoreOf: (i: number, j: number) => number,
): boolean {
  let sum = 0;
  for (const i of first)
    for (const j of second) {
      const [a, b] = [told[i]?.[0] as Point, told[j]?.[0] as Point];
      if (oneBreath(a, b) || (countsOther(a, b) && !oneClaim(a, b))) return false;
      sum += scoreOf(i, j);
    }
  return sum / (first.length * second.length) >= MEAN;
}

/** Groups points that count the same thing. Points in order of publication and place: then the order of arrival does not matter. */
export function groupPoints(points: readonly Point[]): Point[][] {
  const order = new Map(points.map((point, i) => [point, i] as const));
  const at = (point: Point): number => order.get(point) ?? 0;
  const byMeasure = new Map<string, Point[]>();
  for (const point of points) {
    const list = byMeasure.get(point.measure);
    if (list) list.push(point);
    else byMeasure.set(point.measure, [point]);
  }
  return [...byMeasure.values()].flatMap(groupAlike).map((group) => group.sort((a, b) => at(a) - at(b)));
}
