import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { AccordingtoError } from '../../model/index.ts';
import { arrivalOfStream } from '../arrival.ts';
import type { Limits } from '../limits.ts';
import type { Format } from './format.ts';

/** Bytes that may come out before the ratio is looked at: small files of blanks pack very well. */
const GRACE = 16 * 1024 * 1024;

/** How much comes out at a time: each piece is a journey to another thread and back. */
const CHUNK = 128 * 1024;

/** Unpacks as it goes. @throws AccordingtoError INTAKE_EXPANDS for a bomb, INTAKE_DAMAGED for what cannot be unpacked. */
async function* unpacked(packed: AsyncIterable<Uint8Array>, limits: Limits, from: string): AsyncGenerator<Uint8Array> {
  let into = 0;
  let out = 0;
  async function* counted() {
    for await (const chunk of packed) {
      into += chunk.length;
      yield chunk;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip({ chunkSize: CHUNK });
  source.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip)) {
      out += chunk.length;
      const limit = Math.min(limits.maxExpandedBytes, Math.max(GRACE, into * limits.maxExpansionRatio));
      if (out > limit) throw new AccordingtoError('INTAKE_EXPANDS', { from, limit });
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof AccordingtoError) throw cause;
    throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'it cannot be unpacked' }, { cause });
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** Anything packed with gzip: what is inside is recognised in its turn. */
export const gzip: Format = {
  name: 'gzip',
  describes: 'any of these packed with gzip',
  mediaType: 'application/gzip',
  extensions: ['.gz'],
  streams: true,
  apart: false,
  recognises: ({ head }) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  async *read(arrival, { limits }) {
    const { from, url, headers, fields, depth } = arrival;
    const stream = unpacked(arrival.stream(), limits, from);
    yield { kind: 'part', arrival: await arrivalOfStream(stream, { from, url, headers, fields, depth: depth + 1, size: null }) };
  },
};
