import { describe, expect, it } from 'vitest';
import { AFTER, BEFORE } from '../../../src/reader/howmany/bounds.data.ts';
import { EXCLUDES } from '../../../src/reader/howmany/exclude.ts';
import { quantitiesIn } from '../../../src/reader/howmany/index.ts';
import { CURRENCIES } from '../../../src/reader/howmany/money.data.ts';
import { CUMULATIVE, SCOPES } from '../../../src/reader/howmany/scope.data.ts';
import { UNITS } from '../../../src/reader/howmany/units.data.ts';

describe('every row of the tables does what its example says', () => {
  it.each([...BEFORE, ...AFTER])('bound: $example', ({ example, low, high, effect }) => {
    const [found, ...more] = quantitiesIn(`They say ${example}.`);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ low, high, approximate: effect === 'about' });
    if (low !== null && high === null) expect(found?.lowInclusive).toBe(effect === 'from');
    if (high !== null && low === null) expect(found?.highInclusive).toBe(effect === 'upto');
    expect(found?.text).toContain(example.split(' ')[0] === 'a' ? '' : example.trim().split(' ').at(-1)?.slice(0, 2));
  });

  it.each(UNITS)('unit: $example', ({ example, unit, ucum }) => {
    expect(quantitiesIn(`It was ${example} there.`)).toMatchObject([{ unit, ucum }]);
  });

  it.each(CURRENCIES)('currency: $example', ({ example, code }) => {
    expect(quantitiesIn(`It cost ${example} there.`)).toMatchObject([{ unit: code }]);
  });

  it.each(EXCLUDES)('no quantity: $name', ({ example }) => {
    expect(quantitiesIn(example).map((q) => q.text)).toEqual([]);
  });

  it.each(SCOPES)('scope: $example', ({ example, scope }) => {
    expect(quantitiesIn(example)).toMatchObject([{ scope: [scope] }]);
  });

  it.each(CUMULATIVE)('cumulative: $example', ({ example, cumulative }) => {
    expect(quantitiesIn(example).at(-1)).toMatchObject({ cumulative });
  });
});
