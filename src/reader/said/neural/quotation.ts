import type { Run } from '../../encoder/windows.ts';
import type { Word } from '../../encoder/words.ts';
import type { Attribution } from '../../layers.ts';

const LETTER = /[\p{L}\p{N}]/u;
const OPENING = new Set(["'", '‘', '‹', '‚']);
const CLOSING = new Set(["'", '’', '›', '‘']);

/** Whether a run stands in single quotation marks: one right before its first word or as it, one right after its last or as it. An apostrophe is neither. */
function singly(words: readonly Word[], [start, end]: Run): boolean {
  const opens = [start - 1, start].some((i) => {
    const [before, mark, after] = [words[i - 1], words[i], words[i + 1]];
    return mark && OPENING.has(mark.text) && before?.end !== mark.start && after?.start === mark.end;
  });
  const closes = [end - 1, end].some((i) => i > start && CLOSING.has(words[i]?.text ?? '') && words[i - 1]?.end === words[i]?.start);
  return opens && closes;
}

/** Direct where all of a content's words stand in quotation marks, indirect where none does, else mixed. */
export function quotationOf(words: readonly Word[], content: readonly Run[]): Attribution['quotation'] {
  let inside = 0;
  let outside = 0;
  for (const [start, end] of content) {
    const single = singly(words, [start, end]);
    for (const word of words.slice(start, end)) {
      if (!LETTER.test(word.text)) continue;
      if (single || word.quoted) inside += 1;
      else outside += 1;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
