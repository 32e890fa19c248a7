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

/** Logistic regression by Newton's method with weight decay; the first weight is the constant's. */
export function fitLogistic(
  examples: readonly { readonly x: readonly number[]; readonly y: number; readonly weight: number }[],
  decay: number,
): number[] {
  const size = (examples[0]?.x.length ?? 0) + 1;
  const weights = new Array<number>(size).fill(0);
  weights[0] = -2;
  for (let round = 0; round < 15; round += 1) {
    const slope = weights.map((value, k) => (k === 0 ? 0 : -decay * value));
    const curve = weights.map((_, k) => weights.map((__, l) => (k === l ? (k === 0 ? 1e-6 : decay) : 0)));
    for (const { x, y, weight } of examples) {
      const row = [1, ...x];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * (weights[k] as number), 0)));
      row.forEach((value, k) => {
        if (value === 0) return;
        slope[k] = (slope[k] as number) + weight * (y - p) * value;
        const line = curve[k] as number[];
        for (let l = 0; l < size; l += 1) line[l] = (line[l] as number) + weight * p * (1 - p) * value * (row[l] as number);
      });
    }
    const step = solve(curve, slope).map((value) => Math.max(-1.5, Math.min(1.5, value)));
    step.forEach((value, k) => {
      weights[k] = (weights[k] as number) + value;
    });
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
