import type { Span } from '../../model/index.ts';

/** Spans in order and apart: those that meet are one. */
export function apart(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && start <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], end)];
    else found.push([start, end]);
  }
  return found;
}

/** Whether a span shares a character with any of these, in the logarithm of their number. */
export function sharesAny(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = apart(spans);
  return ([start, end]) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Span)[1] <= start) low = middle + 1;
      else high = middle;
    }
    return (sorted[low]?.[0] ?? Number.POSITIVE_INFINITY) < end;
  };
}

/** Whether an offset lies inside any of these spans. */
export function insideAny(spans: readonly Span[]): (offset: number) => boolean {
  const shares = sharesAny(spans);
  return (offset) => shares([offset, offset + 1]);
}
