import { describe, expect, it } from 'vitest';
import type { Reading, Spans, Statement } from '../../model/index.ts';
import { madeReport, madeStatement } from '../made.ts';
import { actsOf, asidesOf } from './asides.ts';
import { headsOf } from './heads.ts';
import { maintained, naming } from './maintained.ts';

/** Where whole words stand in a text. */
const at = (text: string, words: string): number => new RegExp(`(?<!\\w)${words}(?!\\w)`).exec(text)?.index ?? -1;

/** A statement of somebody whose name, cue and words stand in a text. */
function said(text: string, who: string, cue: string, what: string, name: string | null = who): Statement {
  const spansOf = (words: string): Spans => [[at(text, words), at(text, words) + words.length]];
  return madeStatement(what, {
    id: `r:${at(text, what)}`,
    source: { spans: spansOf(who), text: who, name, kind: 'agency' },
    cue: { spans: spansOf(cue), text: cue },
    content: { spans: spansOf(what), text: what },
  });
}

const own = (text: string, what: string): Statement =>
  madeStatement(what, { voice: 'outlet', content: { spans: [[text.indexOf(what), text.indexOf(what) + what.length]], text: what } });

const shown = (one: Statement | null): unknown[] | null => one && [one.source?.name ?? one.source?.text, one.content.text, one.stance];

describe('what an outlet tells that somebody maintains', () => {
  const of = (text: string, what: string, named: readonly Statement[] = []): unknown[] | null =>
    shown(maintained(own(text, what), text, naming(named)));

  it('is his', () => {
    const text = 'The Ostby Guild still maintains that six boats were lost';
    expect(of(text, text)).toEqual(['The Ostby Guild', 'that six boats were lost', 'asserts']);
    const story = 'In Lome the Harbour Board sticks to its story that the gate was open';
    expect(of(story, story)).toEqual(['the Harbour Board', 'that the gate was open', 'asserts']);
  });

  it('is denied where it is taken back', () => {
    const text = 'Ina Orr later withdrew her statement of 3 May that the gate was open';
    expect(of(text, text)).toEqual(['Ina Orr', 'that the gate was open', 'denies']);
  });

  it('is of the one who was named last where a pronoun tells who, and of nobody else', () => {
    const text = 'Nine were lost, the Guild said. Until now it had maintained that six were.';
    const what = 'Until now it had maintained that six were.';
    expect(of(text, what, [said(text, 'the Guild', 'said', 'Nine were lost')])).toEqual(['the Guild', 'that six were.', 'asserts']);
    expect(of(text, what)).toBeNull();
    const later = text.replace('. Until', '.\n\nUntil');
    expect(of(later, what, [said(later, 'the Guild', 'said', 'Nine were lost')])).toBeNull();
  });

  it('ends with the clause that hangs on a name', () => {
    const text = 'In Lome, where the Harbour Board had maintained that nobody drowned, the mood was sour.';
    expect(of(text, text)).toEqual(['the Harbour Board', 'that nobody drowned', 'asserts']);
  });

  it('is nothing where nobody is named, or nothing is maintained', () => {
    for (const text of [
      'Nobody maintains that six boats were lost',
      'The yard held a fair that was well liked by all',
      'The gate that he built was open',
      'The board held that view',
    ])
      expect(of(text, text), text).toBeNull();
  });
});

describe('the beginning of a sentence that nobody’s statement holds', () => {
  const of = (text: string, statements: readonly Statement[]): unknown[] => {
    const reading: Reading = {
      report: madeReport('r', text),
      statements,
      times: [],
      places: [],
      quantities: [],
      entities: [],
      warnings: [],
    };
    return headsOf(reading).map((one) => [one.source?.name ?? null, one.voice ?? null, one.content.text]);
  };

  it('is whose name stands right behind it', () => {
    const text = 'The gate was left open all night, he insisted, and nobody looked.';
    expect(of(text, [said(text, 'he', 'insisted', 'nobody looked', 'Ina Orr')])).toEqual([
      ['Ina Orr', null, 'The gate was left open all night'],
    ]);
  });

  it('is the outlet’s own where the rest hangs on it', () => {
    const text = 'Lome lodged its complaint on Monday, a week before the mayor had said that it would.';
    expect(of(text, [said(text, 'the mayor', 'had said', 'that it would')])).toEqual([
      [null, 'outlet', 'Lome lodged its complaint on Monday'],
    ]);
  });

  it('is nothing where it is no clause, or somebody else may be quoted in it', () => {
    for (const head of [
      'Pressed by a deputy',
      'Two days after the boats were lost',
      'When the gate was shut',
      'The guild wrote that they were lost',
      'Ina Orr, the mayor',
    ]) {
      const text = `${head}, she said the gate was open.`;
      expect(of(text, [said(text, 'she', 'said', 'the gate was open', 'Ina Orr')]), head).toEqual([]);
    }
  });
});

describe('what stands between a name and its cue', () => {
  const of = (text: string, statement: Statement): unknown[] => {
    const reading: Reading = {
      report: madeReport('r', text),
      statements: [statement],
      times: [],
      places: [],
      quantities: [],
      entities: [],
      warnings: [],
    };
    return asidesOf(reading).map(shown);
  };

  it('is a figure that is given, or what is maintained', () => {
    const gives = 'The Guild put the turnout at 600 and said that it would march again.';
    expect(of(gives, said(gives, 'The Guild', 'said', 'that it would march again'))).toEqual([
      ['The Guild', 'put the turnout at 600', undefined],
    ]);
    const aside = 'The Guild, which had maintained that 70 would go, said it was wrong.';
    expect(of(aside, said(aside, 'The Guild', 'said', 'it was wrong'))).toEqual([['The Guild', 'that 70 would go', 'asserts']]);
    const none = 'The Guild, which has 70 members, said it was wrong.';
    expect(of(none, said(none, 'The Guild', 'said', 'it was wrong'))).toEqual([]);
  });
});

it('tells an act of law whole, beside whom it is about', () => {
  const of = (text: string, statement: Statement): unknown[] =>
    actsOf({
      report: madeReport('r', text),
      statements: [statement],
      times: [],
      places: [],
      quantities: [],
      entities: [],
      warnings: [],
    }).map(({ content, voice }) => [content.text, voice]);
  const text = 'A prosecutor in Lome charged nine of them with theft on Friday, the court said.';
  expect(of(text, said(text, 'A prosecutor', 'charged', 'nine of them'))).toEqual([
    ['A prosecutor in Lome charged nine of them with theft on Friday', 'outlet'],
  ]);
  const said2 = 'A prosecutor said that nine were charged.';
  expect(of(said2, said(said2, 'A prosecutor', 'said', 'that nine were charged'))).toEqual([]);
});
