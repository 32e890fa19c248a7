import type { Manifest } from './manifest.ts';
import type { Encoded, Look, Networks, Rows, Seen } from './networks.ts';
import type { Pieces } from './pieces.ts';
import type { Window } from './windows.ts';

interface TensorLike {
  readonly data: unknown;
  readonly dims: readonly number[];
}
export interface SessionLike {
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

/** Copies the rows that looks of one length name, look after look. */
function gather({ data, width }: Rows, looks: readonly Look[], length: number): Float32Array {
  const out = new Float32Array(looks.length * length * width);
  looks.forEach(({ words: [start, end] }, row) => {
    out.set(data.subarray(start * width, end * width), row * length * width);
  });
  return out;
}

/** Whole numbers from 0 as 64 bits each, without a BigInt for every one: the lower halves stand first on every machine that we run on. */
function wide(values: readonly number[]): BigInt64Array {
  const halves = new Int32Array(2 * values.length);
  for (let i = 0; i < values.length; i += 1) halves[2 * i] = values[i] as number;
  return new BigInt64Array(halves.buffer);
}

/** Looks of the same length together: the cues of one paragraph, and nothing to fill up. */
function byLength(looks: readonly Look[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  looks.forEach(({ distances: { length } }, i) => {
    const group = groups.get(length);
    if (group) group.push(i);
    else groups.set(length, [i]);
  });
  return groups;
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
  const whole = (values: readonly number[], dims: readonly number[]): TensorLike => tensor('int64', wide(values), dims);
  const row = (values: readonly number[]): TensorLike => whole(values, [1, values.length]);

  const encode = async ({ ids, looks, quoted, firsts }: Window): Promise<Encoded> => {
    const answer = await sessions.encoder.run({ ids: row(ids), cases: row(looks), quoted: row(quoted), firsts: row(firsts) });
    return { tags: rowsOf(answer.tags), words: rowsOf(answer.words), certainty: answer.certainty ? rowsOf(answer.certainty) : null };
  };
  const lookAt = async (words: Rows, chances: Rows, looks: readonly Look[], length: number): Promise<Seen[]> => {
    const answer = await sessions.second.run({
      words: tensor('float32', gather(words, looks, length), [looks.length, length, words.width]),
      tags: tensor('float32', gather(chances, looks, length), [looks.length, length, chances.width]),
      distances: whole(
        looks.flatMap(({ distances }) => distances),
        [looks.length, length],
      ),
    });
    const roles = rowsOf(answer.roles);
    const real = rowsOf(answer.real).data;
    const step = length * roles.width;
    return looks.map((_, i) => ({
      roles: { data: roles.data.subarray(i * step, (i + 1) * step), width: roles.width },
      real: real[i] ?? 0,
    }));
  };
  const look = async (words: Rows, chances: Rows, looks: readonly Look[]): Promise<Seen[]> => {
    const seen: Seen[] = [];
    for (const [length, group] of byLength(looks)) {
      const answers = await lookAt(
        words,
        chances,
        group.map((i) => looks[i] as Look),
        length,
      );
      group.forEach((i, row) => {
        seen[i] = answers[row] as Seen;
      });
    }
    return seen;
  };
  const close = async (): Promise<void> => {
    await sessions.encoder.release?.();
    await sessions.second.release?.();
  };
  return { manifest, pieces, encode, look, close };
}
