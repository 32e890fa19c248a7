import { addDays, dayText, mondayOf } from './calendar.ts';

const SEASON_CODES: Readonly<Record<string, number>> = { SP: 21, SU: 22, FA: 23, WI: 24 };

/**
 * EDTF (ISO 8601-2) for a TIMEX3 value: days, months, years as they are; decades and centuries with `X`; seasons by their code;
 * weeks, weekends, quarters and halves as intervals. A part of the day gives the day. Null for what names no date.
 */
export function edtfOf(value: string, zone?: string | null): string | null {
  const [whole, clock] = value.split('T') as [string, string | undefined];
  const day = dateOf(whole);
  if (!clock || day === null || !/^\d\d/.test(clock) || !/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  const [hour = '00', minute = '00', second = '00'] = clock.replace('Z', '').split(':');
  // Midnight as 24:00 is the end of its day; EDTF writes the start of the next one.
  const [on, at] = hour === '24' ? [dayText(addDays(parts(day), 1)), '00'] : [day, hour];
  return `${on}T${at}:${minute}:${second}${zone ?? ''}`;
}

function dateOf(value: string): string | null {
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) return value;
  if (/^\d{4}(-\d\d)?(-\d\d)?\/\d{4}(-\d\d)?(-\d\d)?$/.test(value)) return value;
  if (/^\d{3}$/.test(value)) return `${value}X`;
  if (/^\d{2}$/.test(value)) return `${value}XX`;
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  if (season) return `${season[1]}-${SEASON_CODES[season[2] as string]}`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter) return months(quarter[1] as string, Number(quarter[2]) * 3 - 2, 3);
  const half = /^(\d{4})-H([12])$/.exec(value);
  if (half) return months(half[1] as string, Number(half[2]) * 6 - 5, 6);
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week) {
    const monday = mondayOf(Number(week[1]), Number(week[2]));
    return `${dayText(addDays(monday, week[3] ? 5 : 0))}/${dayText(addDays(monday, 6))}`;
  }
  return null;
}

const months = (year: string, first: number, count: number): string => {
  const text = (month: number): string => `${year}-${String(month).padStart(2, '0')}`;
  return `${text(first)}/${text(first + count - 1)}`;
};

const parts = (day: string) => {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, day: date };
};

/** "since X" runs on; "until X" has run before: an interval open at one end. */
export function openEnded(edtf: string, direction: 'from' | 'to'): string {
  const [first = edtf, last = first] = edtf.split('/');
  return direction === 'from' ? `${first}/..` : `../${last}`;
}
