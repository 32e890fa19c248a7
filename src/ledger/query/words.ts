import { AccordingtoError } from '../../model/index.ts';

/** A search has at most so many words: more is no search. */
const MOST_WORDS = 32;

/** Words as the index knows them: runs of letters and digits. */
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`;

/**
 * What a person typed as an FTS5 expression in which nothing is syntax: each word must occur, "words in quotation marks" stand
 * together, and the last word may be unfinished. Null where there is no word in it.
 * @throws AccordingtoError LEDGER_QUERY_VALUE for more than 32 words.
 */
export function wordsExpression(typed: string): string | null {
  const terms: string[] = [];
  let count = 0;
  typed.split(/["“”]/).forEach((part, i) => {
    const words = part.match(WORDS) ?? [];
    count += words.length;
    if (i % 2 === 1 && words.length > 0) terms.push(quoted(words));
    else terms.push(...words.map((word) => quoted([word])));
  });
  if (count > MOST_WORDS) {
    throw new AccordingtoError('LEDGER_QUERY_VALUE', {
      filter: 'q',
      value: `${typed.slice(0, 40)}…`,
      expected: `at most ${MOST_WORDS} words`,
    });
  }
  if (terms.length === 0) return null;
  const unfinished = /[\p{L}\p{M}\p{N}]$/u.test(typed);
  return terms.join(' AND ') + (unfinished ? '*' : '');
}
