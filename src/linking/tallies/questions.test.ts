import { describe, expect, it } from 'vitest';
import { linkStory } from '../index.ts';
import type { LinkReport } from '../input.ts';
import { madeReport, madeStatement } from '../made.ts';
import { namesMany } from './questions.ts';

type Figure = readonly [words: string, low: number, unit: string | null, counted: string | null, ucum?: string];

/** A report a sentence, each with one figure of its beginning. */
const reportsOf = (rows: readonly Figure[]): LinkReport[] =>
  rows.map(([words, low, unit, counted, ucum], i) => {
    const end = words.indexOf(' ', 1);
    const figure = { spans: [[0, end]] as const, text: words.slice(0, end), low, high: low, lowInclusive: true, highInclusive: true };
    const quantity = { ...figure, approximate: false, unit, counted, ...(ucum ? { ucum } : {}) };
    const statement = madeStatement(words, { id: `r${i}:0-${words.length}`, quantities: [quantity], stance: 'asserts' });
    return { report: madeReport(`r${i}`, words, { published: `2025-03-0${i + 1}T12:00:00Z` }), statements: [statement] };
  });
const asked = (...rows: readonly Figure[]) => linkStory(reportsOf(rows)).tallies.map(({ question, unit }) => [question, unit]);

describe('what a tally asks', () => {
  it.each(['fuel bowsers', 'men', 'sheep', 'police', 'villages', 'villages without water'])('names many: %s', (words) =>
    expect(namesMany(words)).toBe(true),
  );
  it.each(['hospital', 'carried', 'all', 'bus', 'less', 'boss'])('names none or one: %s', (words) => expect(namesMany(words)).toBe(false));

  it('is what the figures name, in the plural', () => {
    expect(asked(['12 fuel bowsers stood at the ford of Ostby', 12, 'bowsers', 'fuel bowsers'])).toEqual([
      ['How many fuel bowsers?', 'bowsers'],
    ]);
  });

  it('says of what a measure is', () => {
    expect(asked(['40,000 tonnes of rock lay on the road', 40_000, 'tonnes', 'rock', 't'])).toEqual([
      ['How many tonnes of rock?', 'tonnes'],
    ]);
  });

  it('is no question where one figure counts nothing', () => {
    expect(asked(['1 woman was carried out of the mill', 1, 'woman', 'woman carried'])).toEqual([]);
    expect(asked(['0.5 of the hospital burned', 0.5, 'hospital', 'hospital'])).toEqual([]);
  });
});
