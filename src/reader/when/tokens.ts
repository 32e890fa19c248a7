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

/** A text is cut by several rooms in turn: the last one's tokens are kept. Shorter ones are cheaper cut again. */
const LEAST_KEPT = 200;
let kept: Tokens | null = null;

/** Cuts `text`; linear in its length. Curly apostrophes become straight ones, every dash a hyphen. */
export function tokenize(text: string): Tokens {
  if (text.length < LEAST_KEPT) return cut(text);
  if (kept?.text !== text) kept = cut(text);
  return kept;
}

function cut(text: string): Tokens {
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

const NEW_LINE = 10;
const MARKS: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '–': '-', '—': '-', '‑': '-', '‐': '-' };
const FIRST_MARK = 0x2010;

function normal(word: string): string {
  const first = word.charCodeAt(0);
  if (first === NEW_LINE) return BREAK;
  if (word.length > LONGEST) return LONG;
  if (first >= FIRST_MARK && word.length === 1) return MARKS[word] ?? word.toLowerCase();
  return word.toLowerCase();
}

/** Whether token `i` follows the one before it with nothing between. */
export const adjoins = (tokens: Tokens, i: number): boolean => i > 0 && i < tokens.count && tokens.start[i] === tokens.end[i - 1];

/** The token as it stands in the text. */
export const surface = (tokens: Tokens, i: number): string => tokens.text.slice(tokens.start[i], tokens.end[i]);

const DIGITS = /^[0-9]+$/;
const [NOUGHT, NINE] = [48, 57];
/** Whether a word is a number in digits. The first character settles it for nearly all. */
export function isDigits(word: string | undefined): boolean {
  if (word === undefined) return false;
  const first = word.charCodeAt(0);
  return first >= NOUGHT && first <= NINE && DIGITS.test(word);
}
