import { type Base, date, duration, type Meaning, type Pick, shift, time } from '../meaning.ts';
import type { Captures, Rule } from '../pattern.ts';
import { CLAUSE_ENDS } from '../words/clause-ends.ts';
import type { Unit } from '../words/units.ts';

const by = (pick: Pick): number => ({ last: -1, past: -1, this: 0, next: 1 })[pick];
const part = (base: Base, name: string): Meaning => time(base, { is: 'part', part: name });

/** "three weeks ago": the day counted from, moved; an untold number leaves the date open. */
function moved(c: Captures, sign: 1 | -1, from: 'publication' | 'text'): Meaning | undefined {
  const unit = c.get<Unit>('unit');
  const count = c.get<number | null>('count');
  if (count === null) return date({ is: 'ref', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' });
  if (unit.code === 'WE') return undefined;
  const years = ({ DE: 10, CE: 100 } as const)[unit.code as 'DE' | 'CE'];
  return date(years ? shift('Y', sign * Math.round(count * years), from) : shift(unit.code, sign * count * unit.times, from));
}

/** "last year", "this week". */
function picked(pick: Pick, unit: Unit): Meaning | undefined {
  if (unit.code === 'WE') return date({ is: 'weekend', pick });
  if (unit.code === 'S' || unit.code === 'MIN' || unit.code === 'H') return undefined;
  return date(shift(unit.code, by(pick) * unit.times));
}

const today = shift('D', 0);

/** Dates counted from the day of publication, or from a date that the text gave before. */
export const RELATIVE_RULES: readonly Rule[] = [
  { name: 'today', pattern: 'today', make: () => date(today), example: ['[Today] the army', '2024-10-16'] },
  { name: 'yesterday', pattern: 'yesterday', make: () => date(shift('D', -1)), example: ['died [yesterday]', '2024-10-15'] },
  { name: 'tomorrow', pattern: 'tomorrow', make: () => date(shift('D', 1)), example: ['meet [tomorrow]', '2024-10-17'] },
  { name: 'tonight', pattern: 'tonight', make: () => part(today, 'NI'), example: ['meet [tonight]', '2024-10-16TNI'] },
  { name: 'last-night', pattern: 'last night', make: () => part(shift('D', -1), 'NI'), example: ['died [last night]', '2024-10-15TNI'] },
  {
    name: 'last-evening',
    pattern: 'last evening',
    make: () => part(shift('D', -1), 'EV'),
    example: ['died [last evening]', '2024-10-15TEV'],
  },
  { name: 'overnight', pattern: 'overnight', make: () => part(today, 'NI'), example: ['strikes [overnight]', '2024-10-16TNI'] },
  { name: 'this-part', pattern: 'this {part}', make: (c) => part(today, c.get('part')), example: ['met [this morning]', '2024-10-16TMO'] },
  {
    name: 'yesterday-part',
    pattern: 'yesterday {part}',
    make: (c) => part(shift('D', -1), c.get('part')),
    example: ['met [yesterday morning]', '2024-10-15TMO'],
  },
  {
    name: 'tomorrow-part',
    pattern: 'tomorrow {part}',
    make: (c) => part(shift('D', 1), c.get('part')),
    example: ['meet [tomorrow evening]', '2024-10-17TEV'],
  },
  {
    name: 'the-part',
    pattern: 'the {part}',
    make: (c) => part({ is: 'bareUnit', unit: 'D', that: true }, c.get('part')),
    example: ['On Oct. 3 he fell; in [the evening] he died', '2024-10-03TEV'],
  },
  {
    name: 'stage-part',
    pattern: '(mid|late|early) -? {part}',
    make: (c) => part({ is: 'bareUnit', unit: 'D', that: true }, c.get('part')),
    example: ['On Oct. 3 he fell; by [mid afternoon] he was dead', '2024-10-03TAF'],
  },
  {
    name: 'next-part',
    pattern: 'the (next|following) {part}',
    make: (c) => part(shift('D', 1, 'text'), c.get('part')),
    example: ['On Oct. 3 he slept and [the next morning] left', '2024-10-04TMO'],
  },
  {
    name: 'day-before-yesterday',
    pattern: 'the? day before yesterday',
    make: () => date(shift('D', -2)),
    example: ['[the day before yesterday]', '2024-10-14'],
  },
  {
    name: 'day-after-tomorrow',
    pattern: 'the? day after tomorrow',
    make: () => date(shift('D', 2)),
    example: ['[the day after tomorrow]', '2024-10-18'],
  },

  {
    name: 'weekday',
    pattern: '{weekday}',
    make: (c) => date({ is: 'weekday', weekday: c.get('weekday') }),
    example: ['he said on [Monday]', '2024-10-14'],
  },
  {
    name: 'picked-weekday',
    pattern: '{pick} {weekday}',
    make: (c) => date({ is: 'weekday', weekday: c.get('weekday'), pick: c.get('pick') }),
    example: ['he came [last Friday]', '2024-10-11'],
  },
  {
    name: 'this-past-weekday',
    pattern: 'this past {weekday}',
    make: (c) => date({ is: 'weekday', weekday: c.get('weekday'), pick: 'past' }),
    example: ['he came [this past Sunday]', '2024-10-13'],
  },
  {
    name: 'this-coming-weekday',
    pattern: '(this|the) coming {weekday}',
    make: (c) => date({ is: 'weekday', weekday: c.get('weekday'), pick: 'next' }),
    example: ['he comes [this coming Sunday]', '2024-10-20'],
  },
  {
    name: 'the-picked-weekday',
    pattern: 'the (previous|preceding|following|next):word {weekday}',
    make: (c) =>
      date({ is: 'weekday', weekday: c.get('weekday'), pick: c.get<string>('word').startsWith('pre') ? 'last' : 'next', from: 'text' }),
    example: ['On Oct. 3 he fell; [the following Monday] he rose', '2024-10-07'],
  },
  {
    name: 'this-coming-weekday-month-day',
    pattern: '(this|the) (coming|past) {weekday} ,? {month} {day}',
    make: (c) => date({ is: 'month', month: c.get('month'), day: c.get('day') }),
    example: ['he comes [this coming Sunday, Oct. 20]', '2024-10-20'],
  },
  {
    name: 'weekday-of-picked-week',
    pattern: '{weekday} of? {pick} week',
    make: (c) => date({ is: 'weekday', weekday: c.get('weekday'), pick: c.get('pick') }),
    example: ['he came on [Friday last week]', '2024-10-11'],
  },
  {
    name: 'picked-month',
    pattern: '{pick} {month}',
    make: (c) => date({ is: 'month', month: c.get('month'), pick: c.get('pick') }),
    example: ['he came [last August]', '2023-08'],
  },
  {
    name: 'picked-month-day',
    pattern: '{pick} {month} {day}',
    make: (c) => date({ is: 'month', month: c.get('month'), day: c.get('day'), pick: c.get('pick') }),
    example: ['he came [last Aug. 3]', '2024-08-03'],
  },
  {
    name: 'this-past-month',
    pattern: 'this past {month}',
    make: (c) => date({ is: 'month', month: c.get('month'), pick: 'past' }),
    example: ['he came [this past August]', '2024-08'],
  },

  {
    name: 'season',
    pattern: 'the? {season}',
    make: (c) => date({ is: 'season', season: c.get('season') }),
    example: ['in [the summer]', '2024-SU'],
  },
  {
    name: 'picked-season',
    pattern: '{pick} {season}',
    make: (c) => date({ is: 'season', season: c.get('season'), pick: c.get('pick') }),
    example: ['[last summer]', '2024-SU'],
  },
  {
    name: 'this-past-season',
    pattern: 'this past {season}',
    make: (c) => date({ is: 'season', season: c.get('season'), pick: 'past' }),
    example: ['[this past spring]', '2024-SP'],
  },
  {
    name: 'season-year',
    pattern: 'the? {season} of? {year}',
    make: (c) => date({ is: 'season', season: c.get('season'), year: c.get('year') }),
    example: ['in [the winter of 1994]', '1994-WI'],
  },
  {
    name: 'season-spelled-year',
    pattern: 'the? {season} of? {spelledYear}',
    make: (c) => date({ is: 'season', season: c.get('season'), year: c.get('spelledYear') }),
    example: ['in [the winter of nineteen ninety-four]', '1994-WI'],
  },
  {
    name: 'holiday',
    pattern: '{holiday}',
    make: (c) => date({ is: 'holiday', index: c.get('holiday') }),
    example: ['on [Labor Day]', '2024-09-02'],
  },
  {
    name: 'picked-holiday',
    pattern: '{pick} {holiday}',
    make: (c) => date({ is: 'holiday', index: c.get('holiday'), pick: c.get('pick') }),
    example: ['[last Thanksgiving]', '2023-11-23'],
  },
  {
    name: 'holiday-year',
    pattern: '{holiday} ,? of? {year}',
    make: (c) => date({ is: 'holiday', index: c.get('holiday'), year: c.get('year') }),
    example: ['on [Christmas Day 2022]', '2022-12-25'],
  },

  {
    name: 'past-unit',
    pattern: 'the (past|last) (week|month|year|decade|century|day|hour):word',
    make: (c) => lasting(c.get('word')),
    example: ['in [the past year]', 'P1Y'],
  },
  {
    name: 'the-picked-text-unit',
    pattern: 'the (following|next|previous|preceding):word {one}',
    make: (c) => textPicked(c),
    example: ['In June 2021 he came; [the following year] he left', '2022'],
  },
  {
    name: 'picked-unit-or-so',
    pattern: '(the|this)? {pick} {one} or so',
    make: (c) => picked(c.get('pick'), c.get('one')),
    example: ['[the next year or so]', '2025'],
  },
  {
    name: 'picked-unit',
    pattern: '(the|this)? {pick} {one}',
    make: (c) => picked(c.get('pick'), c.get('one')),
    example: ['[last week]', '2024-W41'],
  },
  {
    name: 'picked-fiscal-year',
    pattern: '(the|this)? {pick} (fiscal|financial|calendar|full) year',
    make: (c) => date(shift('Y', by(c.get('pick')))),
    example: ['[the current fiscal year]', '2024'],
  },
  {
    name: 'that-unit',
    unnumbered: true,
    closed: true,
    pattern: '(that|the):which same:same? {one}',
    make: (c) => sameUnit(c),
    example: ['In June 2023 he came; [that year] he left', '2023'],
  },
  {
    name: 'the-unit-of-event',
    closed: true,
    pattern: 'the {one}',
    before: ['before', 'after', 'when', 'of', 'that'],
    make: (c) => ofEvent(c),
    example: ['The shop opened [the day] before the flood', 'XXXX-XX-XX'],
  },
  {
    name: 'the-unit-before',
    pattern: 'the {one} (before|previous|prior|earlier)',
    before: CLAUSE_ENDS,
    make: (c) => beside(c, -1),
    example: ['In 2023 it sold 40, up from 31 [the year before].', '2022'],
  },
  {
    name: 'the-unit-after',
    pattern: 'the {one} (after|later)',
    before: CLAUSE_ENDS,
    make: (c) => beside(c, 1),
    example: ['He fell on Oct. 3 and died [the day after].', '2024-10-04'],
  },
  {
    name: 'years-on',
    pattern: '{count} {unit} on',
    before: [','],
    make: (c) => moved(c, 1, 'text'),
    example: ['The dam broke in 2019. [Four years on], the town is empty', '2023'],
  },
  {
    name: 'this-time-picked-year',
    pattern: 'this time {pick} (year|month|week):word',
    make: (c) => date(shift(({ year: 'Y', month: 'M', week: 'W' } as const)[c.get<'year' | 'month' | 'week'>('word')], by(c.get('pick')))),
    example: ['It was dry [this time last year]', '2023'],
  },
  {
    name: 'moments-ago',
    pattern: '(a|just)? (moment|moments|while) ago',
    make: () => date({ is: 'ref', value: 'PAST_REF' }),
    example: ['It fell [moments ago]', 'PAST_REF'],
  },
  { name: 'the-weekend', pattern: 'the weekend', make: () => date({ is: 'weekend' }), example: ['over [the weekend]', '2024-W41-WE'] },
  {
    name: 'week-of',
    pattern: 'the week of {month} {day}',
    make: (c) => date({ is: 'weekOf', base: { is: 'month', month: c.get('month'), day: c.get('day') } }),
    example: ['[the week of Oct. 7]', '2024-W41'],
  },

  { name: 'ago', pattern: '{count} {unit} ago', make: (c) => moved(c, -1, 'publication'), example: ['[three weeks ago]', '2024-W39'] },
  {
    name: 'more-ago',
    pattern: '{count} more? {unit} or so ago',
    make: (c) => moved(c, -1, 'publication'),
    example: ['[a week or so ago]', '2024-W41'],
  },
  { name: 'vague-ago', pattern: '{units} ago', make: () => date({ is: 'ref', value: 'PAST_REF' }), example: ['[years ago]', 'PAST_REF'] },
  {
    name: 'hence',
    pattern: '{count} {unit} (hence|away)',
    make: (c) => moved(c, 1, 'publication'),
    example: ['[three weeks hence]', '2024-W45'],
  },
  {
    name: 'from-now',
    pattern: '{count} {unit} from (now|today)',
    make: (c) => moved(c, 1, 'publication'),
    example: ['[three days from now]', '2024-10-19'],
  },
  {
    name: 'in-count-time',
    pattern: "{count} {unit} ' time",
    make: (c) => moved(c, 1, 'publication'),
    example: ["in [three days' time]", '2024-10-19'],
  },
  {
    name: 'earlier',
    never: ['than'],
    pattern: '{count} {unit} (earlier|previously|prior)',
    make: (c) => moved(c, -1, 'text'),
    example: ['On Oct. 3 he fell; [two days earlier] he rose', '2024-10-01'],
  },
  {
    name: 'later',
    never: ['than'],
    pattern: '{count} {unit} (later|afterward|afterwards)',
    make: (c) => moved(c, 1, 'text'),
    example: ['On Oct. 3 he fell; [three weeks later] he rose', '2024-W43'],
  },
  {
    name: 'a-unit-from-weekday',
    pattern: 'a (week|fortnight):word from {weekday}',
    make: (c) =>
      date({
        is: 'shiftFrom',
        unit: 'W',
        by: c.get<string>('word') === 'week' ? 1 : 2,
        base: { is: 'weekday', weekday: c.get('weekday'), pick: 'next' },
      }),
    example: ['[a week from Friday]', '2024-10-25'],
  },
  {
    name: 'day-before-weekday',
    pattern: 'the? day before {pick}? {weekday}',
    make: (c) => date({ is: 'shiftFrom', unit: 'D', by: -1, base: { is: 'weekday', weekday: c.get('weekday'), pick: c.maybe('pick') } }),
    example: ['[the day before last Tuesday]', '2024-10-14'],
  },
];

/** "the past year": the time that ends with the report. */
function lasting(word: string): Meaning {
  const code = ({ week: 'W', month: 'M', year: 'Y', decade: 'DE', century: 'CE', day: 'D', hour: 'H' } as const)[word] ?? 'Y';
  return duration(1, code, { window: 'past' });
}

function ofEvent(c: Captures): Meaning | undefined {
  const { code } = c.get<Unit>('one');
  return ['S', 'MIN', 'H', 'WE', 'Q'].includes(code) ? undefined : date({ is: 'open', unit: code });
}
function beside(c: Captures, sign: 1 | -1): Meaning | undefined {
  const { code, times } = c.get<Unit>('one');
  return ['S', 'MIN', 'H', 'WE'].includes(code) ? undefined : date(shift(code, sign * times, 'text'));
}

function textPicked(c: Captures): Meaning | undefined {
  const unit = c.get<Unit>('one');
  const sign = c.get<string>('word').startsWith('pre') ? -1 : 1;
  if (unit.code === 'WE' || unit.code === 'S' || unit.code === 'MIN' || unit.code === 'H') return undefined;
  return date(shift(unit.code, sign * unit.times, 'text'));
}

/** "that day", "the year": the one last spoken of. */
function sameUnit(c: Captures): Meaning | undefined {
  const unit = c.get<Unit>('one');
  return ['S', 'MIN', 'H', 'WE'].includes(unit.code)
    ? undefined
    : date({ is: 'bareUnit', unit: unit.code, that: c.get('which') === 'that' || c.maybe('same') !== undefined });
}
