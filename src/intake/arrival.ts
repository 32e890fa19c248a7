import { AccordingtoError } from '../model/index.ts';

/** Bytes at the door, before anybody knows what they are. Nothing is read until a format asks for it. */
export interface Arrival {
  /** The path or address it came from: what refusals name. */
  readonly from: string;
  /** The address where it ended after redirects, null where it came from no address. */
  readonly url: string | null;
  /** HTTP response headers and the like; empty for a file. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the giver knows of it; wins over what the document says. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the giver says it is; absent where the content tells. */
  readonly declared?: 'text/plain' | 'text/html';
  /** Whoever gives it takes it for one report, whatever it is: a live blog is not taken apart. */
  readonly one?: boolean;
  /** How many containers it lies in. */
  readonly depth: number;
  /** The first bytes, enough to tell the format. */
  readonly head: Uint8Array;
  /** Bytes in all, null where that is not known beforehand. */
  readonly size: number | null;
  /** Everything, from the first byte. Can be called once. */
  readonly stream: () => AsyncIterable<Uint8Array>;
}

/** How much of an arrival `head` holds at most. */
export const HEAD_BYTES = 64 * 1024;

/** An arrival of bytes that are in memory already. */
export function arrivalOf(
  bytes: Uint8Array,
  about: Partial<Omit<Arrival, 'head' | 'size' | 'stream'>> & { readonly from: string },
): Arrival {
  return {
    url: null,
    headers: {},
    fields: {},
    depth: 0,
    ...about,
    head: bytes.subarray(0, HEAD_BYTES),
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
  };
}

/** An arrival of a stream: its head is read now, the rest when a format asks. */
export async function arrivalOfStream(
  source: AsyncIterable<Uint8Array | string>,
  about: Partial<Omit<Arrival, 'head' | 'stream'>> & { readonly from: string },
): Promise<Arrival> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let held = 0;
  let ended = false;
  while (held < HEAD_BYTES) {
    const { value, done } = await iterator.next();
    if (done) {
      ended = true;
      break;
    }
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    first.push(bytes);
    held += bytes.length;
  }
  const start = Buffer.concat(first);
  return {
    url: null,
    headers: {},
    fields: {},
    depth: 0,
    size: ended ? start.length : null,
    ...about,
    head: start.subarray(0, HEAD_BYTES),
    async *stream() {
      try {
        if (start.length) yield start;
        while (!ended) {
          const { value, done } = await iterator.next();
          if (done) break;
          yield typeof value === 'string' ? Buffer.from(value) : value;
        }
      } finally {
        await iterator.return?.();
      }
    },
  };
}

/**
 * All bytes of an arrival in one piece.
 * @throws AccordingtoError INTAKE_TOO_LARGE before reading where the size is known, else as soon as the limit is passed.
 */
export async function bytesOf(arrival: Arrival, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new AccordingtoError('INTAKE_TOO_LARGE', { from: arrival.from, limit });
  if (arrival.size !== null && arrival.size > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of arrival.stream()) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
