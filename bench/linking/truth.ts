import { readFileSync } from 'node:fs';

/** What the fits need of a story's truth (../shared/stories/README.md). */
export interface Truth {
  readonly reports: readonly { readonly id: string; readonly copyOf: string | null }[];
  readonly claims: readonly {
    readonly id: string;
    readonly appearances: readonly { readonly report: string; readonly content: string }[];
  }[];
  readonly relations: readonly { readonly from: string; readonly to: string; readonly type: string }[];
  readonly forecasts: readonly {
    readonly claim: string;
    readonly outcome: string;
    readonly resolvedBy?: { readonly report: string; readonly content: string } | null;
  }[];
  readonly tallies: readonly {
    readonly id: string;
    readonly points: readonly { readonly report: string; readonly low: number | null; readonly high: number | null }[];
  }[];
}

/** A pair as a fit learns from it: its features, whether it is one, and how much it weighs. */
export interface Example {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
}

export const truthOf = (file: string): Truth => JSON.parse(readFileSync(file, 'utf8')) as Truth;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words shared of all words, counted: as the scorer matches statements. */
export function likeness(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  const rest = [...x];
  const shared = y.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return shared / Math.max(1, x.length + y.length - shared);
}

/** Likeness from which on a statement is a claim's appearance. */
export const APPEARS = 0.5;

/** A step is no longer than this in any weight, and the last where none changes by more than that. */
const LONGEST_STEP = 2;
const SETTLED = 1e-3;
const MOST_ROUNDS = 20;

/** What of a row is not nought, the constant first: most features of a pair are. */
function sparse(x: readonly number[]): { readonly at: Uint16Array; readonly value: Float64Array } {
  const at = [0, ...x.flatMap((value, k) => (value === 0 ? [] : [k + 1]))];
  return { at: Uint16Array.from(at), value: Float64Array.from(at, (k) => (k === 0 ? 1 : (x[k - 1] as number))) };
}

/**
 * Logistic regression by Newton's method with weight decay; the first weight is the constant's.
 * @param from weights to begin with: those of nearly the same examples lead there soonest.
 */
export function fitLogistic(
  examples: readonly { readonly x: readonly number[]; readonly y: number; readonly weight: number }[],
  decay: number,
  from?: readonly number[],
): number[] {
  const size = (examples[0]?.x.length ?? 0) + 1;
  const rows = examples.map(({ x, y, weight }) => ({ ...sparse(x), y, weight }));
  const weights = from ? [...from] : [-2, ...new Array<number>(size - 1).fill(0)];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const slope = weights.map((value, k) => (k === 0 ? 0 : -decay * value));
    const curve = new Float64Array(size * size);
    for (const { at, value, y, weight } of rows) {
      let sum = 0;
      for (let i = 0; i < at.length; i += 1) sum += (value[i] as number) * (weights[at[i] as number] as number);
      const p = 1 / (1 + Math.exp(-sum));
      const [pull, bend] = [weight * (y - p), weight * p * (1 - p)];
      for (let i = 0; i < at.length; i += 1) {
        const k = at[i] as number;
        slope[k] = (slope[k] as number) + pull * (value[i] as number);
        const scaled = bend * (value[i] as number);
        for (let j = 0; j <= i; j += 1) {
          const cell = k * size + (at[j] as number);
          curve[cell] = (curve[cell] as number) + scaled * (value[j] as number);
        }
      }
    }
    const matrix = weights.map((_, k) => {
      const line = weights.map((__, l) => curve[Math.max(k, l) * size + Math.min(k, l)] as number);
      line[k] = (line[k] as number) + (k === 0 ? 1e-6 : decay);
      return line;
    });
    const step = solve(matrix, slope);
    const longest = Math.max(...step.map(Math.abs));
    // Shortened as a whole: each weight by itself would lead elsewhere.
    const shorter = Math.min(1, LONGEST_STEP / longest);
    step.forEach((value, k) => {
      weights[k] = (weights[k] as number) + shorter * value;
    });
    if (longest < SETTLED) break;
  }
  return weights;
}

/** Gauss with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] as number]);
  const n = rows.length;
  for (let k = 0; k < n; k += 1) {
    const pivot = rows
      .slice(k)
      .reduce((best, row, i) => (Math.abs(row[k] as number) > Math.abs(rows[best]?.[k] as number) ? i + k : best), k);
    [rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]];
    const top = rows[k] as number[];
    for (let i = 0; i < n; i += 1) {
      if (i === k) continue;
      const row = rows[i] as number[];
      const factor = (row[k] as number) / (top[k] as number);
      for (let l = k; l <= n; l += 1) row[l] = (row[l] as number) - factor * (top[l] as number);
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
}
