import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** The parts of one WARC record (ISO 28500:2017). */
export interface WarcRecord {
  readonly type: 'warcinfo' | 'response' | 'resource' | 'metadata';
  /** Null for what is about the archive itself. */
  readonly target: string | null;
  /** ISO 8601, UTC. */
  readonly date: string;
  /** What its id is made from: the same words, the same id. */
  readonly name: string;
  readonly contentType: string;
  readonly block: Uint8Array;
  /** Where the payload begins in the block: after an HTTP head. */
  readonly payloadAt?: number;
  /** The id of the record that this one is about. */
  readonly about?: string;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An id that comes out the same at every export: a UUID (version 8, RFC 9562) of a hash. */
export function recordId(name: string): string {
  const hex = sha256(Buffer.from(name, 'utf8'));
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `<urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}>`;
}

/** Header values are one line each, whatever a document or a server put into them. */
export const headerValue = (value: string): string => value.replace(/[\r\n\0]+/g, ' ').trim();

/** One record, gzipped by itself, so that it can be read from its place alone. */
export function packRecord({ type, target, date, name, contentType, block, payloadAt, about }: WarcRecord): Buffer {
  const payload = payloadAt === undefined ? null : block.subarray(payloadAt);
  const lines = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: ${recordId(name)}`,
    `WARC-Date: ${date}`,
    ...(target === null ? [] : [`WARC-Target-URI: ${headerValue(target)}`]),
    ...(about === undefined ? [] : [`WARC-Refers-To: ${about}`]),
    `WARC-Block-Digest: sha256:${sha256(block)}`,
    ...(payload === null ? [] : [`WARC-Payload-Digest: sha256:${sha256(payload)}`]),
    `Content-Type: ${headerValue(contentType)}`,
    `Content-Length: ${block.length}`,
  ];
  return gzipSync(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8'), block, Buffer.from('\r\n\r\n')]));
}
