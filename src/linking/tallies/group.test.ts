import { describe, expect, it } from 'vitest';
import { linkStory } from '../index.ts';
import { type Row, reportOf } from './made.ts';
import { scopeOf } from './scopes.ts';

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
});
