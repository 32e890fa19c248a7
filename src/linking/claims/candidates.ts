import type { Proposition } from './features.ts';

/** Words that more statements of a story than this hold lead to too many pairs and tell too little. */
const MOST_HOLDERS = 200;
/** Candidates a statement is compared with, by shared weight. */
const MOST_CANDIDATES = 40;

/** Pairs of indices worth comparing: those that share a telling word or a figure. Never all pairs. */
export function candidatePairs(propositions: readonly Proposition[]): [number, number][] {
  const holders = new Map<string, number[]>();
  const hold = (key: string, at: number): void => {
    const list = holders.get(key);
    if (list) list.push(at);
    else holders.set(key, [at]);
  };
  propositions.forEach(({ stems, figures }, at) => {
    for (const [word, weight] of stems) if (weight >= 0.9) hold(word, at);
    for (const { low, high } of figures) hold(`#${low}..${high}`, at);
  });
  const pairs: [number, number][] = [];
  propositions.forEach(({ stems, figures }, at) => {
    const shared = new Map<number, number>();
    const look = (key: string, weight: number): void => {
      const list = holders.get(key) ?? [];
      if (list.length <= MOST_HOLDERS) for (const other of list) if (other < at) shared.set(other, (shared.get(other) ?? 0) + weight);
    };
    for (const [word, weight] of stems) if (weight >= 0.9) look(word, weight);
    for (const { low, high } of figures) look(`#${low}..${high}`, 1.5);
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_CANDIDATES);
    for (const [other] of best) pairs.push([other, at]);
  });
  return pairs;
}
