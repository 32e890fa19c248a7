import { Decompress } from 'fzstd';
import { AccordingtoError } from '../../model/index.ts';
import { arrivalOfStream } from '../arrival.ts';
import type { Limits } from '../limits.ts';
import type { Format } from './format.ts';

/** Bytes that may come out before the ratio is looked at: small files of blanks pack very well. */
const GRACE = 16 * 1024 * 1024;
/** How much packed data is unpacked at a time: it may come to many times as much. */
const PIECE = 16 * 1024;

/** Unpacks as it goes. @throws AccordingtoError INTAKE_EXPANDS for a bomb, INTAKE_DAMAGED for what cannot be unpacked. */
async function* unpacked(packed: AsyncIterable<Uint8Array>, limits: Limits, from: string): AsyncGenerator<Uint8Array> {
  let into = 0;
  let out = 0;
  const ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => ready.push(chunk));
  const push = (piece: Uint8Array, last: boolean): void => {
    try {
      stream.push(piece, last);
    } catch (cause) {
      throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'it cannot be unpacked' }, { cause });
    }
  };
  const take = (): readonly Uint8Array[] => {
    const taken = ready.splice(0);
    for (const chunk of taken) out += chunk.length;
    const limit = Math.min(limits.maxExpandedBytes, Math.max(GRACE, into * limits.maxExpansionRatio));
    if (out > limit) throw new AccordingtoError('INTAKE_EXPANDS', { from, limit });
    return taken;
  };
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      into += piece.length;
      push(piece, false);
      yield* take();
    }
  }
  push(new Uint8Array(), true);
  yield* take();
}

/** Anything packed with Zstandard, web archives above all. Archives packed with a dictionary of their own are refused. */
export const zstd: Format = {
  name: 'zstd',
  describes: 'any of these packed with Zstandard',
  mediaType: 'application/zstd',
  extensions: ['.zst', '.warc.zst'],
  streams: true,
  apart: false,
  recognises: ({ head }) => head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd,
  async *read(arrival, { limits }) {
    const { from, url, headers, fields, depth } = arrival;
    const stream = unpacked(arrival.stream(), limits, from);
    yield { kind: 'part', arrival: await arrivalOfStream(stream, { from, url, headers, fields, depth: depth + 1, size: null }) };
  },
};
