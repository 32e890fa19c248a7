import type { Tokens } from '../when/index.ts';

/** A table of phrases (tokens parted by blanks) that finds the longest one at a token. Linear: a phrase is as long as its row. */
export class Phrases<Row> {
  private readonly byFirst = new Map<string, { readonly words: readonly string[]; readonly row: Row }[]>();

  constructor(rows: readonly Row[], wordsOf: (row: Row) => string, cut: (words: string) => readonly string[]) {
    for (const row of rows) {
      const words = cut(wordsOf(row));
      const first = words[0];
      if (first) this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { words, row }]);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest phrase that begins at token `at` and ends by `end`. */
  at(tokens: Tokens, at: number, end: number): { readonly row: Row; readonly end: number } | undefined {
    for (const { words, row } of this.byFirst.get(tokens.lower[at] ?? '') ?? [])
      if (at + words.length <= end && words.every((word, i) => tokens.lower[at + i] === word)) return { row, end: at + words.length };
    return undefined;
  }

  /** Every phrase between two tokens, from left to right, none overlapping. */
  *all(tokens: Tokens, from: number, to: number): Generator<{ readonly row: Row; readonly from: number; readonly end: number }> {
    for (let i = from; i < to; ) {
      const hit = this.at(tokens, i, to);
      if (hit) yield { row: hit.row, from: i, end: hit.end };
      i = hit?.end ?? i + 1;
    }
  }
}
