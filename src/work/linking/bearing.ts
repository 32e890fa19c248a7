import * as runtime from 'onnxruntime-node';
import { BEARINGS, type Bearing, type Bearings, bearingsFrom, pairKey, type Saying, type SayingPair } from '../../linking/index.ts';
import { remember } from '../../linking/words/memory.ts';
import { checkedFile } from './files.ts';
import { tokenizerOf } from './sentences.ts';

/** Tells how a later statement bears on an earlier one. */
export interface BearingNetwork {
  readonly judge: (pairs: readonly SayingPair[]) => Promise<Bearings>;
  readonly close: () => Promise<void>;
}

/** Pieces of a statement that are read, its source among them. */
const MOST_PIECES = 80;
/** Pieces before it that are read with it, the last ones. */
const MOST_BEFORE = 40;
const SEPARATOR = 102;
/** Characters that can make so many pieces: the rest is not even cut into pieces. */
const MOST_CHARACTERS = 1000;
/** Statements whose inner states are kept (50 KB each, 120 at most), and answers (1 KB each with its words). */
const MOST_STATES = 300;
const MOST_ANSWERS = 10_000;

/** A statement as the lower layers leave it. */
interface State {
  readonly values: runtime.Tensor;
}

const written = ({ who, says }: Saying): string => `${who ? `${who}: ` : ''}${says}`.slice(0, MOST_CHARACTERS);

/** Piece ids as the network takes them: one row. */
const rowOf = (ids: readonly number[]): runtime.Tensor => new runtime.Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]);

/**
 * The two networks of `models/bearing` (`training/bearing`): one reads each statement alone, once; one reads two of them together. One thread and
 * one pair at a time, so that two statements get the same answer whatever is asked beside them.
 * @param sentences the sentence encoder's folder: both cut words into the same pieces.
 * @throws AccordingtoError LINKING_MODEL_MISSING, LINKING_MODEL_DAMAGED
 */
export async function createBearingNetwork(folder: string, sentences: string): Promise<BearingNetwork> {
  const cutter = await tokenizerOf(sentences);
  const open = async (name: string) =>
    runtime.InferenceSession.create(await checkedFile(folder, name), { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const [alone, together] = [await open('statement.onnx'), await open('pair.onnx')];

  const stateOf = async (saying: Saying): Promise<State> => {
    const own = cutter.encode(written(saying)).ids.slice(0, MOST_PIECES);
    const pieces = saying.before === '' ? [] : cutter.encode(saying.before).ids.slice(1, -1).slice(-MOST_BEFORE);
    const { states } = await alone.run({ ids: rowOf(own), before: rowOf([...pieces, SEPARATOR]) });
    return { values: states as runtime.Tensor };
  };
  const states = remember<Promise<State>>(MOST_STATES);
  const stateFor = (saying: Saying): Promise<State> => states(`${written(saying)}\u0000${saying.before}`, () => stateOf(saying));

  const answerTo = async ({ earlier, later }: SayingPair): Promise<Bearing> => {
    const [a, b] = [await stateFor(earlier), await stateFor(later)];
    const { chances } = await together.run({ earlier: a.values, later: b.values });
    const found = chances?.data as Float32Array;
    return Object.fromEntries(BEARINGS.map((name, i) => [name, found[i] as number])) as Bearing;
  };
  const answers = remember<Promise<Bearing>>(MOST_ANSWERS);

  const judge = async (pairs: readonly SayingPair[]): Promise<Bearings> => {
    const found = new Map<string, Bearing>();
    for (const pair of pairs) {
      const key = pairKey(pair);
      if (!found.has(key)) found.set(key, await answers(key, () => answerTo(pair)));
    }
    return bearingsFrom(found);
  };
  const close = async (): Promise<void> => {
    await alone.release();
    await together.release();
  };
  return { judge, close };
}
