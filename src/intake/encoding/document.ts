import { AccordingtoError } from '../../model/index.ts';
import { type Arrival, bytesOf } from '../arrival.ts';
import { charsetOf, type Decoded, declaredIn, decode } from './decode.ts';

export interface TextDocument extends Decoded {
  readonly bytes: Uint8Array;
}

/**
 * The whole of a text-like arrival, decoded.
 * @throws AccordingtoError INTAKE_TOO_LARGE, INTAKE_EMPTY, INTAKE_UNKNOWN_ENCODING.
 */
export async function textDocument(arrival: Arrival, limit: number, { markup }: { readonly markup: boolean }): Promise<TextDocument> {
  const bytes = await bytesOf(arrival, limit);
  const { from } = arrival;
  if (bytes.length === 0) throw new AccordingtoError('INTAKE_EMPTY', { from });
  const header = charsetOf(arrival.headers['content-type']);
  return { bytes, ...decode(bytes, { from, header, document: markup ? declaredIn(bytes) : null }) };
}

/**
 * Refuses a text whose own words could not be decoded: exact words are what it is kept for.
 * @throws AccordingtoError INTAKE_BROKEN_TEXT.
 */
export function refuseBroken(text: string, decoded: Decoded, from: string): void {
  if (decoded.broken > 0 && text.includes('\ufffd')) {
    throw new AccordingtoError('INTAKE_BROKEN_TEXT', { from, encoding: decoded.encoding, count: decoded.broken });
  }
}
