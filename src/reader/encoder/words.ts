import { breaksOf } from './breaks.ts';

/** A word as the encoder takes it. `training/text.py` is this file's twin: keep them alike. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As shown: without soft hyphens and zero-width characters. */
  readonly text: string;
  readonly paragraph: number;
  /** What its letters look like (`CASES`). */
  readonly look: number;
  /** 1 inside quotation marks, the marks included. */
  readonly quoted: 0 | 1;
}

/** What lower-cased pieces do not show. The numbers are rows of the encoder's table. */
export const CASES = { none: 0, lower: 1, title: 2, upper: 3, mixed: 4, digit: 5, mark: 6, initial: 7 } as const;

const INVISIBLE = '\\u00AD\\u200B-\\u200F\\u2060\\uFEFF';
const LETTER = `[\\p{L}\\p{N}\\p{M}${INVISIBLE}]`;
const WORDS = `${LETTER}+(?:[.,\\-]${LETTER}+)*|(?<=${LETTER})['’]\\p{L}+|[^\\s${INVISIBLE}]`;
const WORD = new RegExp(WORDS, 'gu');
/** Where a text is typed as for TeX, two signs are one mark. */
const TYPED = new RegExp(`\`\`|''|${WORDS}`, 'gu');
const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'gu');
const OPENING = new Set('“«„');
const CLOSING = new Set('”»');

/** Quotation marks that the network was not shown, as those that it was. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ '″': '"', '＂': '"', '``': '“', "''": '”', '‟': '“' },
  ...{ '「': '“', '」': '”', '『': '“', '』': '”', '〝': '“', '〞': '”' },
};

/** What a sign does as a quotation mark: “ closes what „ opened, and » opens where it stands right before a word, as « then closes. */
function roleOf(sign: string, opener: string | null, opensWord: boolean): 'open' | 'close' | null {
  if (opener === '„' && sign === '“') return 'close';
  if (opener === '»' && sign === '«') return 'close';
  if (opener === null && sign === '»' && opensWord) return 'open';
  if (sign === '"') return opener === null ? 'open' : 'close';
  if (OPENING.has(sign)) return 'open';
  return CLOSING.has(sign) ? 'close' : null;
}

/** How a word's letters look. */
export function lookOf(text: string): number {
  const [first = ''] = text;
  if (/^\p{N}/u.test(first)) return CASES.digit;
  if (!/^\p{L}/u.test(first)) return CASES.mark;
  const rest = text.slice(first.length);
  if (text === text.toLowerCase()) return CASES.lower;
  if (rest === '') return CASES.initial;
  if (text === text.toUpperCase()) return CASES.upper;
  return rest === rest.toLowerCase() ? CASES.title : CASES.mixed;
}

/** Whether the sign at `at` stands before a letter and not behind one. */
const opensWord = (text: string, at: number): boolean =>
  /^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) && !/[\p{L}\p{N}.,!?…]$/u.test(text.slice(Math.max(0, at - 1), at));

/** All words of a text. Whether a word stands in direct speech is counted anew in each paragraph. */
export function wordsOf(text: string): Word[] {
  const breaks = breaksOf(text);
  const words: Word[] = [];
  let paragraph = 0;
  /** The mark that opened the quotation in which the next word stands. */
  let opener: string | null = null;
  for (const match of text.matchAll(text.includes('``') ? TYPED : WORD)) {
    const [found] = match;
    const sign = found.replace(HIDDEN, '');
    if (!sign) continue;
    for (; paragraph < breaks.length && (breaks[paragraph] as number) < match.index; paragraph += 1) opener = null;
    const shown = ALIKE[sign] ?? sign;
    const role = roleOf(shown, opener, sign === '»' && opensWord(text, match.index));
    const quoted = opener !== null || role === 'open' ? 1 : 0;
    words.push({ start: match.index, end: match.index + found.length, text: shown, paragraph, look: lookOf(shown), quoted });
    if (role === 'open') opener = shown;
    else if (role === 'close') opener = null;
  }
  return words;
}
