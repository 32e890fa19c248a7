import { CENTS, CURRENCIES } from './money.data.ts';
import { GLUED_SCALES, ORDINALS, PARTS, SCALES, SMALL, TENS, VAGUE, VULGAR } from './numbers.data.ts';
import { feetAndInches, type Numeral, numeralAt } from './numerals.ts';
import { phrases } from './phrases.ts';
import { at, isWord, type Token } from './tokens.ts';
import { UNITS } from './units.data.ts';

/** A unit as read: the name for people, the UCUM code where there is one. */
export interface Unit {
  readonly unit: string;
  readonly ucum: string | null;
  readonly kind: 'measure' | 'money';
}

/** One number with its sign, currency and unit: tokens [from, to). */
export interface Atom {
  readonly from: number;
  readonly to: number;
  readonly numeral: Numeral;
  readonly value: number;
  readonly unit: Unit | null;
  /** The unit's words were written here, after the number (not a currency mark before it). */
  readonly unitAfter: boolean;
  /** The unit is joined by a hyphen: "20-year". */
  readonly hyphened: boolean;
}

const MEASURES = phrases(UNITS.flatMap((row) => row.words.map((words) => [words, row] as const)));
const MARKS = phrases(CURRENCIES.flatMap((row) => row.marks.map((mark) => [mark, row.code] as const)));
const MONEY_WORDS = phrases(CURRENCIES.flatMap((row) => row.words.map((words) => [words, row.code] as const)));

/** Words that are currencies only behind a large round number: "won", "real" and "crowns" are words of their own. */
const DOUBTFUL_MONEY = new Set(['won', 'real', 'reals', 'crowns', 'quid', 'rand', 'dong']);
/** Symbols that may stand apart from their digits; other short ones must be written against them ("30m", not "30 m"). */
const APART = new Set([
  'km',
  'kg',
  'cm',
  'mm',
  'ft',
  'lb',
  'lbs',
  'oz',
  'mg',
  'ml',
  'ha',
  'hp',
  'hr',
  'yr',
  'GB',
  'MB',
  'TB',
  'KB',
  'MW',
  'GW',
  'kW',
  'TW',
  'Hz',
  'dB',
  'PB',
  'kJ',
  'MJ',
  'Nm',
  'nm',
  'cc',
  'ms',
  '%',
  '°',
  'sq',
]);

const STARTERS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...VAGUE.keys(),
  ...['a', 'an', 'half', 'several', 'few', 'many'],
]);

const hyphenAt = (tokens: readonly Token[], i: number): boolean =>
  (at(tokens, i).text === '-' || at(tokens, i).text === '‑') && at(tokens, i).glued && at(tokens, i + 1).glued;

/** The unit of measure that begins at `i`, if the words can be one there. */
function measureAt(tokens: readonly Token[], i: number, numeral: Numeral): { unit: Unit; to: number } | null {
  const first = at(tokens, i);
  if (first.opens && i !== numeral.from) return null;
  const found = MEASURES.from(tokens, i);
  if (!found) return null;
  const { row, to } = found;
  const short = to === i + 1 && first.text.length <= 2 && !APART.has(first.text);
  if (short && !(first.glued && numeral.form === 'digits')) return null;
  if (first.lower === 'second' && numeral.value !== 1 && !hyphenAt(tokens, i - 1)) return null;
  if (first.glued && isWord(at(tokens, to)) && at(tokens, to).glued) return null;
  // Nobody weighs anything in millions of pounds.
  if (row.unit === 'pounds' && numeral.scale >= 1e6) return { unit: { unit: 'GBP', ucum: null, kind: 'money' }, to };
  return { unit: { unit: row.unit, ucum: row.ucum, kind: 'measure' }, to };
}

/** The currency's words that begin at `i`. */
function moneyAfter(tokens: readonly Token[], i: number, numeral: Numeral): { unit: Unit; to: number } | null {
  const first = at(tokens, i);
  if (first.opens) return null;
  const cents = CENTS.get(first.lower);
  if (cents !== undefined && (first.text !== 'p' || first.glued)) return { unit: { unit: cents, ucum: null, kind: 'money' }, to: i + 1 };
  const found =
    MONEY_WORDS.from(tokens, i) ?? (/^[€£₽₴₺₪¥₩₹฿₫$]$/u.test(first.text) && !at(tokens, i + 1).glued ? MARKS.from(tokens, i) : null);
  if (!found || (DOUBTFUL_MONEY.has(first.lower) && numeral.scale < 1000)) return null;
  return { unit: { unit: found.row, ucum: null, kind: 'money' }, to: found.to };
}

/** "per hour", "a day", "per share" behind a unit. */
function perAfter(tokens: readonly Token[], i: number): { per: string; to: number } | null {
  const word = at(tokens, i).lower;
  if (word !== 'per' && word !== 'a' && word !== 'an' && at(tokens, i).text !== '/') return null;
  const next = at(tokens, i + 1);
  if (!isWord(next)) return null;
  // "35 dollars a year earlier": a date, and no rate.
  if (word === 'a' && ['ago', 'earlier', 'before', 'later', 'previously'].includes(at(tokens, i + 2).lower)) return null;
  if (
    word !== 'per' &&
    ![
      'day',
      'week',
      'month',
      'year',
      'hour',
      'minute',
      'second',
      'share',
      'barrel',
      'head',
      'piece',
      'tonne',
      'ton',
      'gallon',
      'litre',
      'night',
    ].includes(next.lower)
  )
    return null;
  return { per: next.lower, to: i + 2 };
}

/** Whether a number could begin here: keeps the walk over a text cheap. */
export const mayBegin = (token: Token): boolean =>
  token.kind === 'digits' ||
  (isWord(token) ? STARTERS.has(token.lower) || MARKS_FIRST.has(token.text) : VULGAR.has(token.text) || MARKS_FIRST.has(token.text));

const MARKS_FIRST: ReadonlySet<string> = new Set(
  CURRENCIES.flatMap((row) => row.marks.map((mark) => /^(?:\p{L}+|.)/u.exec(mark)?.[0] ?? mark)),
);

/** The currency mark that begins at `i` with a number right behind it. */
function markAt(tokens: readonly Token[], i: number): { code: string; to: number } | null {
  const found = MARKS.from(tokens, i);
  if (!found) return null;
  const next = at(tokens, found.to);
  const first = at(tokens, i);
  const letters = isWord(at(tokens, found.to - 1));
  if (next.kind !== 'digits' && !(isWord(next) && STARTERS.has(next.lower) && !letters)) return null;
  // A lone letter or two ("N", "RM") is a currency only when written against the digits.
  if (letters && !next.glued && first.text.length < 3 && first.text !== 'Rs') return null;
  if (letters && first.glued && i > 0) return null;
  return { code: found.row, to: found.to };
}

/** Minus written as a sign or a word. */
function negativeBefore(tokens: readonly Token[], i: number): boolean {
  const sign = at(tokens, i - 1);
  if (sign.lower === 'minus') return at(tokens, i - 2).lower !== 'or';
  if (sign.text === '−') return at(tokens, i).glued && (!sign.glued || at(tokens, i - 2).text === '(');
  return sign.text === '-' && at(tokens, i).glued && !sign.glued && i >= 2 && !sign.opens && at(tokens, i).kind === 'digits';
}

/** Things that are counted, not raced over: behind "3.2m" they say that the m is for million. */
const RACED = new Set(['metres', 'meters', 'hurdles', 'sprinters', 'runners', 'races', 'relays', 'heats', 'finals', 'waves', 'seas']);
const countsMillions = (tokens: readonly Token[], i: number): boolean => {
  const word = at(tokens, i).lower;
  if (['pound', 'pounds', 'people', 'have', 'had', 'are', 'were', 'others'].includes(word)) return true;
  return isWord(at(tokens, i)) && !at(tokens, i).glued && /[^s']s$/.test(word) && word.length > 3 && !RACED.has(word);
};

const COMPARED = new Set(['against', 'from', 'to', 'than', 'with', 'and']);
/** How far back the first of two figures that are compared may stand. */
const COMPARED_WITHIN = 16;
/** "37.4m phones, against 35.1m": what the m of the first figure stands for holds for the second. */
function saidMillionsBefore(tokens: readonly Token[], i: number): boolean {
  if (!COMPARED.has(at(tokens, i - 1).lower)) return false;
  for (let k = i - 1; k > i - COMPARED_WITHIN && k > 0; k -= 1)
    if (at(tokens, k).text === 'm' && at(tokens, k).glued && at(tokens, k - 1).kind === 'digits') return countsMillions(tokens, k + 1);
  return false;
}

/** The number that begins at token `i` with its currency and unit, or null. */
export function atomAt(tokens: readonly Token[], i: number, text: string): Atom | null {
  const mark = markAt(tokens, i);
  const start = mark ? mark.to : i;
  const letter = at(tokens, start + 1);
  const named =
    letter.glued &&
    /^[mbt]$/.test(letter.text) &&
    (MONEY_WORDS.from(tokens, start + 2) !== null || countsMillions(tokens, start + 2) || saidMillionsBefore(tokens, start));
  const numeral = numeralAt(tokens, start, text, mark !== null || named);
  if (!numeral) return null;
  const sign = mark ? i : numeral.from;
  const negative = (numeral.form === 'digits' || at(tokens, sign - 1).lower === 'minus') && negativeBefore(tokens, sign);
  const from = negative ? sign - 1 : sign;
  const value = negative ? -numeral.value : numeral.value;
  const hyphened = hyphenAt(tokens, numeral.to);
  const next = hyphened ? numeral.to + 1 : numeral.to;
  if (mark) {
    const again = moneyAfter(tokens, next, numeral);
    const to = again && again.unit.unit === mark.code ? again.to : numeral.to;
    const per = perAfter(tokens, to);
    const unit: Unit = { unit: per ? `${mark.code} per ${per.per}` : mark.code, ucum: null, kind: 'money' };
    return { from, to: per ? per.to : to, numeral, value, unit, unitAfter: to > numeral.to, hyphened: false };
  }
  if (feetAndInches(tokens, i))
    return {
      from,
      to: numeral.to,
      numeral,
      value,
      unit: { unit: 'feet', ucum: '[ft_i]', kind: 'measure' },
      unitAfter: true,
      hyphened: false,
    };
  // "half an hour", "two and a half hours": the unit follows as it does after any number.
  const found = measureAt(tokens, next, numeral) ?? moneyAfter(tokens, next, numeral);
  if (!found) return { from, to: numeral.to, numeral, value, unit: null, unitAfter: false, hyphened };
  const per = perAfter(tokens, found.to);
  const unit = per ? { ...found.unit, unit: `${found.unit.unit} per ${per.per}`, ucum: null } : found.unit;
  return { from, to: per ? per.to : found.to, numeral, value, unit, unitAfter: true, hyphened };
}

/** Letters that may stand against digits without making them a name: units, scales, ordinal endings are judged elsewhere. */
export const isNumberWord = (word: string): boolean =>
  SMALL.has(word) ||
  TENS.has(word) ||
  SCALES.has(word) ||
  VAGUE.has(word) ||
  PARTS.has(word) ||
  ORDINALS.has(word) ||
  GLUED_SCALES.has(word);
