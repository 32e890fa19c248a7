import { monthOf } from './months.ts';
import { fromPersian, persianMonth } from './persian.ts';

/** A day as it is written somewhere, EDTF: a date, or a date-time with its offset where one is given. */
export type Edtf = string;

const EARLIEST_YEAR = 1900;
const two = (n: number): string => String(n).padStart(2, '0');

/** A day that exists, as EDTF; null where it does not, or lies before 1900 or more than a year ahead of `now`. */
export function day(year: number, month: number, date: number, now = new Date()): Edtf | null {
  if (year < EARLIEST_YEAR || year > now.getUTCFullYear() + 1) return null;
  const there = new Date(Date.UTC(year, month - 1, date));
  if (there.getUTCMonth() !== month - 1 || there.getUTCDate() !== date) return null;
  return `${year}-${two(month)}-${two(date)}`;
}

/** Digits of other scripts (Arabic, Persian, Devanagari …, full width) as ASCII. */
export const asciiDigits = (text: string): string =>
  /\P{ASCII}/u.test(text)
    ? text.replace(/\p{Nd}/gu, (digit) => {
        const point = digit.codePointAt(0) ?? 0;
        if (point < 0x80) return digit;
        // The digits of a script are ten in a row that begin at a multiple of 16 or six after it.
        const row = point & ~0xf;
        const base = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
        return String(point - base);
      })
    : text;

const ZONE = String.raw`(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))`;
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?([ap]\.?m\.?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:\s*[T,]\s*|\s+)${CLOCK}\s*${ZONE}?)?`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)/;
const EPOCH = /^(\d{10})(\d{3})?$/;
const TIME_AFTER = new RegExp(String.raw`${CLOCK}\s*(?:\(?${ZONE})?`, 'i');

const offset = (zone: string | undefined): string => {
  if (!zone) return '';
  if (/^(Z|UTC|GMT)$/i.test(zone)) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
};

/** A day with a clock's time where that is one. */
function withTime(date: Edtf, hour?: string, minute?: string, second?: string, half?: string, zone?: string): Edtf {
  if (hour === undefined || minute === undefined) return date;
  let h = Number(hour);
  if (half && h <= 12) h = (h % 12) + (/^p/i.test(half) ? 12 : 0);
  if (h > 23 || Number(minute) > 59) return date;
  const s = Math.min(59, Number(second ?? 0));
  return `${date}T${two(h)}:${minute}:${two(s)}${offset(zone)}`;
}

const NAMED =
  /(?:^|[^\p{L}\d])(?:(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s.,/-]{0,3}(?:de |of |d['’])?\s?(\p{L}[\p{L}\p{M}]{1,14})\.?,?(?:\s?\/\s?\p{L}{3,14})?[\s.,/-]{0,3}(?:de |del |of )?\s?(\d{4}|\d{2}(?=\s|$))|(\p{L}[\p{L}\p{M}]{1,14})\.?\s{0,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:at\s+)?(\d{4}))(?!\d)/gu;
const NUMERIC = /(?:^|[^\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d./-])/;
const YEAR_FIRST = /(?:^|\D)(\d{4})\s?(?:[-/.]|年|년)\s?(\d{1,2})\s?(?:[-/.]|月|월)\s?(\d{1,2})(?!\d)/;

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** A day whose month is named, in our calendar or the Persian one. */
function dayNamed(name: string, year: string, date: number, now?: Date): Edtf | null {
  const month = monthOf(name);
  if (month && fullYear(year) >= EARLIEST_YEAR) return day(fullYear(year), month, date, now);
  const persian = persianMonth(name);
  const ours = persian && fromPersian(Number(year), persian, date);
  return ours ? day(...ours, now) : null;
}

export interface ReadingOfDates {
  /** Whether the month comes before the day in `3/4/2020`: true for US pages, null where nobody can tell. */
  readonly monthFirst?: boolean | null;
  readonly now?: Date;
}

export interface WrittenDate {
  readonly value: Edtf;
  /** Where in the text it stands. */
  readonly at: number;
  /** `3/4/2020`, which means two days. */
  readonly unclear: boolean;
}

/** The first day written out in a short text, in one of many languages; null where there is none. */
export function writtenDate(source: string, { monthFirst = null, now }: ReadingOfDates = {}): WrittenDate | null {
  const text = asciiDigits(source);
  const found: WrittenDate[] = [];
  const add = (at: number, value: Edtf | null, unclear = false): void => {
    if (value) found.push({ at, value, unclear });
  };
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [year, month, date] = [Number(first[1]), Number(first[2]), Number(first[3])];
    const ours = year < EARLIEST_YEAR ? fromPersian(year, month, date) : null;
    add(first.index, ours ? day(...ours, now) : day(year, month, date, now));
  }
  for (const named of text.matchAll(NAMED)) {
    const value = dayNamed(named[2] ?? named[4] ?? '', named[3] ?? named[6] ?? '', Number(named[1] ?? named[5]), now);
    add(named.index, value);
    if (value) break;
  }
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [a, b, year] = [Number(numeric[1]), Number(numeric[3]), fullYear(numeric[4] ?? '')];
    const unclear = a <= 12 && b <= 12 && a !== b && monthFirst === null && numeric[2] === '/';
    const american = b > 12 || (a <= 12 && monthFirst === true && numeric[2] !== '.');
    add(numeric.index, american ? day(year, a, b, now) : day(year, b, a, now), unclear);
  }
  const [best] = found.sort((x, y) => x.at - y.at);
  if (!best) return null;
  const clock = TIME_AFTER.exec(text.slice(best.at, best.at + 80).replace(/^\D?\d{1,2}[.]\d{1,2}[.]/, ''));
  return { ...best, value: withTime(best.value, clock?.[1], clock?.[2], clock?.[3], clock?.[4], clock?.[5]) };
}

/** A day as metadata states it: ISO 8601 and what passes for it, seconds since 1970, mail dates, words. Null where it is none. */
export function statedDate(source: string, reading: ReadingOfDates = {}): Edtf | null {
  const text = asciiDigits(source).trim().slice(0, 120);
  const iso = ISO.exec(text);
  if (iso) {
    const date = day(Number(iso[1]), Number(iso[2]), Number(iso[3]), reading.now);
    return date && withTime(date, iso[4], iso[5], iso[6], iso[7], iso[8]);
  }
  const epoch = EPOCH.exec(text);
  if (epoch) {
    const at = new Date(Number(epoch[1]) * 1000);
    const date = day(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), reading.now);
    return date && `${at.toISOString().slice(0, 19)}Z`;
  }
  const compact = COMPACT.exec(text);
  if (compact) {
    const date = day(Number(compact[1]), Number(compact[2]), Number(compact[3]), reading.now);
    return date && withTime(date, compact[4], compact[5], compact[6], undefined, compact[7]);
  }
  return writtenDate(text, reading)?.value ?? null;
}
