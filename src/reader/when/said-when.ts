import type { Span, Spans, Time } from '../../model/index.ts';
import type { Attribution } from '../layers.ts';
import type { Step } from '../step.ts';

/** How far from its cue a date may stand, in characters. */
const REACH = 60;

const end = (spans: Spans): number => spans.at(-1)?.[1] ?? 0;
const start = (spans: Spans): number => spans[0]?.[0] ?? 0;
const overlaps = ([from, to]: Span, spans: Spans): boolean => spans.some(([first, last]) => from < last && first < to);

/**
 * When the source spoke: the date that stands in the cue's own clause and outside the content ("said on Thursday").
 * @returns EDTF, or null where the clause gives none: the publication day is not assumed.
 */
export function saidWhen(text: string, attribution: Attribution, times: readonly Time[]): string | null {
  const { cue, content } = attribution;
  if (!cue) return null;
  let best: { readonly distance: number; readonly edtf: string } | null = null;
  for (const { spans, edtf, timex } of times) {
    const [span] = spans;
    if (!span || edtf === null || (timex.type !== 'DATE' && timex.type !== 'TIME') || overlaps(span, content)) continue;
    const after = span[0] >= end(cue);
    const [from, to] = after ? [end(cue), span[0]] : [span[1], start(cue)];
    // Only words of the same sentence that are not the content may stand between.
    if (to < from || to - from > REACH || overlaps([from, to], content) || /[.;!?”"]\s|\n/.test(text.slice(from, to))) continue;
    const distance = to - from + (after ? 0 : 1);
    if (!best || distance < best.distance) best = { distance, edtf };
  }
  return best?.edtf ?? null;
}

/** One row an attribution: when its source spoke, apart from what the content is about. Linear: only the times near a cue are looked at. */
export const whenSaid = (): Step<'attributions' | 'times', 'saidWhen'> => ({
  name: 'saidWhen',
  version: '1',
  needs: ['attributions', 'times'],
  adds: ['saidWhen'],
  annotate: ({ report, attributions, times }) => {
    const near = byPlace(times);
    return { saidWhen: attributions.map((attribution) => saidWhen(report.text, attribution, near(attribution.cue))) };
  },
});

/** Times within reach of a span, by binary search over their order in the text. */
function byPlace(times: readonly Time[]): (cue: Spans | null) => readonly Time[] {
  const starts = times.map(({ spans }) => start(spans));
  const firstFrom = (place: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (cue) => (cue ? times.slice(Math.max(0, firstFrom(start(cue) - 2 * REACH) - 1), firstFrom(end(cue) + REACH + 1)) : []);
}
