import { type Clock, type Meaning, time } from '../meaning.ts';
import type { Captures, Rule } from '../pattern.ts';

/** The day last spoken of: what a time of day belongs to where no day stands beside it. */
const thatDay = { is: 'bareUnit', unit: 'D', that: true } as const;

/** "12 a.m." is midnight, "12 p.m." noon. */
function twelveHours(hour: number, half: string): number | undefined {
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'p' ? 12 : 0) : undefined;
}

function clock(hour: number | undefined, c: Captures): Meaning | undefined {
  if (hour === undefined || hour > 24) return undefined;
  const minute = c.maybe<number>('minute') ?? null;
  if (hour === 24 && (minute ?? 0) > 0) return undefined;
  const zone = c.maybe<string | null>('zone');
  const value: Clock = { is: 'clock', hour, minute, second: c.maybe<number>('second') ?? null, ...(zone !== undefined && { zone }) };
  return time(thatDay, value);
}
const halves = (c: Captures): Meaning | undefined => clock(twelveHours(c.get('hour'), c.get('half')), c);

/** Times of day. `{clock}` in the composed rules is any of these. */
export const CLOCK_RULES: readonly Rule[] = [
  {
    name: 'hour-half',
    pattern: '{hour} {half} {zone}?',
    make: halves,
    example: ['It was Oct. 3. At [10 p.m.] he left', '2024-10-03T22:00'],
  },
  {
    name: 'hour-minute-half',
    pattern: '{hour} : {minute} {half} {zone}?',
    make: halves,
    example: ['It was Oct. 3. At [10:35 a.m.] he left', '2024-10-03T10:35'],
  },
  {
    name: 'hour-dot-minute-half',
    pattern: '{hour} . {minute} {half} {zone}?',
    make: halves,
    example: ['It was Oct. 3. At [10.35pm] he left', '2024-10-03T22:35'],
  },
  {
    name: 'bracketed-zone',
    pattern: '{hour} : {minute} {half} ( {zone} )',
    make: halves,
    example: ['It was Oct. 3. At [10:35 a.m. (GMT)] he left', '2024-10-03T10:35Z'],
  },
  {
    name: 'spelled-hour-half',
    pattern: '{one12:hour} {half}',
    make: halves,
    example: ['It was Oct. 3. At [ten p.m.] he left', '2024-10-03T22:00'],
  },
  {
    name: 'hour-minute-second',
    pattern: '{hour} : {minute} : {minute:second} {zone}?',
    make: (c) => clock(c.get('hour'), c),
    example: ['It was Oct. 3. At [14:02:30 GMT] he left', '2024-10-03T14:02:30Z'],
  },
  {
    name: 'hour-minute',
    pattern: '{hour} : {minute} {zone}?',
    make: (c) => clock(c.get('hour'), c),
    example: ['It was Oct. 3. At [14:02] he left', '2024-10-03T14:02'],
  },
  {
    name: 'four-digits-zone',
    pattern: '{hhmm} {zone}',
    make: (c) => military(c),
    example: ['It was Oct. 3. At [0735 GMT] he left', '2024-10-03T07:35Z'],
  },
  {
    name: 'four-digits-hours',
    pattern: '{hhmm} hours',
    make: (c) => military(c),
    example: ['It was Oct. 3. At [0735 hours] he left', '2024-10-03T07:35'],
  },
  {
    name: 'o-clock',
    pattern: "{hour} o ' clock",
    make: (c) => clock(c.get('hour'), c),
    example: ["It was Oct. 3. At [5 o'clock] he left", '2024-10-03T05:00'],
  },
  {
    name: 'half-past',
    pattern: 'half past {one12:hour}',
    make: (c) => halfPast(c),
    example: ['It was Oct. 3. At [half past nine] he left', '2024-10-03T09:30'],
  },
  { name: 'noon', pattern: 'noon {zone}?', make: (c) => clock(12, c), example: ['It was Oct. 3. At [noon] he left', '2024-10-03T12:00'] },
  { name: 'midday', pattern: 'midday', make: (c) => clock(12, c), example: ['It was Oct. 3. At [midday] he left', '2024-10-03T12:00'] },
  {
    name: 'midnight',
    pattern: 'midnight {zone}?',
    make: (c) => clock(24, c),
    example: ['It was Oct. 3. At [midnight] he left', '2024-10-03T24:00'],
  },
];

function halfPast(c: Captures): Meaning | undefined {
  const meaning = clock(c.get('hour'), c);
  return meaning?.clock?.is === 'clock' ? { ...meaning, clock: { ...meaning.clock, minute: 30 } } : undefined;
}
function military(c: Captures): Meaning | undefined {
  const { hour, minute } = c.get<{ readonly hour: number; readonly minute: number }>('hhmm');
  const meaning = clock(hour, c);
  return meaning?.clock?.is === 'clock' ? { ...meaning, clock: { ...meaning.clock, minute } } : undefined;
}
