import { GLUED_MONEY_SCALES, GLUED_SCALES, ORDINALS, PARTS, SCALES, SMALL, TENS, VAGUE, VULGAR } from './numbers.data.ts';
import { at, isWord, type Token } from './tokens.ts';

/** A number as it is written: tokens [from, to) and its value. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** `vague`: "hundreds", a lower bound; `part`: "two-thirds"; `couple`: about two. */
  readonly form: 'digits' | 'words' | 'part' | 'vague' | 'couple';
  /** The factor of the scale word it ends with ("million"), 1 where there is none. */
  readonly scale: number;
}

const MAX_DIGITS = 24;

/** The digits of one script as ASCII; null where scripts are mixed. */
function asciiDigits(text: string): string | null {
  if (/^[\d.,]+$/.test(text)) return text;
  let zero: number | null = null;
  let out = '';
  for (const char of text) {
    if (char === '.' || char === ',') {
      out += char;
      continue;
    }
    const code = char.codePointAt(0) as number;
    // Every script's ten digits stand in a row, so the zero is found by walking down while the neighbours are digits.
    let start = code;
    while (code - start < 9 && /\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
    const base: number = zero ?? start;
    if (code - base < 0 || code - base > 9) return null;
    zero = base;
    out += String(code - base);
  }
  return out;
}

const GROUPED = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;

/** The value of a run of digits with separators; null for versions, addresses, lists, mixed scripts and what no double can hold. */
export function digitsValue(text: string): number | null {
  if (text.length > MAX_DIGITS * 2) return null;
  const ascii = asciiDigits(text);
  if (ascii === null || ascii.replace(/\D/g, '').length > MAX_DIGITS) return null;
  if (PLAIN.test(ascii)) return Number(ascii);
  if (GROUPED.test(ascii)) return Number(ascii.replaceAll(',', ''));
  return null;
}

const glue = (tokens: readonly Token[], i: number): boolean => at(tokens, i).text === '-' && at(tokens, i).glued && at(tokens, i + 1).glued;

/** `i` moved over one hyphen that is written without spaces. */
const skipHyphen = (tokens: readonly Token[], i: number): number =>
  glue(tokens, i) || (at(tokens, i).text === '‑' && at(tokens, i).glued) ? i + 1 : i;

const GROUP_SPACE = new Set(['\u00a0', '\u202f', '\u2009']);

/** Digits, their groups parted by a hard space, a vulgar fraction or "1/2" behind them. */
function digitNumeral(tokens: readonly Token[], i: number, text: string): { value: number; to: number } | null {
  const token = at(tokens, i);
  if (token.kind === 'mark') {
    const vulgar = VULGAR.get(token.text);
    return vulgar === undefined ? null : { value: vulgar, to: i + 1 };
  }
  let to = i + 1;
  let written = token.text;
  while (
    to - i < 6 &&
    at(tokens, to).kind === 'digits' &&
    /^\d{3}(?:\.\d+)?$/.test(at(tokens, to).text) &&
    /^\d{1,3}$/.test(written.slice(written.lastIndexOf(',') + 1)) &&
    at(tokens, to).start === at(tokens, to - 1).end + 1 &&
    (GROUP_SPACE.has(text[at(tokens, to - 1).end] ?? '') || at(tokens, to).text === '000')
  ) {
    written += `,${at(tokens, to).text}`;
    to += 1;
  }
  const value = leadingPoint(tokens, i) ?? digitsValue(written) ?? decimalComma(tokens, i);
  if (value === null) return null;
  const feet = feetAndInches(tokens, i);
  if (feet) return { value: feet.value, to: feet.to };
  const vulgar = VULGAR.get(at(tokens, to).text);
  if (vulgar !== undefined) return { value: value + vulgar, to: to + 1 };
  if (isShare(tokens, i)) return { value: Number(token.text) / Number(at(tokens, i + 2).text), to: i + 3 };
  // "2 1/4" and, as markets write it, "2-1/4".
  const whole = to;
  if (glue(tokens, to)) to += 1;
  const [top, slash, bottom] = [at(tokens, to), at(tokens, to + 1), at(tokens, to + 2)];
  if (
    top.kind === 'digits' &&
    slash.text === '/' &&
    slash.glued &&
    bottom.glued &&
    /^[1-9]$/.test(top.text) &&
    /^[2-9]$|^1[0-6]$/.test(bottom.text) &&
    (to > whole || !top.glued)
  )
    return { value: value + Number(top.text) / Number(bottom.text), to: to + 3 };
  return { value, to: whole };
}

/** ".300": a decimal with no nought before its point. */
function leadingPoint(tokens: readonly Token[], i: number): number | null {
  const [point, token] = [at(tokens, i - 1), at(tokens, i)];
  return point.text === '.' && token.glued && !point.glued && !point.opens && /^\d{1,6}$/.test(token.text)
    ? Number(`0.${token.text}`)
    : null;
}

/** "8,26%", "€1,2 million": a comma before one or two digits is a decimal one where a sign of money, a percent or a scale stands beside it. */
function decimalComma(tokens: readonly Token[], i: number): number | null {
  const token = at(tokens, i);
  if (!/^\d{1,3},\d{1,2}$/.test(token.text)) return null;
  const after = at(tokens, i + 1).lower;
  const beside = after === '%' || after === 'percent' || after === 'per' || SCALES.has(after) || /^[€£$]$/.test(at(tokens, i - 1).text);
  return beside ? Number(token.text.replace(',', '.')) : null;
}

/** "3/4 of the budget". */
function isShare(tokens: readonly Token[], i: number): boolean {
  const [top, slash, bottom, of] = [at(tokens, i), at(tokens, i + 1), at(tokens, i + 2), at(tokens, i + 3)];
  if (slash.text !== '/' || !slash.glued || !bottom.glued || of.lower !== 'of' || at(tokens, i - 1).text === '/') return false;
  return /^[1-9]$/.test(top.text) && /^[2-9]$|^1[0-6]$/.test(bottom.text) && Number(top.text) < Number(bottom.text);
}

/** `6'3"`: feet and inches as a number of feet; the unit is told by its marks. */
export function feetAndInches(tokens: readonly Token[], i: number): { readonly value: number; readonly to: number } | null {
  const [feet, mark, inches, end] = [at(tokens, i), at(tokens, i + 1), at(tokens, i + 2), at(tokens, i + 3)];
  if (!/^[1-9]$/.test(feet.text) || !/^['’′]$/.test(mark.text) || !mark.glued || !inches.glued) return null;
  if (!/^(?:\d|1[01])$/.test(inches.text) || !/^["”″]$/.test(end.text) || !end.glued) return null;
  return { value: Number(feet.text) + Number(inches.text) / 12, to: i + 4 };
}

/** "twenty-five", "nineteen", "two hundred and six": a number below a thousand in words. */
function wordsBelowThousand(tokens: readonly Token[], i: number): { value: number; to: number } | null {
  const first = at(tokens, i).lower;
  const tens = TENS.get(first);
  let value: number;
  let to = i + 1;
  if (tens !== undefined) {
    value = tens;
    const unit = skipHyphen(tokens, to);
    const small = SMALL.get(at(tokens, unit).lower);
    if (small !== undefined && small > 0 && small < 10) {
      value += small;
      to = unit + 1;
    }
  } else {
    const small = SMALL.get(first);
    if (small === undefined) return null;
    value = small;
  }
  if (at(tokens, skipHyphen(tokens, to)).lower !== 'hundred' || value >= 100) return { value, to };
  value *= 100;
  to = skipHyphen(tokens, to) + 1;
  const rest = at(tokens, to).lower === 'and' ? to + 1 : to;
  const below = below100(tokens, rest);
  return below && (rest > to || !at(tokens, rest).opens) ? { value: value + below.value, to: below.to } : { value, to };
}

function below100(tokens: readonly Token[], i: number): { value: number; to: number } | null {
  const word = at(tokens, i).lower;
  if (!TENS.has(word) && !SMALL.has(word)) return null;
  const found = TENS.has(word) || (SMALL.get(word) ?? 0) > 0 ? wordsTens(tokens, i) : null;
  return found;
}

function wordsTens(tokens: readonly Token[], i: number): { value: number; to: number } {
  const tens = TENS.get(at(tokens, i).lower);
  if (tens === undefined) return { value: SMALL.get(at(tokens, i).lower) ?? 0, to: i + 1 };
  const unit = skipHyphen(tokens, i + 1);
  const small = SMALL.get(at(tokens, unit).lower);
  return small !== undefined && small > 0 && small < 10 ? { value: tens + small, to: unit + 1 } : { value: tens, to: i + 1 };
}

/** "point five" after a number in words. */
function pointWords(tokens: readonly Token[], i: number): { value: number; to: number } | null {
  if (at(tokens, i).lower !== 'point') return null;
  let digits = '';
  let to = i + 1;
  while (digits.length < 6 && (SMALL.get(at(tokens, to).lower) ?? 10) < 10) {
    digits += String(SMALL.get(at(tokens, to).lower));
    to += 1;
  }
  return digits === '' ? null : { value: Number(`0.${digits}`), to };
}

/** The scale word at `i` ("million", "-dozen"), or one written against digits ("bn", "k"; "m" only where `money`). */
function scaleAt(tokens: readonly Token[], i: number, money: boolean, digits: boolean): { factor: number; to: number } | null {
  const token = at(tokens, i);
  if (digits && isWord(token) && token.glued) {
    const factor = SCALES.get(token.lower) ?? GLUED_SCALES.get(token.text) ?? (money ? GLUED_MONEY_SCALES.get(token.text) : undefined);
    if (factor !== undefined) return { factor, to: i + 1 };
  }
  const word = skipHyphen(tokens, i);
  const spaced = at(tokens, word);
  if (!isWord(spaced) || (digits && spaced.glued && word === i)) return null;
  const factor = SCALES.get(spaced.lower);
  if (factor !== undefined) return { factor, to: word + 1 };
  if (money && digits && (spaced.text === 'm' || spaced.text === 'M')) return { factor: 1e6, to: word + 1 };
  return null;
}

/** Nouns that a third or a quarter is one of in a row, not a part of: "a third person". */
const PART_NOUNS = new Set([
  'party',
  'person',
  'man',
  'woman',
  'time',
  'way',
  'century',
  'final',
  'finals',
  'hour',
  'mile',
  'point',
  'term',
  'year',
  'day',
  'attempt',
  'option',
  'country',
  'state',
  'child',
  'degree',
]);
const HALF_BEFORE = new Set(['by', 'almost', 'nearly', 'about', 'around', 'roughly', 'than', 'over']);
const HALF_AFTER = new Set([
  'in',
  'since',
  'from',
  'to',
  'and',
  'last',
  'this',
  'over',
  'on',
  'after',
  'between',
  'during',
  'within',
  'are',
  'were',
  'have',
  'said',
  'say',
]);

/** Half, a third and the like of the scale or of one: "half a million", "two and a half", "a quarter of". */
function partNumeral(tokens: readonly Token[], i: number): Numeral | null {
  const first = at(tokens, i).lower;
  const article = first === 'a' || first === 'one' || first === 'an';
  const numerator = article ? 1 : first === 'half' ? null : SMALL.get(first);
  if (first === 'half') {
    const next = at(tokens, i + 1).lower;
    if (next === 'a' || next === 'an') {
      const scale = SCALES.get(at(tokens, i + 2).lower);
      if (scale !== undefined) return { from: i, to: i + 3, value: scale / 2, form: 'words', scale };
      return { from: i, to: i + 2, value: 0.5, form: 'part', scale: 1 };
    }
    if (['of', 'the', 'its', 'their', 'his', 'her', 'our', 'all', 'those', 'that', 'these'].includes(next)) {
      const before = at(tokens, i - 1).lower;
      if (['first', 'second', 'other', 'top', 'bottom', 'opening', 'latter', 'front', 'back', 'in'].includes(before)) return null;
      return partOf(tokens, { from: i, to: i + 1, value: 0.5, form: 'part', scale: 1 });
    }
    // "fell by almost half": nothing follows that it could be a half of.
    const measured = HALF_BEFORE.has(at(tokens, i - 1).lower) && (at(tokens, i + 1).kind !== 'word' || HALF_AFTER.has(next));
    return measured ? { from: i, to: i + 1, value: 0.5, form: 'part', scale: 1 } : null;
  }
  if (numerator === undefined || numerator === null || numerator === 0) return null;
  const word = skipHyphen(tokens, i + 1);
  const part = PARTS.get(at(tokens, word).lower);
  if (part === undefined) return null;
  const plural = at(tokens, word).lower.endsWith('s') || at(tokens, word).lower === 'halves';
  const next = at(tokens, word + 1);
  const following = next.lower;
  // "dropped by almost a third": measured, and nothing follows that a third could be one of.
  const alone =
    (next.kind !== 'word' ||
      next.opens ||
      ['in', 'since', 'from', 'to', 'and', 'by', 'last', 'this', 'over', 'on', 'after'].includes(following)) &&
    next.text !== '-' &&
    ['by', 'almost', 'nearly', 'about', 'around', 'roughly', 'than', 'over', 'only', 'least'].includes(at(tokens, i - 1).lower);
  const bound =
    ['than', 'nearly', 'almost', 'roughly'].includes(at(tokens, i - 1).lower) && next.kind === 'word' && !PART_NOUNS.has(following);
  // "a third person", "a quarter final", "one second": only "of", a comparison or a hyphen after "one" makes it a part.
  if (
    !plural &&
    !alone &&
    !bound &&
    !['of', 'more', 'less', 'fewer', 'higher', 'lower', 'as'].includes(following) &&
    word === i + 1 &&
    !(article && part === 2)
  )
    return null;
  if (plural !== numerator > 1) return null;
  if (part === 4 && plural && following !== 'of' && word === i + 1) return null;
  return partOf(tokens, { from: i, to: word + 1, value: numerator / part, form: 'part', scale: 1 });
}

/** "a quarter of a million", "half of 1 percent": the part is taken of what follows. */
function partOf(tokens: readonly Token[], part: Numeral): Numeral {
  if (at(tokens, part.to).lower !== 'of') return part;
  const one = at(tokens, part.to + 1).lower;
  if (one !== 'a' && one !== 'one' && one !== '1') return part;
  const next = at(tokens, part.to + 2).lower;
  const scale = SCALES.get(next);
  if (scale !== undefined) return { ...part, to: part.to + 3, value: trimmed(part.value * scale), form: 'words', scale };
  return next === 'percent' || next === 'per' || next === 'percentage' || next === 'mile'
    ? { ...part, to: part.to + 2, form: 'words' }
    : part;
}

/** "hundreds", "tens of thousands", "several million": nobody counted, so only the low end is known. */
function vagueNumeral(tokens: readonly Token[], i: number): Numeral | null {
  const first = at(tokens, i).lower;
  if (first === 'several' || (first === 'few' && at(tokens, i - 1).lower === 'a') || first === 'many') {
    const scale = SCALES.get(at(tokens, i + 1).lower);
    const larger = SCALES.get(at(tokens, i + 2).lower);
    if (scale === undefined) return null;
    return larger === undefined
      ? { from: i, to: i + 2, value: scale, form: 'vague', scale }
      : { from: i, to: i + 3, value: scale * larger, form: 'vague', scale: larger };
  }
  const value = VAGUE.get(first);
  if (value === undefined) return null;
  const next = at(tokens, i + 1).lower;
  if ((first === 'scores' || first === 'tens') && next !== 'of') return null;
  if (next === 'of' && VAGUE.has(at(tokens, i + 2).lower)) {
    const larger = VAGUE.get(at(tokens, i + 2).lower) as number;
    return { from: i, to: i + 3, value: value * larger, form: 'vague', scale: larger };
  }
  if (first === 'scores' && ['test', 'exam', 'high', 'low'].includes(at(tokens, i - 1).lower)) return null;
  return { from: i, to: i + 1, value, form: 'vague', scale: value };
}

/** "a couple of", "a pair of". */
function coupleNumeral(tokens: readonly Token[], i: number): Numeral | null {
  if (at(tokens, i).lower !== 'a' || at(tokens, i + 2).lower !== 'of') return null;
  const word = at(tokens, i + 1).lower;
  const scale = SCALES.get(at(tokens, i + 3).lower);
  if (word === 'couple' && scale !== undefined) return { from: i, to: i + 4, value: 2 * scale, form: 'couple', scale };
  if (word === 'couple') return { from: i, to: i + 3, value: 2, form: 'couple', scale: 1 };
  if (word === 'pair') return { from: i, to: i + 3, value: 2, form: 'words', scale: 1 };
  if (word === 'score') return { from: i, to: i + 3, value: 20, form: 'couple', scale: 1 };
  return null;
}

/**
 * The number that begins at token `i`, or null. `money`: a currency stands before it, so that "5m" is five million.
 * Never throws; a value that no double holds exactly enough is null, not Infinity.
 */
export function numeralAt(tokens: readonly Token[], i: number, text: string, money: boolean): Numeral | null {
  const token = at(tokens, i);
  if (token.kind === 'end') return null;
  if (isWord(token)) {
    const special = partNumeral(tokens, i) ?? vagueNumeral(tokens, i) ?? coupleNumeral(tokens, i);
    if (special) return special;
  }
  const digits = !isWord(token);
  let found = digits ? digitNumeral(tokens, i, text) : wordsBelowThousand(tokens, i);
  const article = token.lower === 'a' || token.lower === 'an';
  if (!found && article && SCALES.has(at(tokens, i + 1).lower) && at(tokens, i + 1).lower.length > 2) found = { value: 1, to: i + 1 };
  // "hundred people", "million-dollar": the scale word alone counts one of itself.
  if (!found && isWord(token) && SCALES.has(token.lower) && token.lower.length > 3) found = { value: 1, to: i };
  if (!found) return null;
  let { value, to } = found;
  const point = digits ? null : pointWords(tokens, to);
  if (point) {
    value += point.value;
    to = point.to;
  }
  const half = halfAfter(tokens, to);
  if (half) {
    value += 0.5;
    to = half;
  }
  let scale = 1;
  let total = 0;
  let words = !digits;
  for (let step = 0; step < 6; step += 1) {
    const next = scaleAt(tokens, to, money, !words);
    if (!next) break;
    value *= next.factor;
    scale = Math.max(scale, next.factor);
    to = next.to;
    words = true;
    const added = value >= 100 ? addedWords(tokens, to, value) : null;
    if (added) {
      total += value;
      value = added.value;
      to = added.to;
    }
  }
  if (to === i) return null;
  value += total;
  const after = scale > 1 && !half ? halfAfter(tokens, to) : null;
  if (after && !half) {
    value += scale / 2;
    to = after;
  }
  if (!digits && isOrdinalTail(tokens, to)) return null;
  value = trimmed(value);
  return Number.isFinite(value) ? { from: i, to, value, form: digits ? 'digits' : 'words', scale } : null;
}

/** 65.4 × 10⁹ without the dust of binary fractions. */
const trimmed = (value: number): number => Number(value.toPrecision(14));

/** The place after "and a half" (or "-and-a-half"), or null. */
function halfAfter(tokens: readonly Token[], i: number): number | null {
  let to = skipHyphen(tokens, i);
  if (at(tokens, to).lower !== 'and') return null;
  to = skipHyphen(tokens, to + 1);
  if (at(tokens, to).lower === 'half') return to + 1;
  if (at(tokens, to).lower !== 'a') return null;
  to = skipHyphen(tokens, to + 1);
  return at(tokens, to).lower === 'half' ? to + 1 : null;
}

/** "two thousand five hundred", "a hundred and six": words that add to what a scale word closed. */
function addedWords(tokens: readonly Token[], i: number, above: number): { value: number; to: number } | null {
  const and = at(tokens, i).lower === 'and';
  const from = and ? i + 1 : i;
  const word = at(tokens, from);
  if (!isWord(word) || !(SMALL.has(word.lower) || TENS.has(word.lower))) return null;
  const below = wordsBelowThousand(tokens, from);
  if (!below || below.value === 0 || below.value >= above) return null;
  // "four hundred and two soldiers" is a sum, "a million and two million more" and "a thousand one-way tickets" are not.
  const scale = SCALES.get(at(tokens, below.to).lower);
  if (scale !== undefined && scale * below.value >= above) return null;
  return isOrdinalTail(tokens, below.to) ? null : below;
}

const isOrdinalTail = (tokens: readonly Token[], i: number): boolean => glue(tokens, i) && ORDINALS.has(at(tokens, i + 1).lower);
