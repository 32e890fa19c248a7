import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Quantity } from '../../../src/model/index.ts';
import { quantitiesIn } from '../../../src/reader/howmany/index.ts';

interface Marked {
  readonly bound: string;
  readonly low: number;
  readonly high: number;
}
interface Sentence {
  readonly text: string;
  readonly marked: readonly Marked[];
}

const sentencesOf = (file: string): readonly Sentence[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', cell = ''] = line.split('\t');
      const marked = cell
        .split('|')
        .filter((part) => part.trim() !== '')
        .map((part) => {
          const [bound = '', value = ''] = part.trim().split(' ');
          const [low = Number.NaN, high = low] = value.replace(/[()]/g, '').split(',').map(Number);
          return { bound, low, high };
        });
      return { text, marked };
    });

/** The bound as a set of quantities writes it. */
function asMarked({ low, high, approximate }: Quantity): Marked {
  if (high === null) return { bound: '>', low: low ?? Number.NaN, high: low ?? Number.NaN };
  if (low === null) return { bound: '<', low: high, high };
  return { bound: approximate || low !== high ? '~' : '=', low, high };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

it.each([
  { file: 'news.tsv', count: 200 },
  { file: 'styles.tsv', count: 200 },
  { file: 'later.tsv', count: 60 },
  { file: 'newswire.tsv', count: 130 },
])('marks the figures of $count invented sentences ($file) with their bounds: F1 of 95 or more', ({ file, count }) => {
  const sentences = sentencesOf(file);
  let [right, found, marked] = [0, 0, 0];
  for (const sentence of sentences) {
    const left = quantitiesIn(sentence.text).map(asMarked);
    found += left.length;
    marked += sentence.marked.length;
    for (const gold of sentence.marked) {
      const k = left.findIndex((q) => q.bound === gold.bound && near(q.low, gold.low) && near(q.high, gold.high));
      if (k >= 0) {
        right += 1;
        left.splice(k, 1);
      }
    }
  }
  expect(sentences.length).toBeGreaterThanOrEqual(count);
  expect((200 * right) / (found + marked)).toBeGreaterThanOrEqual(95);
});
