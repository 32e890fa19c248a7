import { Readable } from 'node:stream';
import { AccordingtoError } from '../../model/index.ts';
import { arrivalOf } from '../arrival.ts';
import { bodyBytes } from '../fetch/body.ts';
import type { Format } from './format.ts';

/** A byte stream from which lines and counted blocks are taken; holds no more than one of them. */
class Taker {
  #chunk: Uint8Array = new Uint8Array();
  readonly #source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next();
    this.#chunk = done ? new Uint8Array() : value;
    return !done;
  }

  /** The next line without its end; null at the end. Longer lines than `limit` are cut. */
  async line(limit = 16_384): Promise<string | null> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      if (this.#chunk.length === 0 && !(await this.#more())) return parts.length ? Buffer.concat(parts).toString('utf8') : null;
      const end = this.#chunk.indexOf(0x0a);
      const piece = this.#chunk.subarray(0, end < 0 ? this.#chunk.length : end);
      if (length < limit) parts.push(piece);
      length += piece.length;
      this.#chunk = this.#chunk.subarray(end < 0 ? this.#chunk.length : end + 1);
      if (end >= 0) return Buffer.concat(parts).toString('utf8').replace(/\r$/, '');
    }
  }

  /** The next `length` bytes, or null (they are passed over all the same) where they are more than `limit`. */
  async block(length: number, limit: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let left = length;
    while (left > 0) {
      if (this.#chunk.length === 0 && !(await this.#more())) break;
      const piece = this.#chunk.subarray(0, left);
      if (length <= limit) parts.push(piece);
      left -= piece.length;
      this.#chunk = this.#chunk.subarray(piece.length);
    }
    return length <= limit ? Buffer.concat(parts) : null;
  }
}

async function headersOf(taker: Taker): Promise<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (let line = await taker.line(); line; line = await taker.line()) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return headers;
}

/** Chunked transfer encoding undone; what is not chunked after all stays as it is. */
function dechunked(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Buffer[] = [];
  for (let at = 0; at < buffer.length; ) {
    const end = buffer.indexOf('\r\n', at);
    const size = Number.parseInt(buffer.toString('latin1', at, Math.min(end < 0 ? at : end, at + 16)), 16);
    if (end < 0 || !Number.isFinite(size)) return parts.length ? Buffer.concat(parts) : bytes;
    if (size === 0) break;
    parts.push(buffer.subarray(end + 2, end + 2 + size));
    at = end + 4 + size;
  }
  return Buffer.concat(parts);
}

const READ = /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf)|$)/i;

/** A stored answer of a site as an arrival; null where it is no page (a picture, a script, an error). */
async function pageOf(block: Uint8Array, warc: Readonly<Record<string, string>>, from: string, depth: number, limit: number) {
  const url = (warc['warc-target-uri'] ?? '').replace(/^<|>$/g, '') || null;
  const about = { from: `${from}!${url ?? warc['warc-record-id'] ?? ''}`, url, depth: depth + 1 };
  if (warc['warc-type'] === 'resource') return READ.test(warc['content-type'] ?? '') ? arrivalOf(block, { ...about, headers: warc }) : null;
  const answer = new Taker(Readable.from([block]));
  const status = Number(/^HTTP\/[\d.]+ (\d{3})/.exec((await answer.line()) ?? '')?.[1]);
  const headers = await headersOf(answer);
  if (status !== 200 || !READ.test(headers['content-type'] ?? '')) return null;
  const stored = (await answer.block(block.length, block.length)) ?? new Uint8Array();
  const whole = /chunked/i.test(headers['transfer-encoding'] ?? '') ? dechunked(stored) : stored;
  const bytes = await bodyBytes(Readable.from([whole]), headers['content-encoding'], limit, about.from);
  // The record's own Content-Type and length are of the record, not of the page in it.
  const ofRecord = Object.fromEntries(Object.entries(warc).filter(([name]) => name.startsWith('warc-')));
  return arrivalOf(bytes, { ...about, headers: { ...headers, ...ofRecord } });
}

/** Web archives, read record by record: the pages in them, by the addresses they were had from. */
export const warc: Format = {
  name: 'warc',
  describes: 'web archives (WARC), plain or gzipped, read as a stream',
  mediaType: 'application/warc',
  extensions: ['.warc', '.warc.gz'],
  streams: true,
  apart: false,
  recognises: ({ head }) => /^WARC\/\d/.test(Buffer.from(head.subarray(0, 8)).toString('latin1')),
  async *read(arrival, { limits }) {
    const { from, depth } = arrival;
    const taker = new Taker(arrival.stream());
    let records = 0;
    for (let line = await taker.line(); line !== null; line = await taker.line()) {
      if (line === '') continue;
      if (!line.startsWith('WARC/'))
        throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: `record ${records + 1} does not begin as one` });
      if (++records > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from, limit: limits.maxBytes });
      const head = await headersOf(taker);
      const length = Number(head['content-length']);
      if (!Number.isSafeInteger(length) || length < 0)
        throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: `record ${records} has no length` });
      const wanted = head['warc-type'] === 'response' || head['warc-type'] === 'resource';
      const block = await taker.block(length, wanted ? limits.maxBytes : 0);
      if (!wanted) continue;
      try {
        if (!block) throw new AccordingtoError('INTAKE_TOO_LARGE', { from: head['warc-target-uri'] ?? from, limit: limits.maxBytes });
        const page = await pageOf(block, head, from, depth, limits.maxBytes);
        if (page) yield { kind: 'part', arrival: page };
      } catch (error) {
        if (!(error instanceof AccordingtoError)) throw error;
        yield { kind: 'rejected', from: `${from}!${head['warc-target-uri'] ?? records}`, problem: error.problem };
      }
    }
  },
};
