import type { Rows, Seen } from '../../encoder/networks.ts';
import type { Run } from '../../encoder/windows.ts';
import { bestPath, type Chain, marginals, pathScore } from './chain.ts';

/** One claim as runs of words, surer or less sure. `training/decode.py` is this file's twin: keep them alike. */
export interface Claim {
  readonly cue: Run;
  readonly source: Run | null;
  readonly content: readonly Run[];
  readonly confidence: number;
  /** Found by a rule, which has no measure of how sure it is. */
  readonly byRule?: true;
}

const [B_SOURCE, B_CUE, I_CUE] = [1, 3, 4];
const B_CONTENT = 3;
const NEVER = -1e4;

/** Which tag may follow which: an I- only its own B- or I-. */
const TAG_CHAIN: Chain = {
  move: Array.from({ length: 7 }, (_, a) =>
    Array.from({ length: 7 }, (_, b) => (b > 0 && b % 2 === 0 && a !== b && a !== b - 1 ? NEVER : 0)),
  ),
  begin: [0, 0, NEVER, 0, NEVER, 0, NEVER],
  finish: [0, 0, 0, 0, 0, 0, 0],
};

/** Runs of words (of the window) that are a cue on the best path, given each tag's log-chance and cue tags being favoured by `bias`. */
export function cuesOf(logs: Rows, bias: number): Run[] {
  const scores: Rows = { data: logs.data.slice(), width: logs.width };
  for (let at = 0; at < scores.data.length; at += scores.width) {
    (scores.data[at + B_CUE] as number) += bias;
    (scores.data[at + I_CUE] as number) += bias;
  }
  const cues: [number, number][] = [];
  bestPath(scores, TAG_CHAIN).forEach((tag, i) => {
    const last = cues.at(-1);
    if (tag === B_CUE) cues.push([i, i + 1]);
    else if (tag === I_CUE && last && last[1] === i) last[1] = i + 1;
  });
  return cues;
}

/** Runs of a role; neighbours that touch are one. */
function runsOf(path: readonly number[], role: number): Run[] {
  const runs: [number, number][] = [];
  path.forEach((label, i) => {
    if (label !== role && label !== role + 1) return;
    const last = runs.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  });
  return runs;
}

/** Each word's chance of something. */
type Chances = readonly number[] | Float64Array;

function mean(values: Chances): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum / values.length;
}
function meanLog(values: Chances): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += Math.log(Math.max(values[i] as number, 1e-6));
  return sum / values.length;
}
const cut = (values: Float64Array, [start, end]: Run): Float64Array => values.subarray(start, end);
const shift = ([start, end]: Run, by: number): Run => [start + by, end + by];

/** The surest of several sources; of equals the one nearer to the cue. */
function surest(sources: readonly Run[], chances: Float64Array, cue: number): Run | null {
  const rank = (run: Run): [number, number] => [mean(cut(chances, run)), -Math.abs(run[0] - cue)];
  return sources.reduce<Run | null>((best, run) => {
    if (!best) return run;
    const [a, b] = [rank(run), rank(best)];
    return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]) ? run : best;
  }, null);
}

/** How the numbers that speak for a claim become one calibrated chance: logistic regression, the constant last. */
export function confidenceOf(features: readonly number[], weights: readonly number[]): number {
  const sum = features.reduce((total, feature, i) => total + feature * (weights[i] ?? 0), weights[features.length] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Each word's chance of having a role, whether it begins it or goes on with it. */
function chanceOf({ data, width }: { data: Float64Array; width: number }, role: number): Float64Array {
  const chances = new Float64Array(data.length / width);
  for (let i = 0; i < chances.length; i += 1) chances[i] = (data[i * width + role] as number) + (data[i * width + role + 1] as number);
  return chances;
}

/** One cue's best source and content; null where no content is found. `start` is its scope's first word, `cueChances` its words' chances of being one. */
export function claimOf(
  start: number,
  cue: Run,
  cueChances: Chances,
  { roles, real }: Seen,
  chain: Chain,
  weights: readonly number[],
): Claim | null {
  const path = bestPath(roles, chain);
  const contents = runsOf(path, B_CONTENT);
  if (contents.length === 0) return null;
  const { chances, total } = marginals(roles, chain);
  const ofSource = chanceOf(chances, B_SOURCE);
  const ofContent = chanceOf(chances, B_CONTENT);
  const source = surest(runsOf(path, B_SOURCE), ofSource, cue[0] - start);
  const inside = contents.flatMap((run) => [...cut(ofContent, run)]);
  const features = [
    meanLog(cueChances),
    real,
    meanLog(inside),
    pathScore(path, roles, chain) - total,
    source ? meanLog(cut(ofSource, source)) : meanLog([1 - Math.max(...ofSource)]),
    Math.log(inside.length),
    source ? 1 : 0,
  ];
  const confidence = confidenceOf(features, weights);
  return { cue, source: source && shift(source, start), content: contents.map((run) => shift(run, start)), confidence };
}

/** The words of some runs. */
export const wordsOf = (runs: readonly Run[]): Set<number> => {
  const words = new Set<number>();
  for (const [start, end] of runs) for (let i = start; i < end; i += 1) words.add(i);
  return words;
};

/** Sorted words as runs. */
function asRuns(words: ReadonlySet<number>): Run[] {
  const runs: [number, number][] = [];
  for (const word of [...words].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === word) last[1] = word + 1;
    else runs.push([word, word + 1]);
  }
  return runs;
}

/** Whether a claim stands, cue and content, in another's content. */
export function nested(inner: { cue: Run; words: ReadonlySet<number> }, outer: { words: ReadonlySet<number> }): boolean {
  for (let i = inner.cue[0]; i < inner.cue[1]; i += 1) if (!outer.words.has(i)) return false;
  for (const word of inner.words) if (!outer.words.has(word)) return false;
  return true;
}

/** Surest first; words that a surer claim holds are taken from a later one's content, unless one is nested in the other. */
export function settle(claims: readonly Claim[]): Claim[] {
  const kept: { claim: Claim; cue: Run; words: Set<number> }[] = [];
  const order = [...claims].sort((a, b) => b.confidence - a.confidence || a.cue[0] - b.cue[0] || a.cue[1] - b.cue[1]);
  for (const claim of order) {
    const mine = { claim, cue: claim.cue, words: wordsOf(claim.content) };
    for (const other of kept) {
      if (nested(mine, other) || nested(other, mine)) continue;
      for (const word of other.words) mine.words.delete(word);
    }
    if (mine.words.size > 0) kept.push({ ...mine, claim: { ...claim, content: asRuns(mine.words) } });
  }
  return kept.map(({ claim }) => claim).sort((a, b) => a.cue[0] - b.cue[0] || a.cue[1] - b.cue[1]);
}
