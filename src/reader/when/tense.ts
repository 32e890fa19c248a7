import { BREAK, type Tokens } from './tokens.ts';
import { FUTURE_WORDS, PAST_WORDS } from './words/tense.ts';

/** How many tokens on either side are looked at. */
const REACH_BEFORE = 18;
const REACH_AFTER = 10;

const isEnd = (tokens: Tokens, i: number): boolean => {
  const word = tokens.lower[i];
  if (word === BREAK || word === '!' || word === '?' || word === ';') return true;
  // A full stop ends a sentence unless it belongs to an abbreviation: the next word is then no capital after a blank.
  return (
    word === '.' &&
    i + 1 < tokens.count &&
    tokens.start[i + 1] !== tokens.end[i] &&
    /\p{Lu}/u.test(tokens.text[tokens.start[i + 1] as number] ?? '') &&
    (tokens.lower[i - 1]?.length ?? 0) > 3
  );
};

/**
 * Which way the verb beside an expression points: the nearest word of the same sentence that tells, before it first.
 * Null where none does.
 */
export function tenseAt(tokens: Tokens, from: number, to: number): 'past' | 'future' | null {
  for (let i = from - 1; i >= Math.max(0, from - REACH_BEFORE) && !isEnd(tokens, i); i--) {
    const told = tellsAt(tokens, i);
    if (told) return told;
  }
  for (let i = to; i < Math.min(tokens.count, to + REACH_AFTER) && !isEnd(tokens, i); i++) {
    const told = tellsAt(tokens, i);
    if (told) return told;
  }
  return null;
}

function tellsAt(tokens: Tokens, i: number): 'past' | 'future' | null {
  const word = tokens.lower[i] as string;
  if (FUTURE_WORDS.has(word)) return 'future';
  if (PAST_WORDS.has(word)) return 'past';
  return word.length > 4 && word.endsWith('ed') ? 'past' : null;
}
