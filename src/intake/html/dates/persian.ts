/** Month names of the Solar Hijri calendar as Persian writes them, some with the Arabic yeh and kaf. */
const MONTHS: readonly string[] = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];

const EARLIEST = 1300;
const LATEST = 1500;
const MILLISECONDS = 86_400_000;
/** 1 Farvardin 1399, the first day of that year. */
const ANCHOR = { year: 1399, at: Date.UTC(2020, 2, 20) };

/** Years of 366 days by the 33-year rule, which agrees with the calendar in use for 1300–1500. */
const LEAP_REMAINDERS = new Set([1, 5, 9, 13, 17, 22, 26, 30]);
const isLeap = (year: number): boolean => LEAP_REMAINDERS.has(year % 33);
const daysIn = (year: number): number => (isLeap(year) ? 366 : 365);

/** The month (1–12) that a Persian word names, null where it names none. */
export function persianMonth(word: string): number | null {
  const at = MONTHS.indexOf(word.replaceAll('ي', 'ی').replaceAll('ك', 'ک'));
  return at < 0 ? null : at + 1;
}

/** A day of the Solar Hijri calendar as a day of ours: `[year, month, date]`; null outside 1300–1500 or where there is no such day. */
export function fromPersian(year: number, month: number, date: number): readonly [number, number, number] | null {
  const length = month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29;
  if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || date < 1 || date > length) return null;
  let days = (month - 1) * 30 + Math.min(month - 1, 6) + date - 1;
  for (let y = ANCHOR.year; y < year; y++) days += daysIn(y);
  for (let y = year; y < ANCHOR.year; y++) days -= daysIn(y);
  const there = new Date(ANCHOR.at + days * MILLISECONDS);
  return [there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate()];
}
