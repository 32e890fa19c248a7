import { isCapital, numberAt, ordinalAt, spelledYearAt } from './number.ts';
import type { Hit, WordClass } from './pattern.ts';
import { adjoins, isDigits, type Tokens } from './tokens.ts';
import { HOLIDAYS } from './words/holidays.ts';
import { DOUBTFUL_MONTHS, MONTHS, SHORT_MONTHS } from './words/months.ts';
import { ONES, ORDINALS, SCALES, TENS, VAGUE_COUNTS } from './words/numbers.ts';
import { DAY_PART_PLURALS, DAY_PARTS, NAMED_DECADES, PICKS, SEASONS } from './words/parts.ts';
import { UNITS } from './words/units.ts';
import { NAMED_DAYS, SHORT_WEEKDAYS, WEEKDAY_PLURALS, WEEKDAYS } from './words/weekdays.ts';
import { OPEN_ZONES, ZONES } from './words/zones.ts';

/** A class that is a table: one token, and a full stop after it where the word is `short`. */
const table = <Value>(rows: ReadonlyMap<string, Value>, short: (word: string) => boolean = () => false): WordClass<Value> => ({
  first: { words: [...rows.keys()], digits: false },
  match: (tokens, at) => {
    const word = tokens.lower[at] as string;
    const value = rows.get(word);
    if (value === undefined) return undefined;
    const stop = short(word) && tokens.lower[at + 1] === '.' && adjoins(tokens, at + 1);
    return { end: stop ? at + 2 : at + 1, value };
  },
});

/** A class of digits within bounds, written with `widths` digits. */
const digits = (low: number, high: number, widths: readonly number[]): WordClass<number> => ({
  first: { words: [], digits: true },
  match: (tokens, at) => {
    const word = tokens.lower[at] as string;
    if (!isDigits(word) || !widths.includes(word.length)) return undefined;
    const value = Number(word);
    return value >= low && value <= high ? { end: at + 1, value } : undefined;
  },
});

/** A month's name; in capitals, or a short name with a stop: "may" and "march" in small letters are verbs. */
const month: WordClass<number> = (() => {
  const names = table(MONTHS, (word) => SHORT_MONTHS.has(word));
  return { first: names.first, match: (tokens, at) => (isCapital(tokens, at) ? names.match(tokens, at) : undefined) };
})();
/** A month's name that is nothing else, so that it may stand alone. */
const sureMonth: WordClass<number> = {
  first: month.first,
  match: (tokens, at) => (DOUBTFUL_MONTHS.has(tokens.lower[at] as string) ? undefined : month.match(tokens, at)),
};

const weekdayNames = table(WEEKDAYS, (word) => SHORT_WEEKDAYS.has(word));
/** A day of the week; "Black Monday" and "Super Tuesday" are names. */
const allWeekdays: WordClass<number> = {
  first: weekdayNames.first,
  match: (tokens, at) =>
    NAMED_DAYS.has(tokens.lower[at - 1] ?? '') && isCapital(tokens, at - 1) ? undefined : weekdayNames.match(tokens, at),
};
const weekday: WordClass<number> = {
  first: allWeekdays.first,
  match: (tokens, at) => (SHORT_WEEKDAYS.has(tokens.lower[at] as string) ? undefined : allWeekdays.match(tokens, at)),
};

const dayDigits = digits(1, 31, [1, 2]);
const yearDigits = digits(1000, 2199, [4]);
const shortYearDigits = digits(0, 99, [2]);
const hourMinuteDigits = digits(0, 2400, [4]);

/** "8", "8th", "eighth": a day of the month. */
const dayOfMonth: WordClass<number> = {
  first: { words: [...ORDINALS.keys()], digits: true },
  match: (tokens, at) => {
    const ordinal = ordinalAt(tokens, at);
    if (ordinal) return ordinal.value >= 1 && ordinal.value <= 31 ? ordinal : undefined;
    return dayDigits.match(tokens, at);
  },
};
/** "20th", in figures: "the second" is more often no day. */
const numberedDay: WordClass<number> = {
  first: { words: [], digits: true },
  match: (tokens, at) => {
    const hit = isDigits(tokens.lower[at]) ? ordinalAt(tokens, at) : undefined;
    return hit && hit.value >= 1 && hit.value <= 31 ? hit : undefined;
  },
};
const ordinal: WordClass<number> = { first: { words: [...ORDINALS.keys(), ...TENS.keys()], digits: true }, match: ordinalAt };

/** A year in four digits that no unit or sign makes a count. */
const year: WordClass<number> = {
  first: { words: [], digits: true },
  match: (tokens, at) => {
    const hit = yearDigits.match(tokens, at);
    if (!hit || partOfNumber(tokens, at)) return undefined;
    return hit;
  },
};
function partOfNumber(tokens: Tokens, at: number): boolean {
  const before = tokens.lower[at - 1];
  const after = tokens.lower[at + 1];
  if ((before === '.' || before === ',') && adjoins(tokens, at) && isDigits(tokens.lower[at - 2])) return true;
  if ((after === '.' || after === ',') && adjoins(tokens, at + 1) && adjoins(tokens, at + 2) && isDigits(tokens.lower[at + 2])) return true;
  return before === '$' || before === '£' || before === '€' || before === '#' || after === '%' || after === '°';
}

const shortYear: WordClass<number> = {
  first: { words: ["'"], digits: false },
  match: (tokens, at) => {
    if (tokens.lower[at] !== "'" || !adjoins(tokens, at + 1)) return undefined;
    const hit = shortYearDigits.match(tokens, at + 1);
    return hit && { end: hit.end, value: hit.value + (hit.value > 49 ? 1900 : 2000) };
  },
};

const numberFirst = [...ONES.keys(), ...TENS.keys(), 'hundred', 'thousand', 'half', 'a'];
const number: WordClass<number> = { first: { words: numberFirst, digits: true }, match: numberAt };
const spelledYear: WordClass<number> = { first: { words: [...ONES.keys(), ...TENS.keys()], digits: false }, match: spelledYearAt };

/** "three", "a", "a couple of", "several": `null` where the words tell no number. */
const count: WordClass<number | null> = {
  first: { words: [...numberFirst, ...SCALES.keys(), ...VAGUE_COUNTS, 'a', 'an', 'couple', 'another'], digits: true },
  match: (tokens, at): Hit<number | null> | undefined => {
    const word = tokens.lower[at] as string;
    const rest = word === 'a' || word === 'an' || word === 'another' ? at + 1 : at;
    const next = tokens.lower[rest] as string;
    if (next === 'couple') return { end: tokens.lower[rest + 1] === 'of' ? rest + 2 : rest + 1, value: 2 };
    if (next === 'dozen') return { end: rest + 1, value: 12 };
    if (VAGUE_COUNTS.has(next)) return { end: tokens.lower[rest + 1] === 'of' ? rest + 2 : rest + 1, value: null };
    const number = numberAt(tokens, at);
    if (number) return number;
    return rest > at ? { end: rest, value: 1 } : undefined;
  },
};

/** Names of holidays: tokens by their first word. */
const holidayNames = HOLIDAYS.flatMap(({ names }, index) =>
  names.map((name) => ({ index, words: name.replace(/'/g, " ' ").split(/\s+/) })),
);
const holiday: WordClass<number> = {
  first: { words: [...new Set(holidayNames.map(({ words }) => words[0] as string))], digits: false },
  match: (tokens, at) => {
    if (!isCapital(tokens, at)) return undefined;
    let best: Hit<number> | undefined;
    for (const { index, words } of holidayNames)
      if (words.length > (best?.end ?? at) - at && words.every((word, i) => tokens.lower[at + i] === word))
        best = { end: at + words.length, value: index };
    return best;
  },
};

const zoneNames = table(new Map<string, string | null>([...[...OPEN_ZONES].map((word) => [word, null] as const), ...ZONES]));
/** "GMT", "EDT", "GMT+8", "UTC -3". */
const zone: WordClass<string | null> = {
  first: zoneNames.first,
  match: (tokens, at) => {
    const named = zoneNames.match(tokens, at);
    const sign = named?.value === 'Z' ? tokens.lower[at + 1] : undefined;
    const hours = tokens.lower[at + 2];
    if ((sign !== '+' && sign !== '-') || !isDigits(hours) || Number(hours) > 14 || !adjoins(tokens, at + 2)) return named;
    return { end: at + 3, value: `${sign}${String(Number(hours)).padStart(2, '0')}:00` };
  },
};

/** "a.m.", "pm": which half of the day. */
const half: WordClass<string> = {
  first: { words: ['a', 'p', 'am', 'pm'], digits: false },
  match: (tokens, at) => {
    const word = tokens.lower[at] as string;
    if (word === 'am' || word === 'pm') return { end: at + 1, value: word[0] as string };
    if ((word !== 'a' && word !== 'p') || tokens.lower[at + 1] !== '.' || tokens.lower[at + 2] !== 'm') return undefined;
    return { end: tokens.lower[at + 3] === '.' && adjoins(tokens, at + 3) ? at + 4 : at + 3, value: word };
  },
};

/** "BC", "B.C.", "BCE". */
const bc: WordClass<true> = {
  first: { words: ['bc', 'bce', 'b'], digits: false },
  match: (tokens, at) => {
    const word = tokens.lower[at] as string;
    if (word === 'bc' || word === 'bce') return { end: at + 1, value: true };
    if (word !== 'b' || tokens.lower[at + 1] !== '.' || tokens.lower[at + 2] !== 'c') return undefined;
    return { end: tokens.lower[at + 3] === '.' && adjoins(tokens, at + 3) ? at + 4 : at + 3, value: true };
  },
};

/** "0735": an hour and minutes. */
const hhmm: WordClass<{ readonly hour: number; readonly minute: number }> = {
  first: { words: [], digits: true },
  match: (tokens, at) => {
    const hit = hourMinuteDigits.match(tokens, at);
    const minute = (hit?.value ?? 0) % 100;
    return hit && minute < 60 ? { end: hit.end, value: { hour: Math.floor(hit.value / 100), minute } } : undefined;
  },
};

/** The classes that a pattern may name. `{date}` is added by the grammar. */
export const CLASSES: ReadonlyMap<string, WordClass> = new Map<string, WordClass>([
  ['month', month],
  ['sureMonth', sureMonth],
  ['weekday', weekday],
  ['anyWeekday', allWeekdays],
  ['weekdays', table(WEEKDAY_PLURALS)],
  ['day', dayOfMonth],
  ['numberedDay', numberedDay],
  ['ordinal', ordinal],
  ['year', year],
  ['shortYear', shortYear],
  ['spelledYear', spelledYear],
  ['number', number],
  ['count', count],
  ['unit', table(UNITS)],
  ['one', table(new Map([...UNITS].filter(([, unit]) => !unit.plural)))],
  ['units', table(new Map([...UNITS].filter(([, unit]) => unit.plural)))],
  ['season', table(SEASONS)],
  ['part', table(DAY_PARTS)],
  ['parts', table(DAY_PART_PLURALS)],
  ['pick', table(PICKS)],
  ['namedDecade', table(NAMED_DECADES)],
  ['holiday', holiday],
  ['zone', zone],
  ['half', half],
  ['bc', bc],
  ['upTo4', digits(1, 9999, [1, 2, 3, 4])],
  ['one12', table(new Map([...ONES].filter(([, n]) => n >= 1 && n <= 12)))],
  ['hhmm', hhmm],
  ['quarterNumber', digits(1, 4, [1])],
  ['hour', digits(0, 24, [1, 2])],
  ['minute', digits(0, 59, [2])],
  ['monthNumber', digits(1, 12, [1, 2])],
  ['dayNumber', digits(1, 31, [1, 2])],
  ['two', digits(0, 99, [2])],
  ['four', digits(0, 9999, [4])],
  ['any2', digits(0, 99, [1, 2])],
]);
