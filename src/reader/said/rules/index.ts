import type { Attribution, Sentence } from '../../layers.ts';
import type { Step } from '../../step.ts';
import { outermost, paragraphsOf, quotationsOf } from '../../text/index.ts';
import { isSpeechVerb } from './cues.ts';
import { nested } from './nesting.ts';
import { withQuotations } from './quoted.ts';
import { segmentsOf } from './segments.ts';

/** Who says what in a text, by rules. Pure; linear in the text's length. */
export function attributionsByRules(text: string, sentences: readonly Sentence[]): Attribution[] {
  const quotations = outermost(quotationsOf(text, paragraphsOf(text)));
  const segments = segmentsOf(text, sentences, quotations, isSpeechVerb);
  return nested(withQuotations(segments), quotations);
}

/** Adds `attributions` by rules: the fallback where no model is at hand, and the baseline that one is measured against. */
export const saidByRules = (): Step<'sentences', 'attributions'> => ({
  name: 'said-rules',
  version: '1',
  needs: ['sentences'],
  adds: ['attributions'],
  annotate: ({ report, sentences }) => ({ attributions: attributionsByRules(report.text, sentences) }),
});
