import { describe, expect, it } from 'vitest';
import { linkStory } from '../index.ts';
import { type Row, reportOf, reportWith } from './made.ts';

/** The status of each figure of the one tally, in order. */
const told = (...rows: readonly Row[]): readonly string[] =>
  linkStory(rows.map((row, i) => reportOf(i + 1, row))).tallies.flatMap(({ points }) =>
    points.map(({ low, status }) => `${low} ${status}`),
  );

describe('what a figure is to those before it', () => {
  it('is corrected where a count that can only grow became smaller', () => {
    expect(
      told(
        ['Some 900 houses were flooded in Orvel', 'City Hall', '900 houses', 900, 'houses'],
        ['After a second round 840 houses were flooded in Orvel', 'City Hall', '840 houses', 840, 'houses'],
      ),
    ).toEqual(['900 first', '840 corrected']);
  });

  it('is revised where only a plan became smaller', () => {
    expect(
      told(
        ['The alliance will send 400 monitors to Orvel', 'Alliance', '400 monitors', 400, 'monitors'],
        ['The alliance will send 250 monitors to Orvel', 'Alliance', '250 monitors', 250, 'monitors'],
      ),
    ).toEqual(['400 first', '250 revised']);
  });

  it('is corrected where a count rose and the words say that the former was wrong, and revised where it only went on', () => {
    const first: Row = ['Twelve people died at the pass', 'Rescue Service', 'Twelve people', 12, 'people'];
    expect(told(first, ['Fifteen people died at the pass', 'Rescue Service', 'Fifteen people', 15, 'people'])).toEqual([
      '12 first',
      '15 revised',
    ]);
    expect(
      linkStory([
        reportOf(1, first),
        reportWith(2, 'The service conceded that its count had been wrong. ', [
          'Fifteen people died at the pass',
          'Rescue Service',
          'Fifteen people',
          15,
          'people',
        ]),
      ]).tallies.flatMap(({ points }) => points.map(({ status }) => status)),
    ).toEqual(['first', 'corrected']);
  });

  it('is retracted where the words right before it take it back', () => {
    expect(
      told(
        ['Twelve people died at the pass', 'Rescue Service', 'Twelve people', 12, 'people'],
        ['The service withdrew its statement that twelve people had died at the pass', 'Rescue Service', 'twelve people', 12, 'people'],
      ),
    ).toEqual(['12 first', '12 retracted']);
  });

  it('is first, too, where it repeats what another says by now, and in conflict with what another still says', () => {
    const ministry: readonly Row[] = [
      ['Four people were killed on the ridge', 'General Staff', 'Four people', 4, 'people'],
      ['Six people were killed on the ridge', 'General Staff', 'Six people', 6, 'people'],
    ];
    expect(told(...ministry, ['Six people were killed on the ridge', 'Army Command', 'Six people', 6, 'people'])).toEqual([
      '4 first',
      '6 revised',
      '6 first',
    ]);
    expect(told(...ministry, ['Four people were killed on the ridge', 'Army Command', 'Four people', 4, 'people'])).toEqual([
      '4 first',
      '6 revised',
      '4 conflicting',
    ]);
  });
});
