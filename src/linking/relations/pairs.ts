import type { Relation } from '../../model/index.ts';
import type { Bearings, SayingPair } from '../bearing/bearing.ts';
import type { Point } from '../tallies/points.ts';
import { candidatesOf, withPairs } from './candidates.ts';
import { type Features, featuresOf, PAIR_FEATURES, type Profile, profileOf, type Shown } from './features.ts';
import { type Places, placesOf } from './places.ts';
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
  readonly near: readonly Nearness[];
  readonly tallied: ReadonlyMap<string, Relation>;
  readonly pointsOf: (side: Side) => readonly Point[];
  readonly places: Places;
}

/**
 * Every later claim beside the earlier ones that it may bear on.
 * @param tallied what the tallies say of two claims: their figures count one thing.
 */
export function compare(sides: readonly Side[], tallied: readonly Relation[], points: readonly Point[]): Compared {
  const pointsOf = pointsBy(points);
  const places = placesOf(sides);
  const pairs = tallied.map(({ from, to }) => [from, to] as const);
  return {
    sides,
    near: nearnessOf(sides, withPairs(candidatesOf(sides, places, pointsOf), sides, pairs)),
    tallied: new Map(tallied.map((relation) => [named(relation.from, relation.to), relation] as const)),
    pointsOf,
    places,
  };
}

/** Earlier claims that the network is asked about for each later one: those likest by words, by meaning, and those that a tally names. */
const MOST_ASKED = 3;

/** Of each later claim the earlier ones that the network is to judge. */
export function askedOf({ near, tallied }: Compared): SayingPair[] {
  const byLater = new Map<string, Nearness[]>();
  for (const row of near) {
    const list = byLater.get(row.later.id);
    if (list) list.push(row);
    else byLater.set(row.later.id, [row]);
  }
  const likeness = ({ topic, centred }: Nearness): number => topic + centred;
  return [...byLater.values()].flatMap((rows) => {
    const likest = [...rows].sort((a, b) => likeness(b) - likeness(a) || a.earlier.order - b.earlier.order).slice(0, MOST_ASKED);
    const counted = rows.filter((row) => tallied.has(named(row.later.id, row.earlier.id)) && !likest.includes(row));
    return [...likest, ...counted].map(sayingsOf);
  });
}

/** Every later claim beside the earlier ones that it may bear on, with how, and how sure that is. */
export function pairsOf({ sides, near, tallied, pointsOf, places }: Compared, bearings: Bearings): Pair[] {
  const profiles = new Map(sides.map((side) => [side.id, profileOf(side, pointsOf(side))] as const));
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
  return near.map((row): Pair => {
    const { later, earlier } = row;
    const most = {
      topic: highest.topic.get(later.id) ?? 1,
      centred: highest.centred.get(later.id) ?? 1,
      around: highest.around.get(later.id) ?? 1,
      earlierTopic: earlierTopic.get(earlier.id) ?? 1,
    };
    const tally = tallied.get(named(later.id, earlier.id)) ?? null;
    const both = [profiles.get(later.id) as Profile, profiles.get(earlier.id) as Profile] as const;
    const found = featuresOf(row, most, { places, tallied: tally, profiles: both, bearing: bearings(sayingsOf(row)) });
    // Into what was just made: one table less for each of thousands of pairs.
    return Object.assign(found, row, decide(found.x));
  });
}
