import type { Time } from '../../model/index.ts';
import type { Attribution } from '../layers.ts';

/** Looks up the times between a content's first and last character; sorted once, so that a long report of many statements stays near linear. */
export function timesWithin(times: readonly Time[]): (attribution: Attribution) => readonly Time[] {
  const startOf = ({ spans: [span] }: Time): number => span?.[0] ?? 0;
  const sorted = [...times].sort((a, b) => startOf(a) - startOf(b));
  return ({ content }) => {
    const first = content[0]?.[0] ?? 0;
    const last = content.at(-1)?.[1] ?? 0;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(sorted[middle] as Time) < first) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && startOf(sorted[end] as Time) < last) end++;
    return sorted.slice(low, end);
  };
}
