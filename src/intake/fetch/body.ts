import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { AccordingtoError } from '../../model/index.ts';

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** A stream that passes bytes on until there are more than `limit`. */
function capped(limit: number, from: string): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      seen += chunk.length;
      if (seen > limit) done(new AccordingtoError('INTAKE_TOO_LARGE', { from, limit }));
      else done(null, chunk);
    },
  });
}

/**
 * The bytes of a response body, content encodings undone, at most `limit` of them before and after unpacking.
 * @throws AccordingtoError INTAKE_TOO_LARGE, INTAKE_DAMAGED (unpacking fails), INTAKE_UNSUPPORTED (an encoding not asked for).
 */
export async function bodyBytes(body: Readable, contentEncoding: string | undefined, limit: number, from: string): Promise<Uint8Array> {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity');
  if (encodings.length > 2) throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what: 'packed more than twice' });
  const stages: Transform[] = [capped(limit, from)];
  for (const name of encodings.reverse()) {
    const decoder = DECODERS[name];
    if (!decoder) throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what: `packed as ${name.slice(0, 40)}` });
    stages.push(decoder(), capped(limit, from));
  }
  const chunks: Buffer[] = [];
  let end: Readable = body;
  for (const stage of stages) {
    const previous = end;
    previous.on('error', (error) => stage.destroy(error));
    end = previous.pipe(stage);
  }
  try {
    for await (const chunk of end) chunks.push(chunk as Buffer);
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(Z_|ERR_.*BROTLI|ERR__ERROR)/.test(String(error.code))) {
      throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'it cannot be unpacked' }, { cause: error });
    }
    throw error;
  } finally {
    body.destroy();
  }
  return Buffer.concat(chunks);
}
