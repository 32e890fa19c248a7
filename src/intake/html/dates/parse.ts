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

const ZONE = String.raw`((?:UTC|GMT)?\s?[+-]\d{1,2}:?\d{2}(?!\d)|(?:UTC|GMT)\s?[+-]\d{1,2}(?!\d)|[+-]\d{2}(?!\d)|(?:Z|UTC|GMT)(?!\p{L}))`;
const CLOCK = String.raw`(\d{1,2})(?::|\s?h\s?)(\d{2})(?!\d)(?::(\d{2})(?:[.,]\d+)?)?\s?([ap]\.?m\.?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:\s*[T,]\s*|\s+)${CLOCK}\s*${ZONE}?)?`, 'iu');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?(?!\d)/;
const EPOCH = /^(\d{10})(\d{3})?$/;
const TIME_AFTER = new RegExp(String.raw`${CLOCK}\s*(?:\(?${ZONE})?`, 'iu');

/** `14:02, ` and `11:25 PM - ` before a day. */
const TIME_BEFORE = new RegExp(String.raw`(?<!\d)${CLOCK}[\s,|–-]{0,4}$`, 'iu');

const offset = (zone: string | undefined): string => {
  if (!zone) return '';
  if (/^(Z|UTC|GMT)$/i.test(zone)) return 'Z';
  const [, sign = '+', hours = '0', minutes = '00'] = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(zone.replace(/^\D*?(?=[+-])/, '')) ?? [];
  return Number(hours) > 14 ? '' : `${sign}${hours.padStart(2, '0')}:${minutes}`;
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

/** A month's name; in the Levant two words. */
const MONTH = String.raw`(\p{L}[\p{L}\p{M}]{1,14}(?:\s(?:الأول|الاول|الثاني))?)`;
const START = String.raw`(?:^|[^\p{L}\d])`;
const BETWEEN = String.raw`[\s.,،/-]{0,3}`;
const ORDINAL = String.raw`(?:st|nd|rd|th|er|º|ª|\.)?`;

/** How a day whose month is named is written; in each, which group is the year, the month, the day. */
const NAMED: readonly { readonly pattern: RegExp; readonly groups: readonly [year: number, month: number, date: number] }[] = [
  // 15 October 2024, le 15 octobre 2024, 15 de octubre de 2024, 15-Oct-24
  {
    pattern: new RegExp(
      String.raw`${START}(\d{1,2})${ORDINAL}${BETWEEN}(?:de |of |d['’])?\s?${MONTH}\.?,?(?:\s?/\s?\p{L}{3,14})?${BETWEEN}(?:de |del |of )?\s?(\d{4}|\d{2}(?=\s*(?:$|[|,;)–-]|\d{1,2}:)))(?!\d)`,
      'gu',
    ),
    groups: [3, 2, 1],
  },
  // October 15, 2024
  {
    pattern: new RegExp(String.raw`${START}${MONTH}\.?\s{0,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:at\s+)?(\d{4})(?!\d)`, 'gu'),
    groups: [3, 1, 2],
  },
  // Oct 15 07:30:00 +0000 2024, as machines write it
  {
    pattern: new RegExp(
      String.raw`${START}${MONTH}\s{1,2}(\d{1,2})\s\d{1,2}:\d{2}(?::\d{2})?\s(?:[A-Z]{2,5}\s|[+-]\d{4}\s)?(\d{4})(?!\d)`,
      'gu',
    ),
    groups: [3, 1, 2],
  },
  // 2024. október 15., 2024 m. spalio 15 d., 2024ko urriaren 15a, 2024 Oct 15
  {
    pattern: new RegExp(String.raw`${START}(\d{4})(?:\s?\(?e?\)?ko)?[.,]?\s?(?:m\.|оны)?\s{0,2}${MONTH}\.?\s{1,2}(\d{1,2})(?![\d:])`, 'gu'),
    groups: [1, 2, 3],
  },
  // 2024. gada 15. oktobris, 2024 жылғы 15 қазан
  { pattern: new RegExp(String.raw`${START}(\d{4})\.?\s?(?:gada|жылғы|жылы|ж\.)\s(\d{1,2})\.?[\s-]${MONTH}`, 'gu'), groups: [1, 3, 2] },
];

const NUMERIC = /(?:^|[^\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d./-]\d|\d)/;
const YEAR_FIRST = /(?:^|\D)(\d{4})\s?(?:[-/.]|年|년)\s?(\d{1,2})\s?(?:[-/.]|月|월)\s?(\d{1,2})(?!\d)/;
/** 15 tháng 10 năm 2024; 2024 оны 10-р сарын 15. */
const VIETNAMESE = /(?:^|\D)(\d{1,2})\s{1,2}tháng\s{1,2}(\d{1,2}),?\s{0,2}(?:năm\s{1,2})?(\d{4})(?!\d)/i;
const MONGOLIAN = /(?:^|\D)(\d{4})\s?оны\s(\d{1,2})\s?-?\p{L}{0,4}\sсарын\s(\d{1,2})(?!\d)/u;
/** Years counted from the beginning of a reign or a republic. */
const ERA = /(令和|平成|昭和|民國|民国)\s?(\d{1,3}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;
const ERA_BEGINS: Readonly<Record<string, number>> = { 令和: 2019, 平成: 1989, 昭和: 1926, 民國: 1912, 民国: 1912 };

/** Years of the Buddhist era, as Thai pages count: no other year is that large. */
const BUDDHIST = { first: 2480, last: 2650, ahead: 543 };
const commonYear = (year: number): number => (year >= BUDDHIST.first && year <= BUDDHIST.last ? year - BUDDHIST.ahead : year);
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : commonYear(Number(text)));

/** A month by its name; Hebrew writes "in" as a letter before it, Basque "of" as an ending. */
function monthNamed(name: string): number | null {
  const month = monthOf(name);
  if (month) return month;
  if (name.startsWith('ב')) return monthOf(name.slice(1));
  return name.endsWith('ren') ? monthOf(name.slice(0, -3)) : null;
}

/** A day whose month is named, in our calendar or the Persian one. */
function dayNamed(name: string, year: string, date: number, now?: Date): Edtf | null {
  const month = monthNamed(name);
  if (month && fullYear(year) >= EARLIEST_YEAR) return day(fullYear(year), month, date, now);
  const persian = persianMonth(name);
  const ours = persian && fromPersian(Number(year), persian, date);
  return ours ? day(...ours, now) : null;
}

export interface ReadingOfDates {
  /** Whether the month comes before the day in `3/4/2020`: true for US pages, null where nobody can tell. */
  readonly monthFirst?: boolean | null;
  /** Whether `24.10.15` begins with its year. */
  readonly yearFirst?: boolean;
  readonly now?: Date;
}

export interface WrittenDate {
  readonly value: Edtf;
  /** Where in the text it stands. */
  readonly at: number;
  /** `3/4/2020`, which means two days. */
  readonly unclear: boolean;
}

/** Days whose month is a number, in the order of the language that writes them so. */
function* numbered(text: string, { monthFirst = null, yearFirst = false, now }: ReadingOfDates): Generator<WrittenDate> {
  const found = (at: number, value: Edtf | null, unclear = false): readonly WrittenDate[] => (value ? [{ at, value, unclear }] : []);
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const [year, month, date] = [Number(first[1]), Number(first[2]), Number(first[3])];
    const ours = year < EARLIEST_YEAR ? fromPersian(year, month, date) : null;
    yield* found(first.index, ours ? day(...ours, now) : day(commonYear(year), month, date, now));
  }
  const era = ERA.exec(text);
  if (era) {
    const year = (ERA_BEGINS[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2])) - 1;
    yield* found(era.index, day(year, Number(era[3]), Number(era[4]), now));
  }
  const vietnamese = VIETNAMESE.exec(text);
  if (vietnamese) yield* found(vietnamese.index, day(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]), now));
  const mongolian = MONGOLIAN.exec(text);
  if (mongolian) yield* found(mongolian.index, day(Number(mongolian[1]), Number(mongolian[2]), Number(mongolian[3]), now));
  const numeric = NUMERIC.exec(text);
  if (!numeric) return;
  const [a, b, written] = [Number(numeric[1]), Number(numeric[3]), numeric[4] ?? ''];
  const year = fullYear(written);
  if (written.length === 2 && yearFirst) {
    yield* found(numeric.index, day(2000 + a, b, Number(written), now));
    return;
  }
  const unclear = a <= 12 && b <= 12 && a !== b && monthFirst === null && numeric[2] !== '.';
  const american = b > 12 || (a <= 12 && monthFirst === true && numeric[2] !== '.');
  yield* found(numeric.index, american ? day(year, a, b, now) : day(year, b, a, now), unclear);
}

/** Days whose month is named: of each way of writing one, the first that is a day. */
function* named(text: string, now?: Date): Generator<WrittenDate> {
  for (const { pattern, groups } of NAMED) {
    for (const match of text.matchAll(pattern)) {
      const [year, month, date] = groups.map((group) => match[group] ?? '') as [string, string, string];
      const value = dayNamed(month, year, Number(date), now);
      if (!value) continue;
      yield { at: match.index, value, unclear: false };
      break;
    }
  }
}

/** The first day written out in a short text, in one of many languages; null where there is none. */
export function writtenDate(source: string, reading: ReadingOfDates = {}): WrittenDate | null {
  const text = asciiDigits(source);
  const [best] = [...numbered(text, reading), ...named(text, reading.now)].sort((x, y) => x.at - y.at);
  if (!best) return null;
  const clock = TIME_AFTER.exec(text.slice(best.at, best.at + 80).replace(/^\D?\d{1,2}[.]\d{1,2}[.]/, ''));
  const [, hour, minute, second, half, zone] = clock ?? TIME_BEFORE.exec(text.slice(Math.max(0, best.at - 20), best.at + 1)) ?? [];
  return { ...best, value: withTime(best.value, hour, minute, second, half, zone) };
}

/**
 * A day as metadata states it: ISO 8601 and what passes for it, seconds since 1970, mail dates, words. Null where it is none, or where
 * nobody can tell which of two days it is.
 */
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
  const written = writtenDate(text, reading);
  return written && !written.unclear ? written.value : null;
}
