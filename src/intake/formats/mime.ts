import iconv from 'iconv-lite';
import { AccordingtoError } from '../../model/index.ts';

/** One part of a mail or of a page saved as MHTML. */
export interface MimePart {
  /** By lower-case name; of several, the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly type: string;
  readonly charset: string | null;
  readonly name: string | null;
  readonly isAttachment: boolean;
  readonly bytes: Uint8Array;
  readonly parts: readonly MimePart[];
}

const MAX_PARTS = 1000;
const MAX_DEPTH = 20;

/** Words in headers that are not ASCII (RFC 2047). */
export const decodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]{1,40})(?:\*[\w-]*)?\?([bq])\?([^?]{0,1000})\?=/gi, (whole, charset: string, kind: string, text: string) => {
      if (!iconv.encodingExists(charset)) return whole;
      return iconv.decode(/b/i.test(kind) ? Buffer.from(text, 'base64') : fromQuoted(text.replaceAll('_', ' ')), charset);
    });

/** Quoted-printable to bytes (RFC 2045). */
const fromQuoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/[ \t]+(?=\r?\n)|=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const parameter = (value: string, name: string): string | null =>
  new RegExp(`;\\s*${name}\\*?\\s*=\\s*(?:"([^"]{0,300})"|([^;\\s]{1,300}))`, 'i').exec(value)?.slice(1).find(Boolean) ?? null;

function headersOf(source: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of source.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** Mail source (bytes seen as Latin-1, so that none is lost) as a tree of parts. @throws AccordingtoError INTAKE_TOO_DEEP. */
export function parseMime(source: string, from: string, depth = 0, counter = { parts: 0 }): MimePart {
  if (depth > MAX_DEPTH || ++counter.parts > MAX_PARTS) throw new AccordingtoError('INTAKE_TOO_DEEP', { from, limit: MAX_DEPTH });
  const gap = /\r?\n\r?\n/.exec(source);
  const headers = headersOf(gap ? source.slice(0, gap.index) : source);
  const body = gap ? source.slice(gap.index + gap[0].length) : '';
  const contentType = headers.get('content-type') ?? 'text/plain';
  const disposition = headers.get('content-disposition') ?? '';
  const boundary = /^multipart\//i.test(contentType) ? parameter(contentType, 'boundary') : null;
  const pieces = boundary ? `\n${body}`.split(`\n--${boundary}`).slice(1) : [];
  const parts = pieces
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => parseMime(piece.replace(/^[^\n]*\n/, ''), from, depth + 1, counter));
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  const bytes =
    encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? fromQuoted(body) : Buffer.from(body, 'latin1');
  const name = parameter(disposition, 'filename') ?? parameter(contentType, 'name');
  return {
    headers,
    type: contentType.split(';')[0]?.trim().toLowerCase() ?? '',
    charset: parameter(contentType, 'charset'),
    name: name && decodedWords(name),
    isAttachment: /^attachment/i.test(disposition),
    bytes: boundary ? Buffer.alloc(0) : bytes,
    parts,
  };
}

/** Every part without parts of its own, in order. */
export const leaves = (part: MimePart): readonly MimePart[] => (part.parts.length ? part.parts.flatMap(leaves) : [part]);
