const DAY = 86_400_000;

/** First and last moment of an EDTF date, in milliseconds; an open or unknown end is null. */
export interface Stretch {
  readonly from: number | null;
  readonly to: number | null;
}

/** The stretch of time that a date stands for: a year is its twelve months. Null for what is not understood. */
export function stretchOf(edtf: string): Stretch | null {
  const [first = '', second] = edtf.split('/');
  if (second !== undefined) {
    const from = first === '..' || first === '' ? null : (stretchOf(first)?.from ?? null);
    const to = second === '..' || second === '' ? null : (stretchOf(second)?.to ?? null);
    return from === null && to === null ? null : { from, to };
  }
  const [, year, month, day, hour, minute] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?/.exec(first) ?? [];
  if (!year) return null;
  const y = Number(year);
  if (!month || Number(month) > 12) return { from: Date.UTC(y, 0, 1), to: Date.UTC(y + 1, 0, 1) - 1 };
  const m = Number(month) - 1;
  if (!day) return { from: Date.UTC(y, m, 1), to: Date.UTC(y, m + 1, 1) - 1 };
  const from = Date.UTC(y, m, Number(day), Number(hour ?? 0), Number(minute ?? 0));
  return { from, to: hour ? from : from + DAY - 1 };
}

/** Where a stretch is put when one moment is needed: its middle, or the end that is known. */
export function middleOf(edtf: string | null): number | null {
  const stretch = edtf === null ? null : stretchOf(edtf);
  if (!stretch) return null;
  const { from, to } = stretch;
  return from !== null && to !== null ? (from + to) / 2 : (from ?? to);
}
