import type { Step } from '../step.ts';
import { sentencesOf } from './sentences.ts';

export { afterDateline } from './dateline.ts';
export { paragraphsOf } from './paragraphs.ts';
export { outermost, type Quotation, quotationsOf } from './quotations.ts';
export { sentencesOf } from './sentences.ts';
export { insideAny, sharesAny } from './spans.ts';
export { type Token, tokensOf } from './tokens.ts';

/** Adds `sentences`: by rules, for English and anything that ends its sentences alike. */
export const sentences = (): Step<never, 'sentences'> => ({
  name: 'sentences',
  version: '2',
  needs: [],
  adds: ['sentences'],
  annotate: ({ report }) => ({ sentences: sentencesOf(report.text) }),
});
