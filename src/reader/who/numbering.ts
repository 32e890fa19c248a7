import type { Sentence } from '../layers.ts';

/** A sentence's number from an offset. Sentences that somebody else speaks do not count: who spoke before a long quotation is still near after it. */
export function sentenceFinder(sentences: readonly Sentence[], quoted: (offset: number) => boolean): (offset: number) => number {
  let count = 0;
  const numbers = sentences.map(({ span }) => {
    if (!quoted(span[0])) count += 1;
    return count;
  });
  return (offset) => numbers[sentenceIndex(sentences, offset)] ?? count;
}

/** The index of the sentence that an offset stands in or before. */
export function sentenceIndex(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Sentence).span[1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of the paragraph that an offset stands in. */
export const paragraphAt = (sentences: readonly Sentence[], offset: number): number =>
  sentences[Math.min(sentenceIndex(sentences, offset), sentences.length - 1)]?.paragraph ?? 0;
