import { stretchOf } from '../../words/edtf.ts';

const DAY = 86_400_000;

/** A date (EDTF) and how many rows have it. */
export interface Dated {
  readonly when: string;
  readonly rows: number;
}

/** Days since 1970, both ends included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Rows along a line of days, cut into bins of equal length. */
export interface Density extends Days {
  /** Rows of one day, by bin. */
  readonly exact: readonly number[];
  /** Rows of a month, a year, a span: each spread over the days that it may be, so that what is vague is drawn flat and wide. */
  readonly vague: readonly number[];
  readonly most: number;
  /** Rows wholly beyond an end of the line. */
  readonly before: number;
  readonly after: number;
}

export const dayOf = (moment: number): number => Math.floor(moment / DAY);
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** A day of the address (`2024`, `2024-10`, `2024-10-18`) as a number: its first day, or its last where it ends a stretch. */
export function daysOf(edtf: string | null | undefined, end: 'from' | 'to'): number | null {
  const moment = edtf ? stretchOf(edtf)?.[end] : null;
  return moment == null ? null : dayOf(moment);
}

interface Spread {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

function spreads(dates: readonly Dated[]): readonly Spread[] {
  return dates.flatMap(({ when, rows }): Spread[] => {
    const stretch = stretchOf(when);
    if (!stretch) return [];
    // An open end says nothing of how far: it stands at the end that is known.
    const from = dayOf((stretch.from ?? stretch.to) as number);
    return [{ from, to: Math.max(from, dayOf((stretch.to ?? stretch.from) as number)), rows }];
  });
}

/** Nine of ten rows decide what is drawn: one date of long ago must not press all others into a point. */
const MIDDLE = 0.9;
const BESIDE = 0.5;

function lineOf(all: readonly Spread[], held: readonly (number | null)[]): Days {
  const ends = all.flatMap(({ from, to, rows }) => [
    { at: from, rows },
    { at: to, rows },
  ]);
  ends.sort((a, b) => a.at - b.at);
  const total = ends.reduce((sum, { rows }) => sum + rows, 0);
  const at = (share: number): number => {
    let seen = 0;
    for (const end of ends) {
      seen += end.rows;
      if (seen >= share * total) return end.at;
    }
    return ends.at(-1)?.at ?? 0;
  };
  const chosen = held.filter((day) => day !== null);
  const [low, high] = [at((1 - MIDDLE) / 2), at(1 - (1 - MIDDLE) / 2)];
  // What lies close beside the middle belongs to the line as well.
  const beside = Math.round((high - low) * BESIDE);
  const from = Math.min(ends.find((end) => end.at >= low - beside)?.at ?? low, ...chosen);
  const to = Math.max(ends.findLast((end) => end.at <= high + beside)?.at ?? high, ...chosen);
  const margin = Math.max(1, Math.round((to - from) * 0.02));
  return { from: from - margin, to: to + margin };
}

/**
 * Dates as a density along a line of days; null where none of them is understood.
 * @param held days that the line must hold: the ends of the stretch that is chosen.
 */
export function densityOf(dates: readonly Dated[], bins: number, held: readonly (number | null)[] = []): Density | null {
  const all = spreads(dates);
  if (all.length === 0) return null;
  const { from, to } = lineOf(all, held);
  const length = (to - from + 1) / bins;
  const exact = new Array<number>(bins).fill(0);
  const vague = new Array<number>(bins).fill(0);
  let [before, after] = [0, 0];
  for (const spread of all) {
    if (spread.to < from) before += spread.rows;
    else if (spread.from > to) after += spread.rows;
    else if (spread.from === spread.to) add(exact, (spread.from - from) / length, spread.rows);
    else spreadOver(vague, spread, { from, length });
  }
  const most = exact.reduce((high, value, i) => Math.max(high, value + (vague[i] ?? 0)), 0);
  return { from, to, exact, vague, most, before, after };
}

function add(bins: number[], at: number, rows: number): void {
  const bin = Math.min(bins.length - 1, Math.max(0, Math.floor(at)));
  bins[bin] = (bins[bin] ?? 0) + rows;
}

/** Each bin gets the share of the rows that its part of the stretch is. */
function spreadOver(bins: number[], { from, to, rows }: Spread, line: { readonly from: number; readonly length: number }): void {
  const days = to - from + 1;
  const first = Math.max(0, Math.floor((from - line.from) / line.length));
  const last = Math.min(bins.length - 1, Math.ceil((to + 1 - line.from) / line.length) - 1);
  for (let bin = first; bin <= last; bin += 1) {
    const start = Math.max(from, line.from + bin * line.length);
    const end = Math.min(to + 1, line.from + (bin + 1) * line.length);
    if (end > start) bins[bin] = (bins[bin] ?? 0) + (rows * (end - start)) / days;
  }
}
