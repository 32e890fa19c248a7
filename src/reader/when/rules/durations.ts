import { date, duration, type Meaning } from '../meaning.ts';
import type { Captures, Rule } from '../pattern.ts';
import type { Unit, UnitCode } from '../words/units.ts';

type Window = { readonly window?: 'past' | 'future' };

function lasting(c: Captures, more: Window = {}): Meaning | undefined {
  const unit = c.maybe<Unit>('unit') ?? c.maybe<Unit>('one') ?? c.get<Unit>('units');
  const count = c.maybe<number | null>('count') ?? c.maybe<number>('number') ?? null;
  // "A second" is the one after the first more often than a length.
  if (unit.code === 'S' && !unit.plural && (count === null || count === 1)) return undefined;
  return duration(count === null ? null : count * unit.times, unit.code, more);
}
const window = (word: string): 'past' | 'future' =>
  ['past', 'last', 'previous', 'preceding', 'recent', 'latest'].includes(word) ? 'past' : 'future';

/** Lengths of time. Words that bound them ("more than") belong to the span, as TIMEX3 has it. */
export const DURATION_RULES: readonly Rule[] = [
  {
    name: 'the-unit-ended',
    pattern: 'the fiscal? (year|quarter|month|week):unit',
    before: ['ended', 'ending', 'through'],
    make: (c) =>
      c.get('unit') === 'quarter'
        ? date({ is: 'quarterEnding' })
        : duration(1, { year: 'Y', month: 'M', week: 'W' }[c.get<string>('unit')] as UnitCode),
    example: ['for [the year] ended March 31', 'P1Y'],
  },
  {
    name: 'count-units',
    closed: true,
    // "three quarters of the town" is a part, and no time.
    unlessPart: true,
    pattern: '{count} (more|additional|full|whole|long|straight|consecutive|successive|trading|business|working|calendar)? {unit}',
    make: (c) => lasting(c),
    example: ['for [three weeks]', 'P3W'],
  },
  {
    name: 'numbered-units',
    pattern: '{number:count} {unit}',
    closed: true,
    unlessPart: true,
    make: (c) => lasting(c),
    example: ['for [six weeks]', 'P6W'],
  },
  {
    name: 'a-unit-or-two',
    pattern: '(a|an) {one} or (two|so|more)',
    make: (c) => duration(null, c.get<Unit>('one').code),
    example: ['for [a year or two]', 'PXY'],
  },
  { name: 'a-unit', pattern: '(a|an) {one}', closed: true, unlessPart: true, make: (c) => lastingOne(c), example: ['for [a week]', 'P1W'] },
  {
    name: 'count-units-or-so',
    pattern: '{count} {unit} or (so|more)',
    make: (c) => lasting(c),
    example: ['for [three weeks or so]', 'P3W'],
  },
  { name: 'unit-and-a-half', pattern: '(a|one) {one} and a half', make: (c) => halfMore(c), example: ['for [a year and a half]', 'P1Y6M'] },
  { name: 'adjective', pattern: '{number} - {unit}', unlessPart: true, make: (c) => lasting(c), example: ['a [two-week] truce', 'P2W'] },
  { name: 'adjective-old', pattern: '{number} - {unit} - (old|long)', make: (c) => lasting(c), example: ['the [8-month-old] war', 'P8M'] },
  { name: 'unit-long', pattern: '{one} - (long|old)', make: (c) => lastingOne(c), example: ['a [day-long] meeting', 'P1D'] },
  { name: 'units-long', pattern: '{units} - (long|old)', make: (c) => lasting(c), example: ['the [decades-long] dispute', 'PXDE'] },
  { name: 'vague-adjective', pattern: '(several|multi) - {one}', make: (c) => vague(c), example: ['a [several-year] slump', 'PXY'] },
  {
    name: 'window',
    pattern:
      '(the|these)? (past|last|next|coming|previous|preceding|following|first|final|recent|opening):word {count} (trading|business|working|full|straight|consecutive|calendar)? {unit}',
    make: (c) => lasting(c, windowOf(c)),
    example: ['in [the past two weeks]', 'P2W'],
  },
  {
    name: 'window-or-so',
    pattern: '(the|these)? (past|last|next|coming):word {count} {unit} or so',
    make: (c) => lasting(c, windowOf(c)),
    example: ['in [the next two years or so]', 'P2Y'],
  },
  {
    name: 'window-to',
    pattern: '(the|these)? (past|last|next|coming)? {number} to {count} {unit}',
    make: (c) => duration(null, c.get<Unit>('unit').code),
    example: ['in [the next 12 to 18 months]', 'PXM'],
  },
  {
    name: 'vague-window',
    pattern: '(the|these) (past|last|next|coming|recent|previous|preceding|early|first|final):word {units}',
    make: (c) => lasting(c, windowOf(c)),
    example: ['in [the coming years]', 'PXY'],
  },
  {
    name: 'first-units',
    pattern: '(last|next|early|first|final):word {units}',
    make: (c) => lasting(c, windowOf(c)),
    example: ['in its [first weeks]', 'PXW'],
  },
  {
    name: 'recent-units',
    pattern: '(past|recent|previous):word {units}',
    make: () => date({ is: 'ref', value: 'PAST_REF' }),
    example: ['in [recent years]', 'PAST_REF'],
  },
  {
    name: 'coming-units',
    pattern: '(coming|future|subsequent):word {units}',
    make: () => date({ is: 'ref', value: 'FUTURE_REF' }),
    example: ['in [coming months]', 'FUTURE_REF'],
  },
  {
    name: 'the-count-units',
    closed: true,
    pattern: 'the {number} {units}',
    make: (c) => lasting(c),
    example: ['for [the nine months]', 'P9M'],
  },
  { name: 'units', closed: true, unnumbered: true, pattern: '{units}', make: (c) => lasting(c), example: ['for [weeks]', 'PXW'] },
  { name: 'units-or-units', pattern: '{units} (or|and) {units:other}', make: (c) => lasting(c), example: ['for [weeks or months]', 'PXW'] },
  {
    name: 'the-units',
    closed: true,
    unnumbered: true,
    pattern: 'the {units} (ahead|since)?',
    make: (c) => lasting(c),
    example: ['in [the weeks ahead]', 'PXW'],
  },
  {
    name: 'the-unit',
    closed: true,
    pattern: 'the (entire|full|whole|fiscal):word {one}',
    make: (c) => lastingOne(c),
    example: ['for [the full year]', '2024'],
  },
  {
    name: 'vague-windows',
    pattern: 'the (past|last|next|coming):word {units} (and|or) {units:other}',
    make: (c) => lasting(c, windowOf(c)),
    example: ['in [the coming weeks and months]', 'PXW'],
  },
  {
    name: 'recent-units-and-units',
    pattern: '(past|recent):word {units} (and|or) {units:other}',
    make: () => date({ is: 'ref', value: 'PAST_REF' }),
    example: ['in [recent weeks and months]', 'PAST_REF'],
  },
  {
    name: 'window-and-a-half',
    pattern: 'the (past|last|next):word {one} and a half',
    make: (c) => duration(1.5 * c.get<Unit>('one').times, c.get<Unit>('one').code, windowOf(c)),
    example: ['in [the past year and a half]', 'P1Y6M'],
  },
  {
    name: 'long-in-one-word',
    pattern: '(hourlong|daylong|weeklong|monthlong|yearlong|decadelong):word',
    make: (c) => LONG_WORDS[c.get<string>('word')],
    example: ['a [weeklong] visit', 'P1W'],
  },
  { name: 'some-time', pattern: 'some time', make: () => duration(null, 'X'), example: ['for [some time]', 'PXX'] },
];

const LONG_WORDS: Readonly<Record<string, Meaning>> = {
  hourlong: duration(1, 'H'),
  daylong: duration(1, 'D'),
  weeklong: duration(1, 'W'),
  monthlong: duration(1, 'M'),
  yearlong: duration(1, 'Y'),
  decadelong: duration(1, 'DE'),
};
function windowOf(c: Captures): Window {
  const word = c.maybe<string>('word');
  return word && !['first', 'final', 'early', 'recent'].includes(word) ? { window: window(word) } : {};
}
function lastingOne(c: Captures): Meaning | undefined {
  const unit = c.get<Unit>('one');
  if (unit.code === 'Y' && ['full', 'whole', 'entire'].includes(c.maybe<string>('word') ?? '')) return date({ is: 'bareUnit', unit: 'Y' });
  return unit.code === 'S' ? undefined : duration(unit.times, unit.code);
}
function vague(c: Captures): Meaning {
  return duration(null, c.get<Unit>('one').code);
}
function halfMore(c: Captures): Meaning | undefined {
  const unit = c.get<Unit>('one');
  return duration(1.5 * unit.times, unit.code);
}
