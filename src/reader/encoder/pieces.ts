import { Tokenizer } from '@huggingface/tokenizers';

/** A word's pieces as the encoder's vocabulary numbers them. */
export type Pieces = (word: string) => number[];

/** The number of the piece that stands for what the vocabulary does not know. */
export const UNKNOWN_PIECE = 100;
const MOST_PIECES = 32;
const REMEMBERED = 50_000;

/** Splits word by word, so that offsets are ours, and remembers what it has seen. */
export function piecesOf(tokenizerJson: object, unknown: number): Pieces {
  const tokenizer = new Tokenizer(tokenizerJson, {});
  const seen = new Map<string, number[]>();
  return (word) => {
    const known = seen.get(word);
    if (known) return known;
    const { ids } = tokenizer.encode(word, { add_special_tokens: false });
    const pieces = ids.length > 0 ? ids.slice(0, MOST_PIECES) : [unknown];
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(word, pieces);
    return pieces;
  };
}
