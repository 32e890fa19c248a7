/** Civil dates of the proleptic Gregorian calendar as day numbers (days since 1970-01-01), after Howard Hinnant's `days_from_civil`. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayNumber({ year, month, day }: Day): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

export function fromDayNumber(n: number): Day {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether the day stands in the calendar, in a year that TIMEX3 and EDTF can write with four digits. */
export const isDay = ({ year, month, day }: Day): boolean =>
  isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
export const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1 && year <= 9999;

/** Monday = 1 … Sunday = 7. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

export const addDays = (day: Day, by: number): Day => fromDayNumber(dayNumber(day) + by);

/** The same day of the month `by` months on, or the month's last where it has no such day. */
export function addMonths(day: Day, by: number): Day {
  const index = day.year * 12 + day.month - 1 + by;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

/** ISO 8601 week: the year that the week belongs to, and its number. */
export function weekOf(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 });
  return { year: thursday.year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 };
}

/** The Monday of an ISO week. */
export function mondayOf(year: number, week: number): Day {
  const fourth = { year, month: 1, day: 4 };
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
export const yearText = (year: number): string => pad(year, 4);
export const monthText = (year: number, month: number): string => `${yearText(year)}-${pad(month)}`;
export const dayText = ({ year, month, day }: Day): string => `${monthText(year, month)}-${pad(day)}`;
export const weekText = (day: Day): string => {
  const { year, week } = weekOf(day);
  return `${yearText(year)}-W${pad(week)}`;
};
export const quarterOf = (month: number): number => Math.floor((month - 1) / 3) + 1;

/** The `nth` weekday of a month; `nth` below 0 counts from its end. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const first = { year, month, day: 1 };
  const shift = (weekday - weekdayOf(first) + 7) % 7;
  const all = daysInMonth(year, month);
  const day = nth > 0 ? 1 + shift + (nth - 1) * 7 : 1 + shift + Math.floor((all - 1 - shift) / 7) * 7 + (nth + 1) * 7;
  return { year, month, day };
}

/** Western Easter Sunday (Anonymous Gregorian computus). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
}
