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
const WORD = new RegExp(`${LETTER}+(?:[.,\\-]${LETTER}+)*|(?<=${LETTER})['’]\\p{L}+|[^\\s${INVISIBLE}]`, 'gu');
const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'gu');
const OPENING = new Set('“«„');
const CLOSING = new Set('”»');

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

/** All words of a text. Whether a word stands in direct speech is counted anew in each paragraph. */
export function wordsOf(text: string): Word[] {
  const breaks = breaksOf(text);
  const words: Word[] = [];
  let paragraph = 0;
  let inside = false;
  for (const match of text.matchAll(WORD)) {
    const [found] = match;
    const shown = found.replace(HIDDEN, '');
    if (!shown) continue;
    for (; paragraph < breaks.length && (breaks[paragraph] as number) < match.index; paragraph += 1) inside = false;
    const opens: boolean = OPENING.has(shown) || (shown === '"' && !inside);
    const closes: boolean = CLOSING.has(shown) || (shown === '"' && inside);
    const quoted = inside || opens ? 1 : 0;
    words.push({ start: match.index, end: match.index + found.length, text: shown, paragraph, look: lookOf(shown), quoted });
    inside = opens || (inside && !closes);
  }
  return words;
}
