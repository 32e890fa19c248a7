import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNested, scoreNested } from '../../../bench/reading/nested.ts';
import { wordsOf } from '../../../src/reader/encoder/words.ts';
import { vouchesWithin } from '../../../src/reader/said/neural/inner.ts';

const claim = (text: string, source: readonly [number, number] | null, cue: readonly [number, number]) =>
  vouchesWithin(wordsOf(text), { source, cue, content: [[cue[1], cue[1] + 3]], confidence: 0.9 });

describe('statements within statements', () => {
  it('are kept where somebody named says so', () => {
    expect(claim('the ministry confirmed that two ships sank', [0, 2], [2, 3])).toBe(true);
    expect(claim('his claim that two ships sank', [0, 1], [1, 2])).toBe(true);
  });

  it('are none where the words name only the one who speaks, nobody, or no saying', () => {
    expect(claim('we believe that two ships sank', [0, 1], [1, 2])).toBe(false);
    expect(claim('the claims as another hoax', [0, 1], [1, 2])).toBe(false);
    expect(claim('is expected a second transport', null, [0, 2])).toBe(false);
    expect(claim('troop deployments to support the war', [0, 2], [2, 4])).toBe(false);
  });

  it('are found in 85 invented lines as they were when the lines were written, or better', async () => {
    const { precision, recall } = scoreNested(await readNested(fileURLToPath(new URL('./nested.txt', import.meta.url))));
    expect(precision).toBeGreaterThan(80);
    expect(recall).toBeGreaterThan(70);
  }, 120_000);
});
