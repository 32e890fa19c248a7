import { Tokenizer } from '@huggingface/tokenizers';
import * as runtime from 'onnxruntime-node';
import { remember } from '../../linking/words/memory.ts';
import { checkedFile } from './files.ts';

/** Turns texts into vectors of length 1 (384 numbers): near in meaning, near in direction. */
export interface SentenceEncoder {
  readonly encode: (texts: readonly string[]) => Promise<readonly Float32Array[]>;
  readonly close: () => Promise<void>;
}

/** Pieces of a text that are looked at: a statement's content is seldom longer. */
const MOST_PIECES = 96;
/** Characters that can make so many pieces: the rest is not even cut into pieces. */
const MOST_CHARACTERS = 1000;
/** Vectors kept in memory (1.5 KB each): with each report that joins a story all of its statements are compared anew. */
const MOST_REMEMBERED = 20_000;

/** What cuts words into pieces, from the sentence encoder's folder. @throws AccordingtoError LINKING_MODEL_MISSING, LINKING_MODEL_DAMAGED */
export async function tokenizerOf(folder: string): Promise<Tokenizer> {
  const bytes = await checkedFile(folder, 'tokenizer.json');
  return new Tokenizer(JSON.parse(bytes.toString('utf8')), { tokenizer_class: 'BertTokenizer', do_lower_case: true });
}

/**
 * The small int8 sentence encoder of `models/sentences` (all-MiniLM-L6-v2, Apache-2.0). One thread and one text at a time,
 * so that the same text gives the same vector whatever runs beside it.
 * @throws AccordingtoError LINKING_MODEL_MISSING, LINKING_MODEL_DAMAGED
 */
export async function createSentenceEncoder(folder: string): Promise<SentenceEncoder> {
  const tokenizer = await tokenizerOf(folder);
  const session = await runtime.InferenceSession.create(await checkedFile(folder, 'sentences.onnx'), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });

  const piecesOf = (text: string): number[] => {
    const { ids } = tokenizer.encode(text.slice(0, MOST_CHARACTERS));
    return ids.length <= MOST_PIECES ? ids : [...ids.slice(0, MOST_PIECES - 1), ids.at(-1) as number];
  };

  /** One text at a time: activations are quantised over what is run together, so a batch would let one text change another's vector. */
  const vectorOf = async (text: string): Promise<Float32Array> => {
    const ids = BigInt64Array.from(piecesOf(text), BigInt);
    const { vectors } = await session.run({ ids: new runtime.Tensor('int64', ids, [1, ids.length]) });
    return Float32Array.from(vectors?.data as Float32Array);
  };

  const lately = remember<Promise<Float32Array>>(MOST_REMEMBERED);
  const encode = async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
    const found: Float32Array[] = [];
    for (const text of texts) found.push(await lately(text.slice(0, MOST_CHARACTERS), () => vectorOf(text)));
    return found;
  };
  return { encode, close: async () => session.release() };
}
