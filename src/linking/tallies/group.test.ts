import { describe, expect, it } from 'vitest';
import { linkStory, storyPoints } from '../index.ts';
import { type Row, reportOf, reportOfTwo, reportWith } from './made.ts';
import { differInKind, scopeOf } from './scopes.ts';

const tallied = (...rows: readonly Row[]): readonly string[] =>
  linkStory(rows.map((row, i) => reportOf(i + 1, row)))
    .tallies.map(({ points }) => points.map(({ low, status }) => `${low} ${status}`).join(', '))
    .sort();

describe('figures that count one thing', () => {
  it('count soldiers who were killed among the dead, and those who were sent among the troops', () => {
    expect(scopeOf('at least 20 soldiers had died', ['soldier'])?.id).toBe('dead');
    expect(scopeOf('about 120 soldiers were sent', ['soldier'])?.id).toBe('forces');
  });

  it('keep the dead of one army apart from the other’s', () => {
    expect(
      tallied(
        ['Four Varnian soldiers were killed on the ridge', 'General Staff', 'Four Varnian soldiers', 4, 'Varnian soldiers'],
        ['Nine Keshian soldiers were killed on the ridge', 'Army Command', 'Nine Keshian soldiers', 9, 'Keshian soldiers'],
      ),
    ).toEqual(['4 first', '9 first']);
  });

  it('have the dead counted by two bodies in conflict', () => {
    expect(
      tallied(
        ['Four people were killed on the ridge', 'General Staff', 'Four people', 4, 'people'],
        ['Nine people were killed on the ridge', 'Army Command', 'Nine people', 9, 'people'],
      ),
    ).toEqual(['4 first, 9 conflicting']);
  });

  it('have another number of those on board put the first right, and fewer missing only go on', () => {
    expect(
      tallied(
        ['There were 191 people on board the ferry', 'Coast Guard', '191 people', 191, 'people'],
        ['There were 193 people on board the ferry', 'Coast Guard', '193 people', 193, 'people'],
      ),
    ).toEqual(['191 first, 193 corrected']);
    expect(
      tallied(
        ['Six people are missing after the flood', 'Rescue Service', 'Six people', 6, 'people'],
        ['Two people are missing after the flood', 'Rescue Service', 'Two people', 2, 'people'],
      ),
    ).toEqual(['6 first, 2 revised']);
  });

  it('tell the dead from what can be no people, and one kind of things or people from another', () => {
    const dead: Row = ['Eight people were killed at the depot', 'Health Office', 'Eight people', 8, 'people'];
    expect(tallied(dead, ['Nine howitzers stood at the depot', 'Army Command', 'Nine howitzers', 9, 'howitzers'])).toEqual([
      '8 first',
      '9 first',
    ]);
    expect(differInKind(['prisoner'], ['observ'])).toBe(true);
    expect(differInKind(['prisoner'], ['peopl'])).toBe(false);
    expect(differInKind(['truck'], ['lorry'])).toBe(false);
  });

  it('keep one country’s dead apart from the other’s, by its name or its adjective', () => {
    expect(
      tallied(
        ['The number of Kesharia’s fallen is four', 'Army Command', 'four', 4, 'Kesharia’s fallen'],
        ['Nine Kesharian soldiers were killed on the ridge', 'Army Command', 'Nine Kesharian soldiers', 9, 'Kesharian soldiers'],
        ['Thirty Vaalish soldiers were killed on the ridge', 'General Staff', 'Thirty Vaalish soldiers', 30, 'Vaalish soldiers'],
      ),
    ).toEqual(['30 first', '4 first, 9 revised']);
  });

  it('take a figure that is called to mind for the one that the new figure replaces', () => {
    const report = reportOfTwo('The city now speaks of 2,300 flooded houses. It had spoken of 1,700.', ['2,300', 2300], ['1,700', 1700]);
    expect(storyPoints([report]).map(({ formers, lookedBack }) => [formers, lookedBack])).toEqual([
      [[1700], false],
      [[], true],
    ]);
  });

  it('hold what only some of them are, or were added, apart', () => {
    const parts = reportOfTwo('24 people have died, two of them in hospital.', ['24 people', 24], ['two', 2]);
    expect(storyPoints([parts]).map(({ part }) => part)).toEqual([false, true]);
  });

  it('count what the sentence before speaks of where a figure is bare', () => {
    const spoken = reportWith(1, 'Nor does the league accept the number of dead. ', [
      'It speaks of five',
      'Miners’ League',
      'five',
      5,
      null,
    ]);
    expect(storyPoints([spoken]).map(({ scope }) => scope?.id)).toEqual(['dead']);
  });
});
