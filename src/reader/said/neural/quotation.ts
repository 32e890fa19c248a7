import type { Run } from '../../encoder/windows.ts';
import type { Word } from '../../encoder/words.ts';
import type { Attribution } from '../../layers.ts';

const LETTER = /[\p{L}\p{N}]/u;

/** Direct where all of a content's words stand in quotation marks, indirect where none does, else mixed. */
export function quotationOf(words: readonly Word[], content: readonly Run[]): Attribution['quotation'] {
  let inside = 0;
  let outside = 0;
  for (const [start, end] of content) {
    for (const word of words.slice(start, end)) {
      if (!LETTER.test(word.text)) continue;
      if (word.quoted) inside += 1;
      else outside += 1;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
