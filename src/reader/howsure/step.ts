import type { Assessment, Attribution } from '../layers.ts';
import type { Step } from '../step.ts';
import { type Tokens, tokenize } from '../when/index.ts';
import { basisOf } from './basis.ts';
import { certaintyOf, cueWords } from './certainty.ts';
import { forecastOf } from './forecast.ts';
import { timesWithin } from './within.ts';

/** How the one who hands the content on stands to it, by the cue's words; a content of no cue is asserted. */
const stanceOf = (tokens: Tokens, attribution: Attribution): Assessment['stance'] => cueWords(tokens, attribution)?.stance ?? 'asserts';

/**
 * How sure each source is, on what it rests, and whether it speaks of what is to come: one row an attribution.
 * In the source's words only; how reliable the source is, and how sure the reader is of its own reading, stand elsewhere.
 */
export const howsure = (): Step<'attributions' | 'times', 'assessments'> => ({
  name: 'howsure',
  version: '3',
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
