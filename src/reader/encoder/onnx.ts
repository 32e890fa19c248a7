import type { Manifest } from './manifest.ts';
import type { Encoded, Look, Networks, Rows, Seen } from './networks.ts';
import type { Pieces } from './pieces.ts';
import type { Window } from './windows.ts';

interface TensorLike {
  readonly data: unknown;
  readonly dims: readonly number[];
}
interface SessionLike {
  readonly run: (feeds: Record<string, TensorLike>) => Promise<Record<string, TensorLike>>;
  readonly release?: () => Promise<void>;
}
/** What onnxruntime-node and onnxruntime-web have in common, as far as it is used here. */
export interface Runtime {
  readonly Tensor: new (type: 'int64' | 'float32', data: never, dims: readonly number[]) => TensorLike;
}

const rowsOf = (tensor: TensorLike | undefined): Rows => {
  if (!tensor) throw new Error('the network left an output out');
  return { data: tensor.data as Float32Array, width: tensor.dims.at(-1) ?? 1 };
};

/** Copies the rows that a look names, row after row, the rest of its place left zero. */
function gather(from: Rows, looks: readonly Look[], longest: number): Float32Array {
  const out = new Float32Array(looks.length * longest * from.width);
  looks.forEach(({ words }, row) => {
    words.forEach((word, i) => {
      out.set(from.data.subarray(word * from.width, (word + 1) * from.width), (row * longest + i) * from.width);
    });
  });
  return out;
}

/** The two networks on an ONNX runtime. */
export function onnxNetworks(
  runtime: Runtime,
  sessions: { encoder: SessionLike; second: SessionLike },
  manifest: Manifest,
  pieces: Pieces,
): Networks {
  const tensor = (type: 'int64' | 'float32', data: BigInt64Array | Float32Array, dims: readonly number[]): TensorLike =>
    new runtime.Tensor(type, data as never, dims);
  const whole = (values: readonly number[], dims: readonly number[]): TensorLike =>
    tensor('int64', BigInt64Array.from(values, BigInt), dims);
  const row = (values: readonly number[]): TensorLike => whole(values, [1, values.length]);

  const encode = async ({ ids, looks, quoted, firsts }: Window): Promise<Encoded> => {
    const answer = await sessions.encoder.run({ ids: row(ids), cases: row(looks), quoted: row(quoted), firsts: row(firsts) });
    return { tags: rowsOf(answer.tags), words: rowsOf(answer.words) };
  };
  const look = async (words: Rows, chances: Rows, looks: readonly Look[]): Promise<Seen[]> => {
    const longest = Math.max(...looks.map((one) => one.words.length));
    const places = looks.flatMap(({ distances }) => [...distances, ...new Array<number>(longest - distances.length).fill(0)]);
    const answer = await sessions.second.run({
      words: tensor('float32', gather(words, looks, longest), [looks.length, longest, words.width]),
      tags: tensor('float32', gather(chances, looks, longest), [looks.length, longest, chances.width]),
      distances: whole(places, [looks.length, longest]),
    });
    const roles = rowsOf(answer.roles);
    const real = rowsOf(answer.real).data;
    const step = longest * roles.width;
    return looks.map((one, i) => ({
      roles: { data: roles.data.subarray(i * step, i * step + one.words.length * roles.width), width: roles.width },
      real: real[i] ?? 0,
    }));
  };
  const close = async (): Promise<void> => {
    await sessions.encoder.release?.();
    await sessions.second.release?.();
  };
  return { manifest, pieces, encode, look, close };
}
