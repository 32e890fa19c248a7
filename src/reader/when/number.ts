import type { Hit } from './pattern.ts';
import { adjoins, isDigits, surface, type Tokens } from './tokens.ts';
import { ONES, ORDINAL_TAILS, ORDINALS, SCALES, TENS } from './words/numbers.ts';

/** No count of days or years needs more digits; longer ones are no count of time. */
const MOST_DIGITS = 9;

/** A number in digits ("1,000", "2.5", "5 1/2") or words ("twenty-five", "a hundred thirty", "two and a half"). */
export function numberAt(tokens: Tokens, at: number): Hit<number> | undefined {
  const whole = isDigits(tokens.lower[at]) ? digitsAt(tokens, at) : wordsAt(tokens, at);
  return whole && withHalf(tokens, whole);
}

function digitsAt(tokens: Tokens, at: number): Hit<number> | undefined {
  let digits = tokens.lower[at] as string;
  let end = at + 1;
  while (tokens.lower[end] === ',' && adjoins(tokens, end) && adjoins(tokens, end + 1) && /^\d{3}$/.test(tokens.lower[end + 1] as string)) {
    digits += tokens.lower[end + 1];
    end += 2;
    if (digits.length > MOST_DIGITS) return undefined;
  }
  if (digits.length > MOST_DIGITS) return undefined;
  let value = Number(digits);
  if (tokens.lower[end] === '.' && adjoins(tokens, end) && adjoins(tokens, end + 1) && isDigits(tokens.lower[end + 1])) {
    value = Number(`${digits}.${tokens.lower[end + 1]?.slice(0, 4)}`);
    end += 2;
  }
  const fraction = fractionAt(tokens, end);
  return fraction ? { end: fraction.end, value: value + fraction.value } : { end, value };
}

/** "1/2" after a whole number, or "½". */
function fractionAt(tokens: Tokens, at: number): Hit<number> | undefined {
  const word = tokens.lower[at];
  if (word === '½') return { end: at + 1, value: 0.5 };
  const from = word === '-' ? at + 1 : at;
  const below = tokens.lower[from + 2];
  if (tokens.lower[from] === '1' && tokens.lower[from + 1] === '/' && (below === '2' || below === '4') && adjoins(tokens, from + 1))
    return { end: from + 3, value: 1 / Number(below) };
  return undefined;
}

function wordsAt(tokens: Tokens, at: number): Hit<number> | undefined {
  let total = 0;
  let group = 0;
  let end = at;
  let seen = false;
  const first = tokens.lower[at];
  if (first === 'half') return { end: tokens.lower[at + 1] === 'a' || tokens.lower[at + 1] === 'an' ? at + 2 : at + 1, value: 0.5 };
  if (first === 'a' && SCALES.has(tokens.lower[at + 1] ?? '')) {
    group = 1;
    end = at + 1;
  }
  for (let turns = 0; turns < 8; turns++) {
    const linked = seen && (tokens.lower[end] === '-' || tokens.lower[end] === 'and') ? end + 1 : end;
    const word = tokens.lower[linked] ?? '';
    const tens = TENS.get(word);
    const ones = ONES.get(word);
    const scale = SCALES.get(word);
    if (tens !== undefined && group % 100 === 0) group += tens;
    else if (ones !== undefined && (ones > 9 ? group % 100 === 0 : group % 10 === 0)) group += ones;
    else if (scale === 100 && group > 0 && group < 100) group *= 100;
    else if (scale !== undefined && scale > 100 && group > 0 && total === 0) {
      total = group * scale;
      group = 0;
    } else break;
    seen = true;
    end = linked + 1;
  }
  return seen ? { end, value: total + group } : undefined;
}

/** "two and a half". */
function withHalf(tokens: Tokens, whole: Hit<number>): Hit<number> {
  const from = tokens.lower[whole.end] === '-' ? whole.end + 1 : whole.end;
  const words = [0, 1, 2, 3, 4].map((i) => tokens.lower[from + i]).filter((word) => word !== '-');
  if (words[0] !== 'and') return whole;
  const parts = words[1] === 'half' ? 2 : words[1] === 'a' && words[2] === 'half' ? 3 : 0;
  if (parts === 0) return whole;
  const hyphens = tokens.lower[from + 1] === '-' ? parts - 1 : 0;
  return { end: from + parts + hyphens, value: whole.value + 0.5 };
}

/** "8th", "eighth", "twenty-first". */
export function ordinalAt(tokens: Tokens, at: number): Hit<number> | undefined {
  const word = tokens.lower[at] as string;
  const named = ORDINALS.get(word);
  if (named !== undefined) return { end: at + 1, value: named };
  const tens = TENS.get(word);
  if (tens !== undefined) {
    const next = tokens.lower[at + 1] === '-' ? at + 2 : at + 1;
    const ones = ORDINALS.get(tokens.lower[next] ?? '');
    return ones !== undefined && ones < 10 ? { end: next + 1, value: tens + ones } : undefined;
  }
  if (isDigits(word) && word.length <= 2 && ORDINAL_TAILS.has(tokens.lower[at + 1] ?? '') && adjoins(tokens, at + 1))
    return { end: at + 2, value: Number(word) };
  return undefined;
}

/** "nineteen ninety-six", "two thousand and one", "nineteen oh five". */
export function spelledYearAt(tokens: Tokens, at: number): Hit<number> | undefined {
  const century = ONES.get(tokens.lower[at] ?? '') ?? TENS.get(tokens.lower[at] ?? '');
  if (century === undefined) return undefined;
  if (century === 2 && tokens.lower[at + 1] === 'thousand') {
    const next = tokens.lower[at + 2] === 'and' ? at + 3 : at + 2;
    const ones = ONES.get(tokens.lower[next] ?? '');
    return ones === undefined ? { end: at + 2, value: 2000 } : { end: next + 1, value: 2000 + ones };
  }
  if (![16, 17, 18, 19, 20].includes(century)) return undefined;
  const next = tokens.lower[at + 1] === '-' ? at + 2 : at + 1;
  const word = tokens.lower[next] ?? '';
  if (word === 'hundred') return { end: next + 1, value: century * 100 };
  if (word === 'oh') {
    const ones = ONES.get(tokens.lower[next + 1] ?? '');
    return ones === undefined ? undefined : { end: next + 2, value: century * 100 + ones };
  }
  const rest = TENS.has(word) || (ONES.get(word) ?? 0) > 9 ? wordsAt(tokens, next) : undefined;
  return rest && rest.value >= 10 && rest.value <= 99 ? { end: rest.end, value: century * 100 + rest.value } : undefined;
}

/** The capital letter that a word begins with, or not. */
export const isCapital = (tokens: Tokens, at: number): boolean => /^\p{Lu}/u.test(surface(tokens, at));
