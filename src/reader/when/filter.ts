import table from './filter.json' with { type: 'json' };
import type { Candidate } from './grammar.ts';
import { logOdds, weightsOf } from './logistic.ts';
import { BREAK, isDigits, surface, type Tokens } from './tokens.ts';

/**
 * Which of the rules' readings people would call a temporal expression: a logistic regression over the words in and beside them
 * ("second" the ordinal, "the time", "current"). Trained by `bench/train/when.ts`; the weights are in `filter.json`.
 */
const WEIGHTS = weightsOf(table);

/** What the filter looks at: names of features that are all 1. */
export function featuresOf(tokens: Tokens, { from, to, rule, meaning }: Candidate): readonly string[] {
  const word = (i: number): string => shape(tokens, i);
  const text = wordsOf(tokens, from, to);
  const before = word(from - 1);
  const before2 = word(from - 2);
  const after = word(to);
  const after2 = word(to + 1);
  return [
    'bias',
    `rule ${rule}`,
    `type ${meaning.type}`,
    `base ${meaning.base.is}`,
    `text ${text}`,
    `last ${word(to - 1)}`,
    `before ${before}`,
    `before2 ${before2} ${before}`,
    `after ${after}`,
    `after2 ${after} ${after2}`,
    `rule before ${rule} ${before}`,
    `rule after ${rule} ${after}`,
    `base before ${meaning.base.is} ${before}`,
    `base after ${meaning.base.is} ${after}`,
    `text before ${text} ${before}`,
    `text after ${text} ${after}`,
    `near ${meaning.base.is} ${word(from - 3)}`,
    `near ${meaning.base.is} ${before2}`,
    ...(/^\p{Lu}/u.test(surface(tokens, from)) ? [`capital ${rule}`] : []),
  ];
}

/** The log-odds that people would mark the candidate. */
export const markedOdds = (tokens: Tokens, candidate: Candidate): number => logOdds(WEIGHTS, featuresOf(tokens, candidate));

/** A word as the filter knows it: digits become 0, what stands outside the text is `-`. */
function shape(tokens: Tokens, i: number): string {
  const word = tokens.lower[i];
  if (word === undefined || word === BREAK) return '¶';
  return isDigits(word) ? '0'.repeat(Math.min(word.length, 5)) : word;
}
const wordsOf = (tokens: Tokens, from: number, to: number): string => {
  const words: string[] = [];
  for (let i = from; i < Math.min(to, from + 4); i++) words.push(shape(tokens, i));
  return words.join(' ');
};
