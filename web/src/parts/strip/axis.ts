import { stretchOf } from '../../words/edtf.ts';

/** One date on the line. */
export interface StripDate {
  /** Ties it to whatever else on the page has the same `data-tied`. */
  readonly key: string;
  readonly edtf: string;
  readonly href: string;
}

/** The stretch of time that the line stands for, in milliseconds. */
export interface Axis {
  readonly from: number;
  readonly to: number;
}

/** A date on the line, in shares of it; `cut` tells which end goes on beyond what is drawn or known. */
export interface StripMark extends StripDate {
  readonly left: number;
  readonly width: number;
  readonly cut: { readonly from: boolean; readonly to: boolean };
  /** Wholly beyond an end of the line. */
  readonly beyond: 'before' | 'after' | null;
}

const DAY = 86_400_000;
/** How far around the middle the line may reach, from close to far: the first that holds most dates. */
const REACHES = [15, 60, 190, 800, 4_000, 20_000, 400_000].map((days) => days * DAY);
const MOST = 0.75;

/** The line: around the day of publication (else the middle date), as short as holds three of four dates, so that one of long ago does not press the rest into a point. */
export function axisOf(dates: readonly StripDate[], published: string | null): Axis | null {
  const stretches = dates.flatMap(({ edtf }) => stretchOf(edtf) ?? []);
  const ends = stretches.flatMap(({ from, to }) => [from, to].filter((end) => end !== null));
  const day = published ? stretchOf(published.slice(0, 10))?.from : null;
  if (ends.length === 0) return null;
  const sorted = [...ends].sort((a, b) => a - b);
  const middle = day ?? (sorted[Math.floor(sorted.length / 2)] as number);
  const reach =
    REACHES.find((far) => ends.filter((end) => Math.abs(end - middle) <= far).length >= ends.length * MOST) ?? Number.POSITIVE_INFINITY;
  const held = [...sorted.filter((end) => Math.abs(end - middle) <= reach), ...(day == null ? [] : [day])];
  const [from, to] = [Math.min(...held), Math.max(...held)];
  const margin = Math.max(DAY, (to - from) * 0.04);
  return { from: from - margin, to: to + margin };
}

/** Dates as marks on the line: as wide as they are vague, cut where they are open or go on beyond it. */
export function marksOn(dates: readonly StripDate[], axis: Axis): readonly StripMark[] {
  const share = (moment: number): number => Math.min(1, Math.max(0, (moment - axis.from) / (axis.to - axis.from)));
  return dates.flatMap((date): StripMark[] => {
    const stretch = stretchOf(date.edtf);
    if (!stretch) return [];
    const [from, to] = [stretch.from ?? Number.NEGATIVE_INFINITY, stretch.to ?? Number.POSITIVE_INFINITY];
    const left = share(from);
    const beyond = to < axis.from ? 'before' : from > axis.to ? 'after' : null;
    return [{ ...date, left, width: share(to) - left, cut: { from: from < axis.from, to: to > axis.to }, beyond }];
  });
}
