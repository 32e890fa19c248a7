import { at, type Token, tokenize } from './tokens.ts';

/** A table of phrases that is asked "which of you begins (or ends) here?"; the longest wins. */
export interface Phrases<Row> {
  /** The longest phrase that begins at token `i`: its row and the token after it. */
  readonly from: (tokens: readonly Token[], i: number) => { readonly row: Row; readonly to: number } | null;
  /** The longest phrase that ends before token `i`: its row and its first token. */
  readonly upTo: (tokens: readonly Token[], i: number) => { readonly row: Row; readonly from: number } | null;
}

interface Entry<Row> {
  readonly words: readonly Token[];
  readonly row: Row;
}

/** Words in capitals match as they are written ("MW"), others whatever their case. */
const same = (token: Token, wanted: Token): boolean =>
  (token.lower === wanted.lower && (wanted.text === wanted.lower || token.text === wanted.text)) || token.text === wanted.text;

const matches = (tokens: readonly Token[], start: number, words: readonly Token[]): boolean =>
  start >= 0 && words.every((word, k) => same(at(tokens, start + k), word) && (k === 0 || !at(tokens, start + k).opens));

/** Indexes phrases by their first and by their last word, so that a look-up does not grow with the table. */
export function phrases<Row>(rows: Iterable<readonly [phrase: string, row: Row]>): Phrases<Row> {
  const byFirst = new Map<string, Entry<Row>[]>();
  const byLast = new Map<string, Entry<Row>[]>();
  const put = (map: Map<string, Entry<Row>[]>, key: string, entry: Entry<Row>): void => {
    const list = map.get(key) ?? [];
    list.push(entry);
    list.sort((a, b) => b.words.length - a.words.length);
    map.set(key, list);
  };
  for (const [phrase, row] of rows) {
    const words = tokenize(phrase);
    put(byFirst, at(words, 0).lower, { words, row });
    put(byLast, at(words, words.length - 1).lower, { words, row });
  }
  return {
    from: (tokens, i) => {
      const entry = byFirst.get(at(tokens, i).lower)?.find(({ words }) => matches(tokens, i, words));
      return entry ? { row: entry.row, to: i + entry.words.length } : null;
    },
    upTo: (tokens, i) => {
      const entry = byLast.get(at(tokens, i - 1).lower)?.find(({ words }) => matches(tokens, i - words.length, words));
      return entry ? { row: entry.row, from: i - entry.words.length } : null;
    },
  };
}
