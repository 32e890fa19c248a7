import { type Base, date, type Pick } from '../meaning.ts';
import type { Captures, Rule } from '../pattern.ts';
import { CLAUSE_ENDS } from '../words/clause-ends.ts';

const ymd = (c: Captures, yearName = 'year'): Base => ({
  is: 'calendar',
  year: c.maybe<number>(yearName) ?? c.maybe<number>('shortYear') ?? c.maybe<number>('spelledYear'),
  month: c.get('month'),
  day: c.get('day'),
});
const md = (c: Captures): Base => ({ is: 'month', month: c.get('month'), day: c.get('day') });
const twoDigitYear = (year: number): number => (year > 49 ? 1900 + year : 2000 + year);

/** "03/04/2024": both readings where both are days. */
const either = (first: number, second: number, year: number): Base => ({
  is: 'either',
  readings: [{ year, month: first, day: second }, ...(first === second ? [] : [{ year, month: second, day: first }])],
});

/** Dates by the calendar: day, month, year, alone and together. */
export const CALENDAR_RULES: readonly Rule[] = [
  {
    name: 'weekday-month-day-year',
    pattern: '{anyWeekday} ,? {month} the? {day} ,? {year}',
    make: (c) => date(ymd(c)),
    example: ['[Friday, Oct. 18, 2024]', '2024-10-18'],
  },
  {
    name: 'weekday-day-month-year',
    pattern: '{anyWeekday} ,? the? {day} of? {month} ,? {year}',
    make: (c) => date(ymd(c)),
    example: ['on [Friday 18 October 2024]', '2024-10-18'],
  },
  {
    name: 'weekday-month-day',
    pattern: '{anyWeekday} ,? {month} the? {day}',
    make: (c) => date(md(c)),
    example: ['on [Monday, Oct. 14]', '2024-10-14'],
  },
  {
    name: 'weekday-day-month',
    pattern: '{anyWeekday} ,? the? {day} of? {month}',
    make: (c) => date(md(c)),
    example: ['on [Monday 14 October]', '2024-10-14'],
  },
  {
    name: 'month-day-year',
    pattern: '{month} the? {day} ,? {year}',
    make: (c) => date(ymd(c)),
    example: ['on [Oct. 3, 2024]', '2024-10-03'],
  },
  {
    name: 'month-day-spelled-year',
    pattern: '{month} the? {day} ,? {spelledYear}',
    make: (c) => date(ymd(c)),
    example: ['on [March third, nineteen ninety-six]', '1996-03-03'],
  },
  {
    name: 'day-month-year',
    pattern: '{day} of? {month} ,? {year}',
    make: (c) => date(ymd(c)),
    example: ['on [3 October 2024]', '2024-10-03'],
  },
  {
    name: 'the-day-month-year',
    pattern: 'the {ordinal:day} of? {month} ,? {year}',
    make: (c) => date(ymd(c)),
    example: ['on [the 3rd of October, 2024]', '2024-10-03'],
  },
  {
    name: 'the-numbered-day',
    closed: true,
    pattern: 'the {numberedDay:day}',
    before: CLAUSE_ENDS,
    make: (c) => date({ is: 'dayOfMonth', day: c.get('day') }),
    example: ['The trial opens on [the 20th].', '2024-10-20'],
  },
  { name: 'month-day', pattern: '{month} the? {day}', make: (c) => date(md(c)), example: ['on [Oct. 3]', '2024-10-03'] },
  { name: 'day-month', pattern: '{day} of? {month}', make: (c) => date(md(c)), example: ['on [3 October]', '2024-10-03'] },
  {
    name: 'the-day-of-month',
    pattern: 'the {ordinal:day} of? {month}',
    make: (c) => date(md(c)),
    example: ['on [the 3rd of October]', '2024-10-03'],
  },
  {
    name: 'the-day-of-unit',
    pattern: 'the {ordinal:day} of (this|the) month',
    make: (c) => date({ is: 'dayOfMonth', day: c.get('day') }),
    example: ['on [the 8th of this month]', '2024-10-08'],
  },
  {
    name: 'month-year',
    pattern: '{month} ,? of? {year}',
    make: (c) => date({ is: 'calendar', year: c.get('year'), month: c.get('month') }),
    example: ['in [October 2023]', '2023-10'],
  },
  {
    name: 'month-short-year',
    pattern: '{month} {shortYear}',
    make: (c) => date({ is: 'calendar', year: c.get('shortYear'), month: c.get('month') }),
    example: ["in [October '23]", '2023-10'],
  },
  {
    name: 'month-spelled-year',
    pattern: '{month} of? {spelledYear}',
    make: (c) => date({ is: 'calendar', year: c.get('spelledYear'), month: c.get('month') }),
    example: ['in [January nineteen ninety-seven]', '1997-01'],
  },
  {
    name: 'iso-day',
    pattern: '{four:year} - {two:month} - {two:day}',
    make: (c) => date(ymd(c)),
    example: ['on [2024-10-03]', '2024-10-03'],
  },
  {
    name: 'slashed-iso-day',
    pattern: '{four:year} / {two:month} / {two:day}',
    make: (c) => date(ymd(c)),
    example: ['on [2024/10/03]', '2024-10-03'],
  },
  {
    name: 'slashed-day',
    pattern: '{any2:first} / {any2:second} / {four:year}',
    make: (c) => date(either(c.get('first'), c.get('second'), c.get('year'))),
    example: ['on [10/23/2024]', '2024-10-23'],
  },
  {
    name: 'slashed-short-day',
    pattern: '{any2:first} / {any2:second} / {two:year}',
    make: (c) => date(either(c.get('first'), c.get('second'), twoDigitYear(c.get('year')))),
    example: ['on [10/23/24]', '2024-10-23'],
  },
  {
    name: 'dotted-day',
    pattern: '{any2:day} . {any2:month} . {four:year}',
    make: (c) => date(ymd(c)),
    example: ['on [03.10.2024]', '2024-10-03'],
  },
  {
    name: 'month-alone',
    pattern: '{sureMonth:month}',
    make: (c) => date({ is: 'month', month: c.get('month') }),
    example: ['in [September]', '2024-09'],
  },
  {
    name: 'month-after-preposition',
    pattern: '{month}',
    make: (c) => date({ is: 'month', month: c.get('month') }),
    example: ['It was in [March]', '2024-03'],
  },
  {
    name: 'month-of-picked-year',
    pattern: '{month} ,? of? {pick} year',
    make: (c) => date({ is: 'month', month: c.get('month'), yearBy: { last: -1, past: -1, this: 0, next: 1 }[c.get<Pick>('pick')] }),
    example: ['in [June last year]', '2023-06'],
  },
  { name: 'year', pattern: '{year}', make: (c) => date({ is: 'calendar', year: c.get('year') }), example: ['in [1998]', '1998'] },
  {
    name: 'the-year',
    pattern: 'the? year {year}',
    make: (c) => date({ is: 'calendar', year: c.get('year') }),
    example: ['by [the year 2030]', '2030'],
  },
  {
    name: 'year-before-christ',
    pattern: '{upTo4:year} {bc}',
    make: (c) => date({ is: 'beforeChrist', year: c.get('year') }),
    example: ['in [241 BC]', 'BC0241'],
  },
  {
    name: 'month-before-christ',
    pattern: '{month} ,? of? {upTo4:year} {bc}',
    make: (c) => date({ is: 'beforeChrist', year: c.get('year'), part: c.get<number>('month') }),
    example: ['in [April 480 BC]', 'BC0480-04'],
  },
  {
    name: 'season-before-christ',
    pattern: 'the? {season} of? {upTo4:year} {bc}',
    make: (c) => date({ is: 'beforeChrist', year: c.get('year'), part: c.get<string>('season') }),
    example: ['in [the spring of 480 BC]', 'BC0480-SP'],
  },
  {
    name: 'the-spelled-year',
    pattern: 'the? year {spelledYear}',
    make: (c) => date({ is: 'calendar', year: c.get('spelledYear') }),
    example: ['by [the year two thousand]', '2000'],
  },
  {
    name: 'spelled-year',
    pattern: '{spelledYear}',
    make: (c) => date({ is: 'calendar', year: c.get('spelledYear') }),
    example: ['in [nineteen ninety-six]', '1996'],
  },
  {
    name: 'fiscal-year',
    pattern: 'the? (fiscal|fy) year? {year}',
    make: (c) => date({ is: 'calendar', year: c.get('year') }),
    example: ['in [fiscal 2023]', '2023'],
  },
  { name: 'decade', pattern: 'the? {four:year} - s', make: (c) => decade(c.get('year')), example: ['in [the 1990-s]', '199'] },
  { name: 'decade-s', pattern: 'the? {four:year} s', make: (c) => decade(c.get('year')), example: ['in [the 1990s]', '199'] },
  { name: 'decade-apostrophe-s', pattern: "the? {four:year} ' s", make: (c) => decade(c.get('year')), example: ["in [the 1990's]", '199'] },
  {
    name: 'short-decade',
    pattern: "the? ' {two:year} s",
    make: (c) => date({ is: 'decade', decade: Math.floor(c.get<number>('year') / 10), century: null }),
    example: ["in [the '80s]", '198'],
  },
  {
    name: 'two-digit-decade',
    pattern: 'the {two:year} s',
    make: (c) => (c.get<number>('year') % 10 === 0 ? date({ is: 'decade', decade: c.get<number>('year') / 10, century: null }) : undefined),
    example: ['in [the 80s]', '198'],
  },
  {
    name: 'nine-eleven',
    pattern: '9 / 11',
    make: () => date({ is: 'calendar', year: 2001, month: 9, day: 11 }),
    example: ['since [9/11]', '2001-09-11'],
  },
  {
    name: 'september-11-attacks',
    pattern: '{month} {day}',
    before: ['attacks', 'terrorist', 'terror', 'hijackings', 'hijackers'],
    make: (c) => (c.get('month') === 9 && c.get('day') === 11 ? date({ is: 'calendar', year: 2001, month: 9, day: 11 }) : undefined),
    example: ['after the [Sept. 11] attacks', '2001-09-11'],
  },
  {
    name: 'nth-part-of-month',
    pattern: '(the|its)? (first|second|third|fourth|last|final|opening):nth (week|day):unit of {month} ,? of? {year}?',
    make: (c) =>
      partOf(c, {
        is: c.maybe('year') === undefined ? 'month' : 'calendar',
        year: c.maybe<number>('year'),
        month: c.get<number>('month'),
      } as Base),
    example: ['in [the last week of March]', '2024-W13'],
  },
  {
    name: 'nth-part-of-year',
    pattern: '(the|its)? (first|last|final|opening):nth (week|day):unit of {year}',
    make: (c) => partOf(c, { is: 'calendar', year: c.get('year') }),
    example: ['on [the last day of 2023]', '2023-12-31'],
  },
  {
    name: 'named-decade',
    pattern: 'the {namedDecade}',
    make: (c) => date({ is: 'decade', decade: c.get<number>('namedDecade') / 10, century: null }),
    example: ['in [the nineties]', '199'],
  },
  {
    name: 'nineteen-decade',
    pattern: 'the nineteen {namedDecade}',
    make: (c) => date({ is: 'decade', decade: c.get<number>('namedDecade') / 10, century: 19 }),
    example: ['in [the nineteen sixties]', '196'],
  },
  {
    name: 'century',
    pattern: '{ordinal} - century',
    make: (c) => date({ is: 'century', century: c.get<number>('ordinal') - 1 }),
    example: ['a [19th-century] fort', '18'],
  },
  {
    name: 'the-century',
    pattern: 'the? {ordinal} century',
    make: (c) => date({ is: 'century', century: c.get<number>('ordinal') - 1 }),
    example: ['in [the 20th century]', '19'],
  },
  {
    name: 'day-range-month-first',
    pattern: '{month} {day:first} (-|to|through|until) {day:second} ,? {year}?',
    make: dayRange,
    example: ['from [October 8 to 13, 2024]', '2024-10-08/2024-10-13'],
  },
  {
    name: 'day-range-month-last',
    pattern: '{day:first} (-|to|through|until) {day:second} of? {month} ,? {year}?',
    make: dayRange,
    example: ['on [8-13 October]', '2024-10-08/2024-10-13'],
  },
  {
    name: 'between-numbered-days',
    pattern: 'between {day:first} and {day:second} of? {month} ,? {year}?',
    make: dayRange,
    example: ['[between 8 and 13 October]', '2024-10-08/2024-10-13'],
  },
  {
    name: 'the-day-range',
    pattern: 'from? the {ordinal:first} (-|to|through|until) the? {ordinal:second} of {month} ,? {year}?',
    make: dayRange,
    example: ['[from the 8th to the 13th of October]', '2024-10-08/2024-10-13'],
  },
  {
    name: 'between-day-range',
    pattern: 'between the {ordinal:first} and the? {ordinal:second} of {month} ,? {year}?',
    make: dayRange,
    example: ['[between the 8th and the 13th of October]', '2024-10-08/2024-10-13'],
  },
  {
    name: 'bare-day-range',
    pattern: 'from the {ordinal:first} (to|through|until) the {ordinal:second}',
    make: bareDayRange,
    example: ['[from the 8th to the 13th]', '2024-10-08/2024-10-13'],
  },
  {
    name: 'bare-between-range',
    pattern: 'between the {ordinal:first} and the {ordinal:second}',
    make: bareDayRange,
    example: ['[between the 8th and the 13th]', '2024-10-08/2024-10-13'],
  },
  { name: 'short-year-range', pattern: '{year} (-|/) {two:second}', make: yearRange, example: ['[1914-18]', '1914/1918'] },
];

function partOf(c: Captures, base: Base) {
  const nth = { first: 1, opening: 1, second: 2, third: 3, fourth: 4, last: -1, final: -1 }[c.get<string>('nth')] ?? 1;
  const unit = c.get<string>('unit');
  return date({ is: 'partOf', unit: unit === 'week' ? 'W' : 'D', nth, base });
}
function decade(year: number) {
  return year % 10 === 0 ? date({ is: 'decade', decade: (year / 10) % 10, century: Math.floor(year / 100) }) : undefined;
}
function dayRange(c: Captures) {
  const [first, last, year, month] = [c.get<number>('first'), c.get<number>('second'), c.maybe<number>('year'), c.get<number>('month')];
  if (first >= last || first > 31 || last > 31) return undefined;
  const end = (day: number): Base => (year === undefined ? { is: 'month', month, day } : { is: 'calendar', year, month, day });
  return date({ is: 'range', first: end(first), last: end(last) });
}
function bareDayRange(c: Captures) {
  const [first, last] = [c.get<number>('first'), c.get<number>('second')];
  if (first >= last || last > 31) return undefined;
  return date({ is: 'range', first: { is: 'dayOfMonth', day: first }, last: { is: 'dayOfMonth', day: last } });
}
function yearRange(c: Captures) {
  const year = c.get<number>('year');
  const last = Math.floor(year / 100) * 100 + c.get<number>('second');
  return last > year ? date({ is: 'range', first: { is: 'calendar', year }, last: { is: 'calendar', year: last } }) : undefined;
}
