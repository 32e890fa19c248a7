/** One token: a run of letters, a run of digits with its separators, or one other character. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'mark' | 'end';
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Nothing stands between this token and the one before it. */
  readonly glued: boolean;
  /** A new paragraph (or the text) begins here. */
  readonly opens: boolean;
}

/** What stands before the first token and after the last. */
const END: Token = { kind: 'end', text: '', lower: '', start: 0, end: 0, glued: false, opens: true };

// Each alternative begins with its own class of character and none backtracks into another: one pass, linear.
// Longer runs are cut: no word and no number of use to anyone is that long.
const TOKEN = /(\p{L}[\p{L}\p{M}]{0,63}(?:['’]\p{L}{1,16})?)|(\p{Nd}+(?:[.,]\p{Nd}+)*)|(\S)/gu;

/** Splits a text into tokens with their places. Linear in the text's length. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, word, digits] = match;
    const start = match.index;
    const opens = before === 0 || (start > before && text.slice(before, Math.min(start, before + 64)).includes('\n'));
    const kind = word !== undefined ? 'word' : digits !== undefined ? 'digits' : 'mark';
    tokens.push({
      kind,
      text: whole,
      lower: kind === 'word' ? whole.toLowerCase().replace('’', "'") : whole,
      start,
      end: start + whole.length,
      glued: start === before && before > 0,
      opens,
    });
    before = start + whole.length;
  }
  return tokens;
}

/** The token at `i`, or an empty one outside the text. */
export const at = (tokens: readonly Token[], i: number): Token => tokens[i] ?? END;

export const isWord = (token: Token): boolean => token.kind === 'word';
/** Asked a dozen times of each name: the first character settles it for nearly all. */
export function isCapitalised({ kind, text }: Token): boolean {
  if (kind !== 'word') return false;
  const first = text.charCodeAt(0);
  return first < NOT_ASCII ? first >= CAPITAL_A && first <= CAPITAL_Z : UPPER_CASE.test(text);
}
const [CAPITAL_A, CAPITAL_Z, NOT_ASCII] = [65, 90, 128];
const UPPER_CASE = /^\p{Lu}/u;

const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '“', '‘', '(']);
const ENDERS = new Set(['.', '!', '?', ':', '•', '…']);

/** Whether a sentence (or a quotation, or a clause after a colon) begins at token `i`, so that its capital says nothing. */
export function opensSentence(tokens: readonly Token[], i: number): boolean {
  if (at(tokens, i).opens) return true;
  let back = i - 1;
  while (back >= 0 && i - back < 4 && CLOSERS.has(at(tokens, back).text)) {
    if (at(tokens, back).opens) return true;
    if (at(tokens, back).text === '“' || at(tokens, back).text === '"') return true;
    back -= 1;
  }
  return back < 0 || ENDERS.has(at(tokens, back).text) || afterDateline(tokens, back);
}

/** How far into a text a dateline reaches. */
const DATELINE = 90;

/** "OSTBY — Nine people": whether the dash at `i` closes a text's dateline. */
const afterDateline = (tokens: readonly Token[], i: number): boolean =>
  /^[—–]$/.test(at(tokens, i).text) &&
  at(tokens, i).start < DATELINE &&
  (at(tokens, i - 1).text === ')' || /^\p{Lu}{3,}/u.test(at(tokens, 0).text));
