import { type Base, type Clock, date, type Meaning, type Stage, time } from '../meaning.ts';
import type { Captures, Rule } from '../pattern.ts';
import { CLAUSE_ENDS } from '../words/clause-ends.ts';
import { STAGES } from '../words/parts.ts';

const staged = (c: Captures): Meaning | undefined => {
  const inner = c.get<Meaning>('date');
  return inner.type === 'DURATION' || inner.type === 'SET' ? undefined : { ...inner, stage: STAGES.get(c.get('stage')) as Stage };
};
const onDay = (c: Captures): Meaning | undefined => {
  const inner = c.get<Meaning>('date');
  return inner.type === 'DATE' && isDayLike(inner.base) ? time(inner.base, c.get<Meaning>('clock').clock as Clock) : undefined;
};
const partOfDay = (c: Captures, part = c.get<string>('part')): Meaning | undefined => {
  const inner = c.get<Meaning>('date');
  return inner.type === 'DATE' && isDayLike(inner.base) ? time(inner.base, { is: 'part', part }) : undefined;
};
const bounded = (c: Captures, stage: Stage): Meaning | undefined => {
  const inner = c.get<Meaning>('length');
  return inner.type === 'DURATION' ? { ...inner, stage } : undefined;
};

function isDayLike(base: Base): boolean {
  if (base.is === 'calendar' || base.is === 'month') return base.day !== undefined;
  if (base.is === 'shift') return base.unit === 'D';
  return base.is === 'weekday' || base.is === 'holiday' || base.is === 'either' || base.is === 'dayOfMonth' || base.is === 'shiftFrom';
}

/** Rules over the spans that other rules found: `{date}`, `{clock}` and `{length}` (a duration). */
export const COMPOSED_RULES: readonly Rule[] = [
  {
    name: 'stage-date',
    pattern: '(early|late|mid|earlier|later):stage -? {date}',
    make: staged,
    example: ['[late last week]', '2024-W41'],
  },
  { name: 'the-stage-date', pattern: 'the (early|late|mid):stage -? {date}', make: staged, example: ['in [the late 1970s]', '197'] },
  {
    name: 'stage-of-date',
    pattern: '(the|its|this)? (beginning|start|end|close|middle):stage of {date}',
    make: staged,
    example: ['[the end of 2023]', '2023'],
  },
  {
    name: 'stage-of-unit',
    pattern: 'the (beginning|start|end|close|middle):stage of (the|this):which (year|month|week|day|decade|century|quarter):unit',
    make: stageOfUnit,
    example: ['[the end of the year]', '2024'],
  },
  {
    name: 'stage-in-unit',
    pattern: '(early|late|earlier|later):stage in the (year|month|week|day|decade|century):unit',
    make: stageOfUnit,
    example: ['[earlier in the year]', '2024'],
  },
  {
    name: 'part-of-date',
    pattern: 'the (rest|remainder|balance) of {date}',
    make: (c) => c.get('date'),
    example: ['[the rest of this year]', '2024'],
  },
  { name: 'sometime-date', pattern: 'sometime {date}', make: (c) => c.get('date'), example: ['[sometime next year]', '2025'] },
  {
    name: 'year-end',
    pattern: 'year - end',
    make: () => ({ ...date({ is: 'shift', unit: 'Y', by: 0, from: 'publication' }), stage: 'END' }),
    example: ['by [year-end]', '2024'],
  },
  {
    name: 'year-end-in-two-words',
    pattern: 'year end',
    before: CLAUSE_ENDS,
    make: () => ({ ...date({ is: 'shift', unit: 'Y', by: 0, from: 'publication' }), stage: 'END' }),
    example: ['It will close by [year end].', '2024'],
  },
  {
    name: 'years-end',
    pattern: "year ' s end",
    make: () => ({ ...date({ is: 'shift', unit: 'Y', by: 0, from: 'publication' }), stage: 'END' }),
    example: ["by [year's end]", '2024'],
  },
  { name: 'clock-date', pattern: '{clock} ,? on? {date}', make: onDay, example: ['at [10 p.m. on Oct. 3]', '2024-10-03T22:00'] },
  {
    name: 'around-clock',
    pattern: '(around|about|approximately|roughly|nearly|almost) {clock}',
    make: (c) => c.get('clock'),
    example: ['It was Oct. 3. He left [around 7:15 p.m.]', '2024-10-03T19:15'],
  },
  {
    name: 'around-clock-date',
    pattern: '(around|about|approximately|roughly|nearly|almost) {clock} ,? on? {date}',
    make: onDay,
    example: ['at [about 10 p.m. on Oct. 3]', '2024-10-03T22:00'],
  },
  { name: 'date-at-clock', pattern: '{date} ,? at {clock}', make: onDay, example: ['on [Oct. 3 at 10 p.m.]', '2024-10-03T22:00'] },
  { name: 'date-part', pattern: '{date} {part}', make: (c) => partOfDay(c), example: ['on [Monday night]', '2024-10-14TNI'] },
  {
    name: 'stage-date-part',
    pattern: '(early|late|mid) {date} {part}',
    make: (c) => partOfDay(c),
    example: ['on [early Monday morning]', '2024-10-14TMO'],
  },
  {
    name: 'part-of-day',
    pattern: 'the (early|late)? {part} of {date}',
    make: (c) => partOfDay(c),
    example: ['on [the evening of Oct. 3]', '2024-10-03TEV'],
  },
  {
    name: 'early-hours',
    pattern: 'the (early|small|first|wee) hours of {date}',
    make: (c) => partOfDay(c, 'MO'),
    example: ['It fell in [the early hours of Thursday]', '2024-10-10TMO'],
  },
  {
    name: 'part-on-day',
    pattern: '(mid|late|early)? -? {part} {date}',
    make: (c) => partOfDay(c),
    example: ['[mid-afternoon yesterday]', '2024-10-15TAF'],
  },
  {
    name: 'more-than',
    pattern: '(more|longer) than {length}',
    make: (c) => bounded(c, 'MORE_THAN'),
    example: ['[more than four hours]', 'PT4H'],
  },
  { name: 'over', pattern: 'over {bare:length}', make: (c) => bounded(c, 'MORE_THAN'), example: ['[over a week]', 'P1W'] },
  { name: 'at-least', pattern: 'at least {length}', make: (c) => bounded(c, 'MORE_THAN'), example: ['[at least 72 hours]', 'PT72H'] },
  {
    name: 'less-than',
    pattern: '(less|fewer) than {length}',
    make: (c) => bounded(c, 'LESS_THAN'),
    example: ['[less than one hour]', 'PT1H'],
  },
  {
    name: 'no-more-than',
    pattern: '(no|not) more than {length}',
    make: (c) => bounded(c, 'LESS_THAN'),
    example: ['[no more than sixty days]', 'P60D'],
  },
  { name: 'up-to', pattern: 'up to {length}', make: (c) => bounded(c, 'LESS_THAN'), example: ['[up to 180 days]', 'P180D'] },
  { name: 'nearly', pattern: '(nearly|almost) {length}', make: (c) => bounded(c, 'LESS_THAN'), example: ['[nearly forty years]', 'P40Y'] },
  {
    name: 'nearly-date',
    pattern: '(nearly|almost|about|roughly|some|around|over) {ago}',
    make: (c) => c.get('ago'),
    example: ['[nearly four years ago]', '2020'],
  },
  {
    name: 'more-than-date',
    pattern: '(more|less) than {ago}',
    make: (c) => c.get('ago'),
    example: ['[more than four years ago]', '2020'],
  },
];

function stageOfUnit(c: Captures): Meaning {
  const unit = { year: 'Y', month: 'M', week: 'W', day: 'D', decade: 'DE', century: 'CE', quarter: 'Q' } as const;
  const base: Base = { is: 'bareUnit', unit: unit[c.get<keyof typeof unit>('unit')] };
  return { ...date(base), stage: STAGES.get(c.get('stage')) as Stage };
}
