import { type Meaning, set } from '../meaning.ts';
import type { Captures, Rule } from '../pattern.ts';
import { codeOf, type Unit } from '../words/units.ts';

const every = (c: Captures, count = 1): Meaning | undefined => {
  const unit = c.maybe<Unit>('one') ?? c.get<Unit>('units');
  return unit.code === 'S' ? undefined : set(codeOf(unit.code, count * unit.times));
};

const PER = { day: 'P1D', week: 'P1W', month: 'P1M', year: 'P1Y' } as const;

/** Times that come again: TIMEX3's SET. */
export const SET_RULES: readonly Rule[] = [
  { name: 'every-unit', pattern: '(every|each) (single|other)? {one}', make: (c) => every(c), example: ['[every day]', 'P1D'] },
  {
    name: 'every-count-units',
    pattern: 'every {number} {units}',
    make: (c) => every(c, c.get('number')),
    example: ['[every two weeks]', 'P2W'],
  },
  { name: 'daily', pattern: 'daily', make: () => set('P1D'), example: ['a [daily] briefing', 'P1D'] },
  { name: 'hourly', pattern: 'hourly', make: () => set('PT1H'), example: ['an [hourly] bulletin', 'PT1H'] },
  { name: 'nightly', pattern: 'nightly', make: () => set('XXXX-XX-XXTNI'), example: ['[nightly] raids', 'XXXX-XX-XXTNI'] },
  { name: 'weekly', pattern: 'weekly', make: () => set('P1W'), example: ['a [weekly] briefing', 'P1W'] },
  { name: 'biweekly', pattern: '(biweekly|fortnightly)', make: () => set('P2W'), example: ['a [fortnightly] briefing', 'P2W'] },
  { name: 'monthly', pattern: 'monthly', make: () => set('P1M'), example: ['a [monthly] briefing', 'P1M'] },
  { name: 'quarterly', pattern: 'quarterly', make: () => set('P1Q'), example: ['a [quarterly] dividend', 'P1Q'] },
  { name: 'annually', pattern: '(annually|yearly)', make: () => set('P1Y'), example: ['[annually]', 'P1Y'] },
  { name: 'annual', pattern: 'annual', make: () => set('P1Y'), example: ['the [annual] meeting', 'P1Y'] },
  {
    name: 'every-weekday',
    pattern: '(every|each) {weekday}',
    make: (c) => set(`XXXX-WXX-${c.get<number>('weekday')}`),
    example: ['[every Thursday]', 'XXXX-WXX-4'],
  },
  {
    name: 'weekdays',
    pattern: '{weekdays}',
    make: (c) => set(`XXXX-WXX-${c.get<number>('weekdays')}`),
    example: ['on [Mondays]', 'XXXX-WXX-1'],
  },
  {
    name: 'weekday-parts',
    pattern: '{weekday} {parts}',
    make: (c) => set(`XXXX-WXX-${c.get<number>('weekday')}T${c.get<string>('parts')}`),
    example: ['on [Tuesday nights]', 'XXXX-WXX-2TNI'],
  },
  {
    name: 'every-part',
    pattern: '(every|each) {part}',
    make: (c) => set(`XXXX-XX-XXT${c.get<string>('part')}`),
    example: ['[every morning]', 'XXXX-XX-XXTMO'],
  },
  {
    name: 'every-month-name',
    pattern: '(every|each) {month}',
    make: (c) => set(`XXXX-${String(c.get<number>('month')).padStart(2, '0')}`),
    example: ['[each July]', 'XXXX-07'],
  },
  {
    name: 'every-season',
    pattern: '(every|each) {season}',
    make: (c) => set(`XXXX-${c.get<string>('season')}`),
    example: ['[every summer]', 'XXXX-SU'],
  },
  {
    name: 'times-a-unit',
    pattern: '(once|twice|thrice) (a|per|every|each) (day|week|month|year):unit',
    make: (c) => set(PER[c.get<keyof typeof PER>('unit')]),
    example: ['they meet [twice a year]', 'P1Y'],
  },
  {
    name: 'number-times-a-unit',
    pattern: '{number} times (a|per|every|each) (day|week|month|year):unit',
    make: (c) => set(PER[c.get<keyof typeof PER>('unit')]),
    example: ['they meet [three times a week]', 'P1W'],
  },
  {
    name: 'a-unit-rate',
    closed: true,
    pattern: '(a|per) (day|week|month|year):unit',
    make: (c) => set(PER[c.get<keyof typeof PER>('unit')]),
    example: ['500 [a year]', 'P1Y'],
  },
];
