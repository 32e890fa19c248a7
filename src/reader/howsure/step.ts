import type { Time } from '../../model/index.ts';
import type { Assessment, Attribution } from '../layers.ts';
import type { Step } from '../step.ts';
import { type Tokens, tokenize } from '../when/index.ts';
import { basisOf } from './basis.ts';
import { certaintyOf, cueWords } from './certainty.ts';
import { forecastOf } from './forecast.ts';

/** How the one who hands the content on stands to it, by the cue's words; a content of no cue is asserted. */
const stanceOf = (tokens: Tokens, attribution: Attribution): Assessment['stance'] => cueWords(tokens, attribution)?.stance ?? 'asserts';

/** Looks up the times between a content's first and last character; sorted once, so that a long report of many statements stays near linear. */
function timesWithin(times: readonly Time[]): (attribution: Attribution) => readonly Time[] {
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

/**
 * How sure each source is, on what it rests, and whether it speaks of what is to come: one row an attribution.
 * In the source's words only; how reliable the source is, and how sure the reader is of its own reading, stand elsewhere.
 */
export const howsure = (): Step<'attributions' | 'times', 'assessments'> => ({
  name: 'howsure',
  version: '2',
  needs: ['attributions', 'times'],
  adds: ['assessments'],
  annotate: ({ report, attributions, times }) => {
    const tokens = tokenize(report.text);
    const timesIn = timesWithin(times);
    const assessments = attributions.map(
      (attribution): Assessment => ({
        certainty: certaintyOf(tokens, attribution),
        stance: stanceOf(tokens, attribution),
        basis: basisOf(tokens, attribution),
        forecast: forecastOf(tokens, attribution, timesIn(attribution), report.published),
      }),
    );
    return { assessments };
  },
});
