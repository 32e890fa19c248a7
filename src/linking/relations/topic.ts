import { cosine, type Proposition, sharedWeight } from '../claims/features.ts';
import type { Side } from './sides.ts';

/** How near two claims are in what they speak of, by the two statements of theirs that are likest. */
export interface Nearness {
  readonly later: Side;
  readonly earlier: Side;
  readonly a: Proposition;
  readonly b: Proposition;
  /** Mean of the words contained and the cosine. */
  readonly topic: number;
  /** Cosine when what the whole story is about is taken off; the topic's stand-in where there are no vectors. */
  readonly centred: number;
}

/** Words that more claims than this hold lead to too many pairs and tell too little. */
const MOST_HOLDERS = 300;
/** Earlier claims that one is compared with, those that share most. */
const MOST_EARLIER = 60;
/** Weight of a word from which on it leads to a claim. */
const TELLING = 0.9;

/** Indices of the earlier claims worth comparing with each: those that share a telling word. Never all pairs. */
function candidates(sides: readonly Side[]): number[][] {
  const holders = new Map<string, number[]>();
  return sides.map(({ told }, at) => {
    const words = new Map(told.flatMap(({ stems }) => [...stems].filter(([, weight]) => weight >= TELLING)));
    const shared = new Map<number, number>();
    for (const [word, weight] of words) {
      const list = holders.get(word) ?? [];
      if (list.length <= MOST_HOLDERS) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + weight);
      list.push(at);
      holders.set(word, list);
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_EARLIER)
      .map(([other]) => other);
  });
}

/** Sentence vectors with the story's mean taken off: in one story all speak of one matter, and what is left tells them apart. */
function centredVectors(sides: readonly Side[]): (of: Proposition) => Float32Array | null {
  const all = sides.flatMap(({ told }) => told.slice(0, 1).flatMap(({ vector }) => (vector ? [vector] : [])));
  const [some] = all;
  if (!some) return () => null;
  const mean = some.map((_, i) => all.reduce((sum, vector) => sum + (vector[i] as number), 0) / all.length);
  const known = new Map<string, Float32Array | null>();
  return ({ id, vector }) => {
    const before = known.get(id);
    if (before !== undefined || !vector) return before ?? null;
    const moved = vector.map((value, i) => value - (mean[i] as number));
    const length = Math.sqrt(moved.reduce((sum, value) => sum + value * value, 0)) || 1;
    const made = moved.map((value) => value / length);
    known.set(id, made);
    return made;
  };
}

/**
 * How near a claim is to the earlier ones that share words with it, or that `also` names (pairs of later and earlier).
 * @param asked the later claims that are asked for.
 */
export function nearnessOf(
  sides: readonly Side[],
  also: readonly (readonly [string, string])[],
  asked: (later: Side) => boolean = () => true,
): Nearness[] {
  const at = new Map(sides.map(({ id }, i) => [id, i] as const));
  const found = candidates(sides).map((list) => new Set(list));
  for (const [later, earlier] of also) {
    const [i, j] = [at.get(later), at.get(earlier)];
    if (i !== undefined && j !== undefined && j < i) found[i]?.add(j);
  }
  const centred = centredVectors(sides);
  return sides.flatMap((later, i) =>
    asked(later) ? [...(found[i] as Set<number>)].sort((a, b) => a - b).map((j) => likest(later, sides[j] as Side, centred)) : [],
  );
}

function likest(later: Side, earlier: Side, centred: (of: Proposition) => Float32Array | null): Nearness {
  let best = { a: later.told[0] as Proposition, b: earlier.told[0] as Proposition, topic: -1 };
  let cos = 0;
  for (const a of later.told) {
    for (const b of earlier.told) {
      const shared = sharedWeight(a, b);
      const jaccard = shared / Math.max(1e-9, a.weight + b.weight - shared);
      const meaning = Math.max(0, cosine(a.vector, b.vector) ?? Math.sqrt(jaccard));
      const topic = 0.5 * (shared / Math.max(1e-9, Math.min(a.weight, b.weight))) + 0.5 * meaning;
      if (topic > best.topic) best = { a, b, topic };
      cos = Math.max(cos, cosine(centred(a), centred(b)) ?? topic);
    }
  }
  return { later, earlier, ...best, centred: cos };
}
