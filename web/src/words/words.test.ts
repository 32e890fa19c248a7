import { describe, expect, it } from 'vitest';
import { sayDate, sayDay } from './dates.ts';
import { middleOf, stretchOf } from './edtf.ts';
import { hueStyle } from './hue.ts';
import { count, sayBounds } from './names.ts';

describe('dates in words', () => {
  it.each([
    ['2024-10-18', 'Fri 18 Oct 2024'],
    ['2024-10', 'October 2024'],
    ['2024', '2024'],
    ['2024-10-18T09:30:00+02:00', 'Fri 18 Oct 2024 09:30 (+02:00)'],
    ['2024-10-18T09:30:00Z', 'Fri 18 Oct 2024 09:30 UTC'],
    ['2024-10-18/..', 'from Fri 18 Oct 2024'],
    ['../2024-10-18', 'until Fri 18 Oct 2024'],
    ['2024-10-08/2024-10-13', 'Tue 8 Oct 2024 to Sun 13 Oct 2024'],
    ['2024-10~', 'about October 2024'],
    ['2024?', '2024, uncertain'],
    ['202X', '202X'],
    ['2024-21', '2024-21'],
    ['2024-02-31', '2024-02-31'],
    ['nonsense', 'nonsense'],
    ['', ''],
  ])('%j is %j', (edtf, words) => {
    expect(sayDate(edtf)).toBe(words);
  });

  it('say that there is none', () => {
    expect(sayDay(null)).toBe('undated');
  });
});

describe('stretches of time', () => {
  it('are as long as the date is vague', () => {
    const days = (edtf: string): number => {
      const { from, to } = stretchOf(edtf) ?? {};
      return Math.round(((to ?? 0) - (from ?? 0)) / 86_400_000);
    };
    expect(['2024', '2024-02', '2024-02-03', '2024-02-03/2024-02-05'].map(days)).toEqual([366, 29, 1, 3]);
    expect(stretchOf('2024-02-03/..')).toMatchObject({ to: null });
    expect(stretchOf('../..')).toBeNull();
    expect(stretchOf('long ago')).toBeNull();
    expect(middleOf('../2024-02-03')).toBe(Date.UTC(2024, 1, 4) - 1);
    expect(middleOf(null)).toBeNull();
  });
});

describe('figures and counts in words', () => {
  it.each([
    [12, 12, false, '12'],
    [1200, 1500, true, 'about 1,200 to 1,500'],
    [40, null, false, 'at least 40'],
    [null, 9, false, 'at most 9'],
    [null, null, false, 'no figure'],
  ])('%s to %s', (low, high, approximate, words) => {
    expect(sayBounds(low, high, approximate)).toBe(words);
  });

  it('know one from many', () => {
    expect([count(1, 'report'), count(2, 'entry', 'entries'), count(1200, 'report')]).toEqual(['1 report', '2 entries', '1,200 reports']);
  });
});

describe('hues', () => {
  it('are the same for the same source, differ for most others, and grey for nobody', () => {
    expect(hueStyle('s-1')).toEqual(hueStyle('s-1'));
    expect(hueStyle(null)).toMatchObject({ '--chroma': 0.01 });
    const different = new Set(Array.from({ length: 200 }, (_, i) => JSON.stringify(hueStyle(`source ${i}`))));
    expect(different.size).toBeGreaterThan(40);
  });
});
