import type { Networks } from '../../src/reader/encoder/networks.ts';
import { windowsOf } from '../../src/reader/encoder/windows.ts';
import { wordsOf } from '../../src/reader/encoder/words.ts';

// The sentences of the certainty sets, as training/events.py prints them: keep the two alike.

const TIGHT_BEFORE = /^(?:[.,;:!?)\]%]|['’]\p{L}{1,2}|n't)$/u;
const TIGHT_AFTER: ReadonlySet<string> = new Set(['(', '[', '$', '#', '``']);
const PRINTED: Readonly<Record<string, string>> = { '``': '"', "''": '"', '-LRB-': '(', '-RRB-': ')' };

/** Tokens put together as a newspaper would print them, and where each begins. */
export function printed(tokens: readonly string[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts = tokens.map((token, i) => {
    const tight = i === 0 || TIGHT_BEFORE.test(token) || TIGHT_AFTER.has(tokens[i - 1] as string);
    if (!tight) text += ' ';
    const start = text.length;
    text += PRINTED[token] ?? token;
    return start;
  });
  return { text, starts };
}

/** What the encoder's head for one set says of each token of a sentence; null where no word of the reader's holds it. */
export async function heard(networks: Networks, tokens: readonly string[], set: number): Promise<(number | null)[]> {
  const { text, starts } = printed(tokens);
  const words = wordsOf(text);
  const scores: (number | null)[] = words.map(() => null);
  const pieces = words.map((word) => networks.pieces(word.text));
  for (const window of windowsOf(words, pieces, networks.manifest.window)) {
    const { certainty } = await networks.encode(window);
    if (!certainty) throw new Error('this reader has no head for certainty: 1.2.0 and newer have');
    window.firsts.forEach((_, i) => {
      scores[window.start + i] = certainty.data[i * certainty.width + set] as number;
    });
  }
  return starts.map((start) => scores[words.findIndex((word) => word.start <= start && start < word.end)] ?? null);
}
