import type { Attribution, Sentence } from '../../layers.ts';
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
