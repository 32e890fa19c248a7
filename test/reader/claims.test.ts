import { describe, expect, it } from 'vitest';
import type { Word } from '../../src/reader/encoder/words.ts';
import { wordsOf as textWords } from '../../src/reader/encoder/words.ts';
import { type Claim, cuesOf, settle } from '../../src/reader/said/neural/claims.ts';
import { mayHoldAnother } from '../../src/reader/said/neural/inner.ts';
import { foreign } from '../../src/reader/said/neural/language.ts';
import { innerText, placed } from '../../src/reader/said/neural/nesting.ts';
import { quotationOf } from '../../src/reader/said/neural/quotation.ts';

const claim = (cue: [number, number], content: [number, number][], confidence: number): Claim => ({
  cue,
  source: null,
  content,
  confidence,
});

describe('cues on the best path of tags', () => {
  const tags = (best: number[]): { data: Float32Array; width: number } => {
    const data = new Float32Array(best.length * 7);
    best.forEach((tag, i) => {
      data[i * 7 + tag] = 5;
    });
    return { data, width: 7 };
  };
  it('finds each run, and parts neighbours', () => {
    expect(cuesOf(tags([0, 3, 4, 0, 3, 3, 4, 4]), 0)).toEqual([
      [1, 3],
      [4, 5],
      [5, 8],
    ]);
  });
  it('gives more of them with a bias', () => {
    const unsure = { data: Float32Array.from([1, 0, 0, 0.5, 0, 0, 0]), width: 7 };
    expect(cuesOf(unsure, 0)).toEqual([]);
    expect(cuesOf(unsure, 1)).toEqual([[0, 1]]);
  });
});

describe('claims that want the same words', () => {
  it('leaves them to the surer one', () => {
    const [first, second] = settle([claim([10, 11], [[0, 10]], 0.9), claim([20, 21], [[5, 20]], 0.5)]);
    expect(first?.content).toEqual([[0, 10]]);
    expect(second?.content).toEqual([[10, 20]]);
  });
  it('drops a second reading of the same content', () => {
    expect(settle([claim([10, 11], [[0, 10]], 0.9), claim([12, 13], [[0, 10]], 0.5)])).toHaveLength(1);
  });
  it('keeps a claim, cue and all, inside another', () => {
    expect(settle([claim([0, 1], [[1, 20]], 0.9), claim([5, 6], [[6, 20]], 0.8)])).toHaveLength(2);
  });
  it('tells which stands in which', () => {
    const rows = placed([
      claim([0, 1], [[1, 20]], 0.9),
      claim([5, 6], [[6, 20]], 0.8),
      claim([8, 9], [[9, 20]], 0.8),
      claim([30, 31], [[31, 33]], 0.8),
    ]);
    expect(rows.map(({ within, depth }) => [within, depth])).toEqual([
      [null, 0],
      [0, 1],
      [1, 2],
      [null, 0],
    ]);
  });
  it('takes a claim that was found twice once', () => {
    expect(placed([claim([0, 1], [[1, 9]], 0.9), claim([0, 1], [[1, 9]], 0.7)])).toHaveLength(1);
  });
});

describe('the content read again', () => {
  const words: Word[] = textWords('She said “the man told police that he saw nothing at all.”');
  const content: [number, number][] = [[2, words.length]];
  it('is a paragraph of its own, its quotation taken off', () => {
    const { words: inner, places } = innerText(
      words,
      [claim([1, 2], content, 0.9)],
      words.map(() => 0.5),
    );
    expect(inner[0]?.text).toBe('the');
    expect(inner[0]?.quoted).toBe(0);
    expect(places[0]).toBe(3);
  });
  it('is two where it says “that … and that …”: whoever speaks in the one does not speak in the other', () => {
    const both = textWords(
      'He said that inspectors had warned of the fault a year ago, and that the report, if true, was bad news for all of them.',
    );
    const { words: inner, places } = innerText(
      both,
      [claim([1, 2], [[2, both.length]], 0.9)],
      both.map(() => 0.5),
    );
    const told = (paragraph: number): string =>
      inner
        .filter((word) => word.paragraph === paragraph)
        .map(({ text }) => text)
        .join(' ');
    expect(told(0)).toBe('inspectors had warned of the fault a year ago');
    expect(inner.some(({ text, paragraph }) => text === 'inspectors' && paragraph !== 0)).toBe(false);
    expect(inner.map(({ text }) => text)).toEqual(places.map((i) => both[i]?.text));
  });
  it('is left out where nothing in it is like a cue', () => {
    const plain = textWords('She said the bridge over the river would be closed for weeks.');
    expect(innerText(plain, [claim([1, 2], [[2, plain.length]], 0.9)], []).words).toEqual([]);
  });
});

describe('direct, indirect, mixed', () => {
  it.each([
    ['“It is over,” she said.', 'direct'],
    ['It is over, she said.', 'indirect'],
    ['It is “so over,” she said.', 'mixed'],
  ])('%s', (text, expected) => {
    const words = textWords(text);
    const she = words.findIndex((word) => word.text === 'she');
    expect(quotationOf(words, [[0, she]])).toBe(expected);
  });
});

describe('the language', () => {
  const german = 'Der Minister sagte am Dienstag, die Regierung werde den Haushalt nicht vor dem Ende des Jahres beschließen können.';
  it('declines German', async () => expect(await foreign(german, null)).toBe('de'));
  it('reads English', async () =>
    expect(await foreign(`${'The minister said on Tuesday that it would not be done. '.repeat(3)}`, null)).toBeNull());
  it('reads what is too short to tell', async () => expect(await foreign('Guten Tag.', null)).toBeNull());
  it('believes what intake says', async () => expect(await foreign('The cat is on the mat.', 'fr')).toBe('fr'));
});

describe('contents that are read again', () => {
  it.each([
    ['the minister told the committee that the dam was safe', true],
    ['according to the harbour office the quay will stay shut', true],
    ['it follows an announcement by the bank on Monday', true],
    ['the dam is safe and will stay open until spring', false],
    ['both states are going to keep their ports open', false],
    ['i would also say that the dam is safe', false],
    ['we say it is safe but engineers say it is not', true],
  ])('%s', (content, again) => expect(mayHoldAnother(content.split(' '))).toBe(again));
});
