import type { Run } from '../../encoder/windows.ts';
import type { Word } from '../../encoder/words.ts';
import { type Claim, wordsOf } from './claims.ts';

/** More words than these between the halves ("said Anna Keller, the harbour master,") are more than who says it. */
const MOST_BETWEEN = 16;
/** A quotation of at least this many words and marks is no nickname. */
const LEAST_QUOTED = 5;
const LETTER = /[\p{L}\p{N}]/u;
/** Marks that end a sentence: what is quoted after one may be another's. */
const STOPS = new Set(['.', '!', '?', ';', ':']);

const isMark = (word: Word | undefined): boolean => word !== undefined && !LETTER.test(word.text);
const end = (run: Run | null | undefined): number => run?.[1] ?? 0;

/** The quotation that goes on after the claim's cue and source, in the same sentence and paragraph; null where there is none. */
function otherHalf(words: readonly Word[], { cue, source, content }: Claim): Run | null {
  const last = content.at(-1) as Run;
  const before = words[last[1] - 1] as Word;
  const from = Math.max(end(cue), end(source));
  if (content.length !== 1 || cue[0] < last[1] || !before.quoted || !words.slice(...last).every((word) => word.quoted || isMark(word)))
    return null;
  let at = last[1];
  while (isMark(words[at]) && at < cue[0]) at += 1;
  for (; at < from + MOST_BETWEEN && words[at] && !(words[at] as Word).quoted; at += 1)
    if (STOPS.has((words[at] as Word).text)) return null;
  if (at < from || !words[at]?.quoted || (words[at] as Word).paragraph !== before.paragraph) return null;
  let close = at;
  while (words[close]?.quoted && (words[close] as Word).paragraph === before.paragraph) close += 1;
  return [at, close];
}

/** A source without the quotation that ends it: who says it ends where the words begin. A nickname in marks stays. */
function withoutQuotation(words: readonly Word[], { source, ...claim }: Claim): Claim {
  if (!source) return { source, ...claim };
  let start = source[1];
  while (start > source[0] && words[start - 1]?.quoted) start -= 1;
  if (start === source[0] || source[1] - start < LEAST_QUOTED) return { source, ...claim };
  while (isMark(words[start - 1])) start -= 1;
  return { ...claim, source: start > source[0] ? [source[0], start] : source };
}

/**
 * Gives a claim whose quotation its cue interrupts ("…," said Orr, "…") the half behind the cue, where the network gave it to nobody:
 * in one sentence, both halves are one speaker's.
 */
export function withOtherHalves(words: readonly Word[], claims: readonly Claim[]): Claim[] {
  const taken = new Set<number>();
  for (const { content } of claims) for (const word of wordsOf(content)) taken.add(word);
  return claims.map((found) => {
    const claim = withoutQuotation(words, found);
    const half = otherHalf(words, claim);
    if (!half || [...wordsOf([half])].some((word) => taken.has(word))) return claim;
    return { ...claim, content: [...claim.content, half] };
  });
}
