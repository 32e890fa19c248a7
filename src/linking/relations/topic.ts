import type { SayingPair } from '../bearing/bearing.ts';
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
  /** Cosine of each with what stands right before and after it, and the same when what the whole story is about is taken off. */
  readonly around: number;
  readonly centredAround: number;
}

/** The two likest statements of two claims as the network is asked about them. */
export function sayingsOf({ a, b }: Nearness): SayingPair {
  return { earlier: b.saying, later: a.saying };
}

type VectorOf = (of: Proposition) => Float32Array | null;

/** Vectors with the story's mean taken off: in one story all speak of one matter, and what is left tells them apart. */
function centredVectors(sides: readonly Side[], vectorOf: VectorOf): VectorOf {
  const all = sides.flatMap(({ told }) => told.slice(0, 1).flatMap((one) => vectorOf(one) ?? []));
  const [some] = all;
  if (!some) return () => null;
  const mean = some.map((_, i) => all.reduce((sum, vector) => sum + (vector[i] as number), 0) / all.length);
  const known = new Map<string, Float32Array | null>();
  return (one) => {
    const before = known.get(one.id);
    const vector = vectorOf(one);
    if (before !== undefined || !vector) return before ?? null;
    const moved = vector.map((value, i) => value - (mean[i] as number));
    const length = Math.sqrt(moved.reduce((sum, value) => sum + value * value, 0)) || 1;
    const made = moved.map((value) => value / length);
    known.set(one.id, made);
    return made;
  };
}

/**
 * How near claims are to the earlier ones that they are to be compared with.
 * @param candidates of each claim the indices of those.
 * @param asked the later claims that are asked for.
 */
export function nearnessOf(
  sides: readonly Side[],
  candidates: readonly ReadonlySet<number>[],
  asked: (later: Side) => boolean = () => true,
): Nearness[] {
  const centred = { own: centredVectors(sides, ({ vector }) => vector), around: centredVectors(sides, ({ around }) => around) };
  return sides.flatMap((later, i) =>
    asked(later) ? [...(candidates[i] ?? [])].sort((a, b) => a - b).map((j) => likest(later, sides[j] as Side, centred)) : [],
  );
}

const positive = (value: number | null, otherwise: number): number => Math.max(0, value ?? otherwise);

function likest(later: Side, earlier: Side, centredOf: { readonly own: VectorOf; readonly around: VectorOf }): Nearness {
  let best = { a: later.told[0] as Proposition, b: earlier.told[0] as Proposition, topic: -1 };
  let centred = 0;
  for (const a of later.told) {
    for (const b of earlier.told) {
      const shared = sharedWeight(a, b);
      const jaccard = shared / Math.max(1e-9, a.weight + b.weight - shared);
      const meaning = positive(cosine(a.vector, b.vector), Math.sqrt(jaccard));
      const topic = 0.5 * (shared / Math.max(1e-9, Math.min(a.weight, b.weight))) + 0.5 * meaning;
      if (topic > best.topic) best = { a, b, topic };
      centred = Math.max(centred, cosine(centredOf.own(a), centredOf.own(b)) ?? topic);
    }
  }
  const { a, b, topic } = best;
  return {
    later,
    earlier,
    ...best,
    centred,
    around: positive(cosine(a.around, b.around), topic),
    centredAround: positive(cosine(centredOf.around(a), centredOf.around(b)), topic),
  };
}
