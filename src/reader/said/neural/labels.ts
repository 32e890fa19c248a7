import type { Run } from '../../encoder/windows.ts';
import type { Word } from '../../encoder/words.ts';
import type { Claim } from './claims.ts';

/** What stands at the beginning of a line and belongs to nobody's words: a live blog's time, a list's mark. */
const LABEL =
  /^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T))?(?:\s?[—–|-]|:(?=\s)|(?=\s))|\d{1,2}\s?[ap]\.?m\b\.?(?:\s?[—–|:-])?|[•·▪◦‣●■](?=\s)|\(?\d{1,3}[.)](?=\s\p{Lu}))/u;
const LONGEST = 40;

/** How many words from `at` on are a label. */
function labelAt(text: string, words: readonly Word[], at: number): number {
  const word = words[at] as Word;
  const before = at === 0 ? text.slice(0, word.start) : text.slice((words[at - 1] as Word).end, word.start);
  if (at > 0 && !before.includes('\n')) return 0;
  const label = LABEL.exec(text.slice(word.start, word.start + LONGEST));
  if (!label) return 0;
  const end = word.start + label[0].length;
  let count = 0;
  while (at + count < words.length && (words[at + count] as Word).end <= end) count += 1;
  return count;
}

/** Claims whose contents do not begin with a line's label; one that has nothing else is none. */
export function withoutLabels(text: string, words: readonly Word[], claims: readonly Claim[]): Claim[] {
  return claims.flatMap((claim): Claim[] => {
    const content = claim.content.flatMap(([start, end]): Run[] => {
      const from = start + labelAt(text, words, start);
      return from < end ? [[from, end]] : [];
    });
    return content.length > 0 ? [{ ...claim, content }] : [];
  });
}
