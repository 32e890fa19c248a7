/** A word, a clitic ("’s") or one sign. `end` is exclusive; offsets are UTF-16 code units into the report's text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower-cased, with a straight apostrophe. */
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'sign';
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

// A word may hold inner apostrophes, dots, hyphens and commas between digits; each alternative eats what it matches: linear.
const TOKEN =
  /\p{N}+(?:[.,:/-]\p{N}+)*|[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}]|[-.'’_&](?=[\p{L}\p{N}]))*|['’](?:s|re|ve|ll|d|m)\b|[^\s\p{L}\p{N}]/gu;
const CLITIC = /^(.+)(['’](?:s|S|re|ve|ll|d|m))$/u;
const CAPITAL = /^\p{Lu}/u;

const token = (text: string, start: number, kind: Token['kind']): Token => ({
  start,
  end: start + text.length,
  text,
  lower: text.toLowerCase().replaceAll('’', "'"),
  kind,
  capital: CAPITAL.test(text),
});

/** The tokens of text[from, to), in order. A possessive or a short verb ("he’s") is a token of its own; "don’t" stays whole. */
export function tokensOf(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const [found] = match;
    const start = from + match.index;
    const clitic = CLITIC.exec(found);
    if (clitic) {
      const [, stem = '', ending = ''] = clitic;
      tokens.push(token(stem, start, 'word'), token(ending, start + stem.length, 'word'));
      continue;
    }
    const first = found.charCodeAt(0);
    if (first >= 48 && first <= 57) tokens.push(token(found, start, 'number'));
    else if (/^[\p{L}\p{M}'’]./u.test(found) || /^\p{L}/u.test(found)) tokens.push(token(found, start, 'word'));
    else tokens.push(token(found, start, /^\p{N}/u.test(found) ? 'number' : 'sign'));
  }
  return tokens;
}
