import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/reader/encoder/words.ts';
import { withOtherHalves } from '../../src/reader/said/neural/broken.ts';

/** The first quotation of a text as content, `cue` as its cue: how many pieces its content then has. */
function pieces(text: string, cue: string, taken: readonly [number, number][] = []): number {
  const words = wordsOf(text);
  const at = words.findIndex((word) => word.text === cue);
  const close = words.findIndex((word) => !word.quoted);
  const claim = { cue: [at, at + 1] as const, source: null, content: [[0, close] as const], confidence: 0.9 };
  const other = { ...claim, content: taken };
  return withOtherHalves(words, taken.length > 0 ? [claim, other] : [claim])[0]?.content.length ?? 0;
}

describe('a quotation that its cue interrupts', () => {
  it('is one content of two pieces', () => {
    expect(pieces('“We have seen this before,” said Anna Keller, the harbour master, “and we will see it again.”', 'said')).toBe(2);
    expect(pieces('“I saw it,” Orlov said, “and I will never forget it.”', 'said')).toBe(2);
  });

  it('is no part of who says it', () => {
    const words = wordsOf('“No,” said Anna Keller, the harbour master, “and we will see it again.”');
    const claim = { cue: [4, 5] as const, source: [5, words.length] as const, content: [[0, 4]] as const, confidence: 0.9 };
    const [mended] = withOtherHalves(words, [claim]);
    expect(mended?.source).toEqual([5, 11]);
    expect(mended?.content).toHaveLength(2);
  });

  it('ends with the sentence, with the paragraph, and where another holds what follows', () => {
    expect(pieces('“We had no warning,” the mayor said. A clerk disagreed: “You had two.”', 'said')).toBe(1);
    expect(pieces('“We had no warning,” the mayor said\n\n“You had two.”', 'said')).toBe(1);
    const text = '“Go,” he said, “or stay.”';
    const words = wordsOf(text);
    expect(pieces(text, 'said', [[words.length - 3, words.length]])).toBe(1);
  });
});
