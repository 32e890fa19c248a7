import type { Tokens } from '../when/index.ts';
import type { Run } from './place.ts';
import { AUXILIARIES, BETWEEN, PAST_FORMS } from './words/verbs.ts';

/**
 * The word that names what a clause says happened: the word after its first auxiliaries, else its first past form. Null where neither
 * stands in it; nothing is guessed from the order of the words alone.
 */
export function predicateOf(tokens: Tokens, { from, to }: Run): number | null {
  for (let i = from; i < to; i++) {
    const word = tokens.lower[i] as string;
    if (AUXILIARIES.has(word)) {
      let next = i + 1;
      while (next < to && (AUXILIARIES.has(tokens.lower[next] as string) || isBetween(tokens.lower[next] as string))) next++;
      return next < to && /\p{L}/u.test(tokens.lower[next] as string) ? next : i;
    }
    if (i > from && (PAST_FORMS.has(word) || (word.length > 4 && word.endsWith('ed')))) return i;
  }
  return null;
}

const isBetween = (word: string): boolean => BETWEEN.has(word) || word.endsWith('ly');
