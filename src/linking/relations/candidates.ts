import type { Point } from '../tallies/points.ts';
import { countsOther } from '../tallies/same.ts';
import type { Places } from './places.ts';
import type { Side } from './sides.ts';

/** Words that more claims than this hold lead to too many pairs and tell too little. */
const MOST_HOLDERS = 300;
/** Earlier claims that one is compared with: those that share most of its own words, and of the words around it. */
const MOST_BY_WORDS = 60;
const MOST_BY_CONTEXT = 40;
/** And those that give a figure of the same scope, the latest. */
const MOST_BY_FIGURE = 20;
/** Weight of a word from which on it leads to a claim, and words of those around that have to be shared. */
const TELLING = 0.9;
const FEWEST_AROUND = 2;
/** Statements to either side in a report within which one may answer another, whatever its words. */
const NEAR = 5;

/** Of each claim the earlier ones that share most words with it, through an index of words. Never all pairs. */
function byWords(words: readonly ReadonlyMap<string, number>[], most: number, fewest: number): number[][] {
  const holders = new Map<string, number[]>();
  return words.map((own, at) => {
    const shared = new Map<number, number>();
    for (const [word, weight] of own) {
      const list = holders.get(word) ?? [];
      if (list.length <= MOST_HOLDERS) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + weight);
      list.push(at);
      holders.set(word, list);
    }
    return [...shared]
      .filter(([, value]) => value >= fewest)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, most)
      .map(([other]) => other);
  });
}

const ownWords = ({ told }: Side): ReadonlyMap<string, number> =>
  new Map(told.flatMap(({ stems }) => [...stems].filter(([, weight]) => weight >= TELLING)));
const wordsAround = ({ context }: Side): ReadonlyMap<string, number> => new Map(context.map((word) => [word, 1] as const));

/** Of each claim the latest earlier ones that count the same. */
function byFigure(sides: readonly Side[], pointsOf: (side: Side) => readonly Point[]): number[][] {
  const holders = new Map<string, { readonly at: number; readonly point: Point }[]>();
  return sides.map((side, at) => {
    const found = new Set<number>();
    for (const point of pointsOf(side)) {
      if (point.measure === 'count' && point.scope === null) continue;
      const key = `${point.measure}|${point.scope?.id ?? ''}`;
      const list = holders.get(key) ?? [];
      for (const other of list.slice(-MOST_BY_FIGURE)) if (other.at !== at && !countsOther(point, other.point)) found.add(other.at);
      list.push({ at, point });
      holders.set(key, list);
    }
    return [...found];
  });
}

/** Of each claim the earlier ones that it may bear on: they share words, words around them or what they count, or stand close by. */
export function candidatesOf(sides: readonly Side[], places: Places, pointsOf: (side: Side) => readonly Point[]): Set<number>[] {
  const at = new Map(sides.map(({ id }, i) => [id, i] as const));
  const words = byWords(sides.map(ownWords), MOST_BY_WORDS, 0);
  const around = byWords(sides.map(wordsAround), MOST_BY_CONTEXT, FEWEST_AROUND);
  const figures = byFigure(sides, pointsOf);
  return sides.map((side, i) => {
    const near = places.near(side, NEAR).map(({ id }) => at.get(id) ?? i);
    return new Set([...(words[i] ?? []), ...(around[i] ?? []), ...(figures[i] ?? []), ...near.filter((j) => j < i)]);
  });
}

/** The same with these pairs of a later and an earlier claim among them. */
export function withPairs(
  candidates: readonly ReadonlySet<number>[],
  sides: readonly Side[],
  pairs: readonly (readonly [string, string])[],
): Set<number>[] {
  const at = new Map(sides.map(({ id }, i) => [id, i] as const));
  const all = candidates.map((list) => new Set(list));
  for (const [later, earlier] of pairs) {
    const [i, j] = [at.get(later), at.get(earlier)];
    if (i !== undefined && j !== undefined && j < i) all[i]?.add(j);
  }
  return all;
}
