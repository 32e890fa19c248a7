import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifestOf, modelFolder } from '../../src/reader/encoder/index.ts';
import { piecesOf } from '../../src/reader/encoder/pieces.ts';
import { distancesOf, type Run, scopeOf, windowsOf } from '../../src/reader/encoder/windows.ts';
import { wordsOf } from '../../src/reader/encoder/words.ts';

interface Row {
  readonly text: string;
  readonly words: readonly (readonly number[])[];
  readonly pieces: readonly number[][];
  readonly windows: readonly (readonly [number, number, readonly number[], readonly number[]])[];
  readonly scope: { readonly cue: Run; readonly run: Run; readonly distances: readonly number[] };
}

// Written by training/agree.py: what the network was trained on must be what it is given.
const rows = JSON.parse(readFileSync(new URL('./agreement.json', import.meta.url), 'utf8')) as Row[];
const pieces = piecesOf(JSON.parse(readFileSync(`${modelFolder()}/tokenizer.json`, 'utf8')) as object, 100);

describe.each(rows.map((row) => [row.text.slice(0, 40), row] as const))('Python and TypeScript agree on %j', (_, row) => {
  const words = wordsOf(row.text);
  const split = words.map((word) => pieces(word.text));
  const windows = windowsOf(words, split, manifestOf(modelFolder()).window);

  it('on words', () => {
    expect(words.map((word) => [word.start, word.end, word.paragraph, word.look, word.quoted])).toEqual(row.words);
  });
  it('on pieces', () => {
    expect(split).toEqual(row.pieces);
  });
  it('on windows', () => {
    expect(windows.map(({ start, end, ids, firsts }) => [start, end, ids, firsts])).toEqual(row.windows);
  });
  it('on scopes and distances', () => {
    const { cue, run, distances } = row.scope;
    const window = windows.find(({ start, end }) => start <= cue[0] && cue[0] < end);
    if (!window) throw new Error('no window holds the cue');
    expect(scopeOf(words, window, cue)).toEqual(run);
    expect(distancesOf(run, cue, manifestOf(modelFolder()).distances)).toEqual(distances);
  });
});
