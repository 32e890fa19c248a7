import type { Spans } from '../../model/index.ts';

/** Somebody's statement as spans. An absent source is nobody named. */
export interface ScoredClaim {
  readonly source: Spans;
  readonly cue: Spans;
  readonly content: Spans;
}

export const ROLES = ['source', 'cue', 'content'] as const;
type Role = (typeof ROLES)[number];
type WordSets = Readonly<Record<Role, ReadonlySet<number>>>;

/** Right, found and wanted; precision, recall and F1 follow. */
export interface Tally {
  right: number;
  found: number;
  wanted: number;
}

/** What the scorer of the field counts: see docs/reading.md. */
export interface Scores {
  readonly tallies: Readonly<Record<'claim' | 'content' | `exact.${Role}` | `token.${Role}`, Tally>>;
  readonly misattributed: { wrong: number; of: number };
}

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;
const LEAST = 0.5;

const tally = (): Tally => ({ right: 0, found: 0, wanted: 0 });

export const emptyScores = (): Scores => ({
  tallies: {
    claim: tally(),
    content: tally(),
    'exact.source': tally(),
    'exact.cue': tally(),
    'exact.content': tally(),
    'token.source': tally(),
    'token.cue': tally(),
    'token.content': tally(),
  },
  misattributed: { wrong: 0, of: 0 },
});

export function ratesOf({ right, found, wanted }: Tally): { precision: number; recall: number; f1: number } {
  const precision = found ? right / found : 0;
  const recall = wanted ? right / wanted : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** The words that lie at least half inside any of the spans. */
function covered(spans: Spans, words: readonly (readonly [number, number])[]): Set<number> {
  const hit = new Set<number>();
  for (const [start, end] of spans) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle]?.[1] as number) <= start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < words.length; i += 1) {
      const [from, to] = words[i] as readonly [number, number];
      if (from >= end) break;
      if (Math.min(to, end) - Math.max(from, start) >= (to - from) / 2) hit.add(i);
    }
  }
  return hit;
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count += 1;
  return count;
}

/** Intersection over union. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

const keyOf = (words: ReadonlySet<number>): string => [...words].sort((a, b) => a - b).join(',');

/** Adds the words and the exact spans of each role. */
function scoreRoles({ tallies }: Scores, gold: readonly WordSets[], found: readonly WordSets[]): void {
  for (const role of ROLES) {
    const wordsIn = (claims: readonly WordSets[]): Set<number> => new Set(claims.flatMap((claim) => [...claim[role]]));
    const keysIn = (claims: readonly WordSets[]): Set<string> => new Set(claims.map((claim) => keyOf(claim[role])).filter(Boolean));
    const pairs = [
      ['token', wordsIn(gold), wordsIn(found)],
      ['exact', keysIn(gold), keysIn(found)],
    ] as const;
    for (const [kind, wanted, got] of pairs) {
      const row = tallies[`${kind}.${role}`];
      row.right += shared<number | string>(wanted, got);
      row.found += got.size;
      row.wanted += wanted.size;
    }
  }
}

/** Pairs claims one to one by their contents, best first, and adds whether the sources agree. */
function scoreClaims({ tallies, misattributed }: Scores, gold: readonly WordSets[], found: readonly WordSets[]): void {
  const pairs = gold
    .flatMap((wanted, i) => found.map((got, j) => [overlap(wanted.content, got.content), i, j] as const))
    .filter(([value]) => value >= LEAST)
    .sort((a, b) => b[0] - a[0]);
  const usedGold = new Set<number>();
  const usedFound = new Set<number>();
  for (const [, i, j] of pairs) {
    if (usedGold.has(i) || usedFound.has(j)) continue;
    usedGold.add(i);
    usedFound.add(j);
    tallies.content.right += 1;
    const wanted = (gold[i] as WordSets).source;
    const got = (found[j] as WordSets).source;
    if (got.size > 0) {
      misattributed.of += 1;
      if (shared(wanted, got) === 0) misattributed.wrong += 1;
    }
    if ((wanted.size === 0 && got.size === 0) || overlap(wanted, got) >= LEAST) tallies.claim.right += 1;
  }
  for (const row of [tallies.claim, tallies.content]) {
    row.found += found.length;
    row.wanted += gold.length;
  }
}

/** Adds one report to the scores. */
export function scoreReport(scores: Scores, text: string, gold: readonly ScoredClaim[], found: readonly ScoredClaim[]): void {
  const words = [...text.matchAll(WORD)].map((match) => [match.index, match.index + match[0].length] as const);
  const asWords = (claims: readonly ScoredClaim[]): WordSets[] =>
    claims
      .map(({ source, cue, content }) => ({ source: covered(source, words), cue: covered(cue, words), content: covered(content, words) }))
      .filter((claim) => claim.content.size > 0);
  const [wanted, got] = [asWords(gold), asWords(found)];
  scoreRoles(scores, wanted, got);
  scoreClaims(scores, wanted, got);
}
