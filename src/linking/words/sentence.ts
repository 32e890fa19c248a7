import type { Placed } from '../input.ts';

/** Where a statement's content begins and ends in its report. */
export const startOf = ({ statement }: Placed): number => statement.content.spans[0]?.[0] ?? 0;
export const endOf = ({ statement }: Placed): number => statement.content.spans.at(-1)?.[1] ?? 0;

/** Characters on each side of a passage in which its sentence ends. */
const REACH = 250;
/** What parts sentences: a full stop with a blank behind it, or the end of a paragraph. */
export const SENTENCE_ENDS = /(?<=[.!?]["”’]?)\s+|\n\s*\n/;

/** What stands before an offset in its own paragraph, of so many characters at most. */
export const paragraphBefore = (text: string, at: number, most: number): string =>
  text
    .slice(Math.max(0, at - most), at)
    .split(/\n\s*\n/)
    .at(-1) ?? '';

/** What stands before an offset in its own sentence, of so many characters at most: a sentence begins with a capital. */
export const sentenceBefore = (text: string, at: number, most: number): string =>
  paragraphBefore(text, at, most)
    .split(/[.!?]["”’]?\s+(?=["“‘]?\p{Lu})/u)
    .at(-1) ?? '';

/** A passage of a text with the rest of its sentence: from the full stop before it to the one after. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(SENTENCE_ENDS)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(SENTENCE_ENDS)[0] ?? '';
  return `${before}${text.slice(start, end)}${after}`;
}

/** A statement's whole sentence or so. */
export const sentenceOf = (placed: Placed): string => sentenceAround(placed.report.text, startOf(placed), endOf(placed));
