import { describe, expect, it } from 'vitest';
import type { Attribution } from '../layers.ts';
import { tokenize } from '../when/index.ts';
import { basisOf } from './basis.ts';
import { certaintyOf, cueWords } from './certainty.ts';
import { forecastOf } from './forecast.ts';
import { BASIS_WORDS } from './words/basis.ts';
import { CERTAINTY_WORDS } from './words/certainty.ts';
import { CUE_WORDS } from './words/cues.ts';
import { FORECAST_WORDS } from './words/forecast.ts';

const attribution = (content: readonly [number, number], cue: readonly [number, number] | null = null): Attribution => ({
  source: null,
  cue: cue && [cue],
  content: [content],
  quotation: 'indirect',
  depth: 0,
  within: null,
  confidence: null,
});
const whole = (text: string): Attribution => attribution([0, text.length]);

describe('every row of the tables reads its own example', () => {
  it.each(CERTAINTY_WORDS.map(({ words, level, example }) => [example, words, level] as const))('%s', (example, words, level) => {
    const found = certaintyOf(tokenize(example), whole(example));
    expect(found.level).toBe(level ?? 'certain');
    expect(found.words.map(({ text }) => text.toLowerCase())).toEqual(level === null ? [] : expect.arrayContaining([words]));
  });

  it.each(CUE_WORDS.map((row) => [row.example, row] as const))('%s', (example, row) => {
    const at = example.indexOf(row.words);
    const read = cueWords(tokenize(example), attribution([example.length - 1, example.length], [at, at + row.words.length]));
    expect(read?.row.words).toBe(row.words);
    expect(read?.words.map(({ text }) => text)).toEqual([row.words]);
  });

  it.each(BASIS_WORDS.map((row) => [row.example, row] as const))('%s', (example, row) => {
    const found = basisOf(tokenize(example), attribution([0, 0], [0, example.length]));
    expect(found.map(({ kind, text }) => [kind, text])).toContainEqual([row.kind, row.words]);
  });

  it.each(FORECAST_WORDS.map((row) => [row.example] as const))('%s', (example) => {
    expect(forecastOf(tokenize(example), whole(example), [], '2024-10-16')).toEqual({ window: null, condition: null });
  });
});
