import table from './direction.json' with { type: 'json' };
import type { Candidate } from './grammar.ts';
import { logOdds, weightsOf } from './logistic.ts';
import { BREAK, isDigits, type Tokens } from './tokens.ts';
import { FUTURE_WORDS, PAST_WORDS } from './words/tense.ts';

/**
 * Which way a weekday or a bare month points: a logistic regression over the words of its clause, verbs first
 * ("arrived Friday", "will meet Friday"). Trained by `bench/train/when.ts`; the weights are in `direction.json`.
 */
const WEIGHTS = weightsOf(table);

/** How many tokens on either side are looked at. */
const BEFORE = 14;
const AFTER = 8;

const isEnd = (tokens: Tokens, i: number): boolean => {
  const word = tokens.lower[i];
  if (word === undefined || word === BREAK || word === '!' || word === '?' || word === ';') return true;
  // A full stop ends a sentence unless it belongs to an abbreviation.
  return word === '.' && (tokens.lower[i - 1]?.length ?? 0) > 3 && !isDigits(tokens.lower[i - 1]);
};

/** What the direction is told from: names of features that are all 1. */
export function directionFeatures(tokens: Tokens, { from, to, meaning }: Candidate): readonly string[] {
  const features = new Set<string>(['bias', `base ${meaning.base.is}`]);
  let verb: string | null = null;
  for (let i = from - 1; i >= from - BEFORE && i >= 0 && !isEnd(tokens, i); i--) {
    const word = tokens.lower[i] as string;
    const near = from - i <= 3 ? 'near' : 'far';
    if (from - i <= 2) features.add(`at ${from - i} ${word}`);
    features.add(`${near} ${word}`);
    const told = tells(word);
    if (told && verb === null) {
      verb = told;
      features.add(`verb ${told}`);
    }
  }
  let later: string | null = null;
  for (let i = to; i < to + AFTER && !isEnd(tokens, i); i++) {
    const word = tokens.lower[i] as string;
    if (i === to) features.add(`next ${word}`);
    features.add(`after ${word}`);
    later ??= tells(word);
  }
  features.add(`verbs ${verb} ${later}`);
  return [...features];
}

/** The log-odds that the expression speaks of what is to come. */
export const futureOdds = (tokens: Tokens, candidate: Candidate): number => logOdds(WEIGHTS, directionFeatures(tokens, candidate));

function tells(word: string): 'past' | 'future' | null {
  if (FUTURE_WORDS.has(word)) return 'future';
  if (PAST_WORDS.has(word)) return 'past';
  return word.length > 4 && word.endsWith('ed') ? 'past' : null;
}
