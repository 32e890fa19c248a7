import type { Relation } from '../../model/index.ts';
import { type Figure, sameCounted } from '../claims/features.ts';
import type { Point } from '../tallies/points.ts';
import { countScore, countsOther } from '../tallies/same.ts';
import { CHANGES, namesFigure } from './cues.ts';
import { type Side, startOf } from './sides.ts';
import { type Nearness, nearnessOf } from './topic.ts';

/** What a later claim and an earlier one are compared by when it is asked whether the one bears on the other, each 0 to 1. */
export const PAIR_FEATURES = [
  'countsBest',
  'tallied',
  'opposedLike',
  'opposedClear',
  'opposedBest',
  'setAside',
  'sameBreath',
  'laterForesees',
  'best',
  'sameSource',
  'sameSourcePlain',
  'centredBest',
  'together',
  'togetherLater',
  'timesDiffer',
  'mutual',
] as const;
export type PairFeature = (typeof PAIR_FEATURES)[number];

/** Fitted by `bench/linking/fit-relations.ts`; the score is the logistic of the sum. */
export const PAIR_WEIGHTS: Readonly<Record<PairFeature | 'bias', number>> = {
  bias: -4.94,
  countsBest: 2.23,
  tallied: 1.56,
  opposedLike: 0.65,
  opposedClear: 0.76,
  opposedBest: 0.53,
  setAside: 1.55,
  sameBreath: -1.55,
  laterForesees: -0.68,
  best: 0.51,
  sameSource: 0.8,
  sameSourcePlain: -0.95,
  centredBest: 0.91,
  together: -0.04,
  togetherLater: 0.91,
  timesDiffer: -0.11,
  mutual: 0.21,
};

/** A later claim beside an earlier one. */
export interface Pair extends Nearness {
  readonly x: Readonly<Record<PairFeature, number>>;
  readonly score: number;
  /** What their figures in one tally say of the two. */
  readonly tallied: Relation | null;
  readonly sameSource: boolean;
  readonly opposed: boolean;
  readonly figures: boolean;
  /** Whether the later sentence names a figure of the earlier claim, to put it aside or as the former one. */
  readonly named: 'aside' | 'former' | null;
}

/** Characters within which two statements of one report stand together. */
const TOGETHER = 350;
const flag = (value: boolean): number => (value ? 1 : 0);

/** Statements of the earlier claim that stand close to one of the later. */
const besideOf = (later: Side, earlier: Side) =>
  earlier.placed
    .slice(0, 50)
    .filter((one) =>
      later.placed.slice(0, 50).some((other) => other.report.id === one.report.id && Math.abs(startOf(other) - startOf(one)) < TOGETHER),
    );

type Bounds = Pick<Figure, 'low' | 'high'>;
const figuresOf = ({ told }: Side): readonly Figure[] => told.flatMap(({ figures }) => figures);

/** "Three" and "at least three" differ in nothing. */
const agrees = (a: Bounds, b: Bounds): boolean =>
  (a.low === b.low && (a.high === b.high || a.high === null || b.high === null)) ||
  (a.high === b.high && (a.low === null || b.low === null));

/** How sure it is that both give figures of one thing, and other ones. */
function countsOf(later: readonly Point[], earlier: readonly Point[]): number {
  let most = 0;
  for (const a of later)
    for (const b of earlier)
      if (a.measure === b.measure && !countsOther(a, b) && !agrees(a.quantity, b.quantity)) most = Math.max(most, countScore(a, b));
  return most;
}

const logistic = (x: Readonly<Record<PairFeature, number>>): number =>
  1 / (1 + Math.exp(-PAIR_FEATURES.reduce((sum, name) => sum + x[name] * PAIR_WEIGHTS[name], PAIR_WEIGHTS.bias)));

/** Likeness from which on two claims clearly speak of one thing. */
const CLEAR = 0.4;
/** Points of a claim that are compared at most. */
const MOST_POINTS = 6;

/**
 * Every later claim beside the earlier ones that it may bear on, with how sure that is.
 * @param tallied what the tallies say of two claims: their figures count one thing.
 */
export function pairsOf(sides: readonly Side[], tallied: readonly Relation[], points: readonly Point[]): Pair[] {
  const pointsBy = new Map<string, Point[]>();
  for (const point of points) {
    const list = pointsBy.get(point.claim) ?? [];
    if (list.length < MOST_POINTS) pointsBy.set(point.claim, [...list, point]);
  }
  const told = new Map(tallied.map((relation) => [`${relation.from}|${relation.to}`, relation] as const));
  const near = nearnessOf(
    sides,
    tallied.map(({ from, to }) => [from, to] as const),
  );
  const bests = { topic: new Map<string, number>(), centred: new Map<string, number>(), earlier: new Map<string, number>() };
  const raise = (map: Map<string, number>, id: string, value: number): void => {
    map.set(id, Math.max(map.get(id) ?? 0, value));
  };
  for (const { later, earlier, topic, centred } of near) {
    raise(bests.topic, later.id, topic);
    raise(bests.centred, later.id, centred);
    raise(bests.earlier, earlier.id, topic);
  }
  return near.map((row): Pair => {
    const { later, earlier, a, b, topic, centred } = row;
    const [first, second] = [figuresOf(later), figuresOf(earlier)];
    const figures = first.length > 0 && second.length > 0;
    const equal = first.some((figure) => second.some((other) => agrees(figure, other) && sameCounted(figure, other)));
    const opposed = later.negative !== earlier.negative;
    const sameSource = later.source !== null && earlier.sources.has(later.source);
    const nobody = later.source === null && earlier.source === null;
    const sameReport = later.first.report.id === earlier.first.report.id;
    const beside = besideOf(later, earlier);
    const share = topic / Math.max(1e-9, bests.topic.get(later.id) ?? 1);
    const counts = countsOf(pointsBy.get(later.id) ?? [], pointsBy.get(earlier.id) ?? []);
    const moved = a.due !== null && b.due !== null && a.due !== b.due;
    const named = namesFigure(
      later.sentence,
      earlier.placed.slice(0, 50).flatMap(({ statement }) => statement.quantities.map(({ text }) => text)),
    );
    const found = told.get(`${later.id}|${earlier.id}`) ?? null;
    const x = {
      countsBest: counts * share,
      tallied: flag(found !== null),
      opposedLike: opposed ? topic : 0,
      opposedClear: opposed ? Math.max(0, topic - CLEAR) / (1 - CLEAR) : 0,
      opposedBest: opposed ? share : 0,
      setAside: flag(named !== null),
      sameBreath: flag(sameReport && (sameSource || later.source === null) && !opposed),
      laterForesees: flag(!earlier.foresees && later.foresees),
      best: share,
      sameSource: flag(sameSource),
      sameSourcePlain: flag((sameSource || nobody) && !figures && !opposed && !moved && !CHANGES.test(later.sentence)),
      centredBest: centred / Math.max(1e-9, bests.centred.get(later.id) ?? 1),
      together: flag(beside.length > 0),
      togetherLater: flag(beside.some(({ report }) => report.id !== earlier.first.report.id)),
      timesDiffer: flag(a.times.length > 0 && b.times.length > 0 && !a.times.some((time) => b.times.includes(time))),
      mutual: flag(share >= 1 && topic >= (bests.earlier.get(earlier.id) ?? 1)),
    };
    return { ...row, x, score: logistic(x), tallied: found, sameSource, opposed, figures: figures && !equal, named };
  });
}
