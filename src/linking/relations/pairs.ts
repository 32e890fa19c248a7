import type { Relation } from '../../model/index.ts';
import type { Bearings, SayingPair } from '../bearing/bearing.ts';
import type { Point } from '../tallies/points.ts';
import { candidatesOf, withPairs } from './candidates.ts';
import {
  bearingFeatures,
  type Features,
  featuresOf,
  type Highest,
  PAIR_FEATURES,
  type Profile,
  profileOf,
  type Shown,
} from './features.ts';
import { placesOf } from './places.ts';
import type { Side } from './sides.ts';
import { type Nearness, nearnessOf, sayingsOf } from './topic.ts';
import { BEARS, KINDS, type Kind, PAIR_WEIGHTS } from './weights.ts';

/** A later claim beside an earlier one. */
export interface Pair extends Nearness, Shown {
  readonly x: Features;
  /** How it bears most likely, if it does, and how sure that is: 1 where it is just enough. */
  readonly kind: Kind;
  readonly score: number;
}

/** The weights of each kind as rows, in the order of the features. */
const ROWS = KINDS.map((kind) => ({ kind, bias: PAIR_WEIGHTS[kind].bias, row: PAIR_FEATURES.map((name) => PAIR_WEIGHTS[kind][name]) }));

/** The surest of the ways in which a later claim may bear on an earlier one, in shares of what is enough; the first of equals. */
function decide(x: Features): Pick<Pair, 'kind' | 'score'> {
  const values = PAIR_FEATURES.map((name) => x[name]);
  let [surest, most]: [Kind, number] = [KINDS[0], Number.NEGATIVE_INFINITY];
  for (const { kind, bias, row } of ROWS) {
    let sum = bias;
    for (let i = 0; i < row.length; i++) sum += (values[i] as number) * (row[i] as number);
    if (sum > most) [surest, most] = [kind, sum];
  }
  return { kind: surest, score: 1 / (1 + Math.exp(-most)) / BEARS };
}

/** Points of a claim that are compared at most. */
const MOST_POINTS = 6;

/** The first few figures of every claim. */
function pointsBy(points: readonly Point[]): (side: Side) => readonly Point[] {
  const by = new Map<string, Point[]>();
  for (const point of points) {
    const list = by.get(point.claim);
    if (!list) by.set(point.claim, [point]);
    else if (list.length < MOST_POINTS) list.push(point);
  }
  return ({ id }) => by.get(id) ?? [];
}

/** What the tallies tell apart of two claims, each way round once. */
const named = (a: string, b: string): string => `${a}|${b}`;

/** The claims of a story beside each other, before it is asked how they bear. */
export interface Compared {
  readonly sides: readonly Side[];
  /** Every later claim beside the earlier ones that it may bear on, by words and figures alone. */
  readonly pairs: readonly Pair[];
}

/**
 * Every later claim beside the earlier ones that it may bear on.
 * @param tallied what the tallies say of two claims: their figures count one thing.
 */
export function compare(sides: readonly Side[], tallied: readonly Relation[], points: readonly Point[]): Compared {
  const pointsOf = pointsBy(points);
  const places = placesOf(sides);
  const told = tallied.map(({ from, to }) => [from, to] as const);
  const near = nearnessOf(sides, withPairs(candidatesOf(sides, places, pointsOf), sides, told));
  const talliedOf = new Map(tallied.map((relation) => [named(relation.from, relation.to), relation] as const));
  const profiles = new Map(sides.map((side) => [side.id, profileOf(side, pointsOf(side))] as const));
  const highest = highestOf(near);
  const pairs = near.map((row): Pair => {
    const { later, earlier } = row;
    const both = [profiles.get(later.id) as Profile, profiles.get(earlier.id) as Profile] as const;
    const found = featuresOf(row, highest(row), { places, tallied: talliedOf.get(named(later.id, earlier.id)) ?? null, profiles: both });
    // Into what was just made: one table less for each of thousands of pairs.
    return Object.assign(found, row, decide(found.x));
  });
  return { sides, pairs };
}

/** Of each claim the highest likeness to any other that it is compared with. */
function highestOf(near: readonly Nearness[]): (row: Nearness) => Highest {
  const highest = { topic: new Map<string, number>(), centred: new Map<string, number>(), around: new Map<string, number>() };
  const earlierTopic = new Map<string, number>();
  const raise = (map: Map<string, number>, id: string, value: number): void => {
    map.set(id, Math.max(map.get(id) ?? 0, value));
  };
  for (const { later, earlier, topic, centred, centredAround } of near) {
    raise(highest.topic, later.id, topic);
    raise(highest.centred, later.id, centred);
    raise(highest.around, later.id, centredAround);
    raise(earlierTopic, earlier.id, topic);
  }
  return ({ later, earlier }) => ({
    topic: highest.topic.get(later.id) ?? 1,
    centred: highest.centred.get(later.id) ?? 1,
    around: highest.around.get(later.id) ?? 1,
    earlierTopic: earlierTopic.get(earlier.id) ?? 1,
  });
}

/** Earlier claims that the network is asked about for each later one at most: the surest by words and figures, and those that a tally names. */
const MOST_ASKED = 6;
/** And how sure that is at least, in shares of what is enough: of those below hardly any bears, whatever the network says. */
const WORTH_ASKING = 0.08;

/** Of each later claim the earlier ones that the network is to judge. */
export function askedOf({ pairs }: Compared): SayingPair[] {
  const byLater = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (pair.score < WORTH_ASKING && pair.tallied === null) continue;
    const list = byLater.get(pair.later.id);
    if (list) list.push(pair);
    else byLater.set(pair.later.id, [pair]);
  }
  return [...byLater.values()].flatMap((rows) => {
    rows.sort((a, b) => b.score - a.score || a.earlier.order - b.earlier.order);
    return rows.filter(({ tallied }, i) => i < MOST_ASKED || tallied !== null).map(sayingsOf);
  });
}

/** Every later claim beside the earlier ones that it may bear on, with how, and how sure that is, by what the network says as well. */
export function pairsOf({ pairs }: Compared, bearings: Bearings): Pair[] {
  return pairs.map((pair): Pair => {
    const bearing = bearings(sayingsOf(pair));
    if (bearing === null) return pair;
    const x = { ...pair.x, ...bearingFeatures(bearing) };
    return { ...pair, x, ...decide(x) };
  });
}
