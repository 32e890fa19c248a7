/**
 * A text cut into words, numbers and single signs, with where each stands. A blank line becomes a token of its own (`BREAK`),
 * so that no expression runs from one paragraph into the next.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The token in lower case; a token longer than any word that a rule knows is kept as `LONG`, so that hostile input stays cheap. */
  readonly lower: readonly string[];
}

export const BREAK = '\n\n';
export const LONG = '\0long';
const LONGEST = 24;

const TOKEN = /\n[^\S\n]*\n\s*|\p{L}[\p{L}\p{M}]*|[0-9]+|[^\s]/gu;

/** Cuts `text`; linear in its length. Curly apostrophes become straight ones, every dash a hyphen. */
export function tokenize(text: string): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const lower: string[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    starts.push(match.index);
    ends.push(match.index + word.length);
    lower.push(normal(word));
  }
  return { text, count: lower.length, start: Int32Array.from(starts), end: Int32Array.from(ends), lower };
}

function normal(word: string): string {
  if (word.startsWith('\n')) return BREAK;
  if (word.length > LONGEST) return LONG;
  if (word === '’' || word === '‘') return "'";
  if (word === '–' || word === '—' || word === '‑' || word === '‐') return '-';
  return word.toLowerCase();
}

/** Whether token `i` follows the one before it with nothing between. */
export const adjoins = (tokens: Tokens, i: number): boolean => i > 0 && i < tokens.count && tokens.start[i] === tokens.end[i - 1];

/** The token as it stands in the text. */
export const surface = (tokens: Tokens, i: number): string => tokens.text.slice(tokens.start[i], tokens.end[i]);

const DIGITS = /^[0-9]+$/;
export const isDigits = (word: string | undefined): boolean => word !== undefined && DIGITS.test(word);
