import { type ErrorCode, type ErrorDetails, problem } from '../../model/index.ts';
import { type Arrival, arrivalOf } from '../arrival.ts';
import { isBinary } from '../encoding/binary.ts';
import { asUtf8 } from '../encoding/decode.ts';
import type { Candidate, Field, Format, FormatContext, Found, Rejected } from './format.ts';
import { html } from './html.ts';
import { type Line, linesOf } from './lines.ts';

const FIELDS: readonly Field[] = ['id', 'title', 'outlet', 'byline', 'published', 'url', 'language'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where JSON.parse stopped, without the excerpt of the document that V8 adds. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/,? ?\.*"[\s\S]*$/, '').slice(0, 120) || 'it cannot be parsed';

const blank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

const rejected = (from: string, line: number, code: ErrorCode, details: ErrorDetails): Rejected => ({
  kind: 'rejected',
  from: `${from}:${line}`,
  problem: problem(code, { from, line, ...details }),
});

function given(record: Record<string, unknown>, line: number): readonly Candidate[] {
  return FIELDS.flatMap((field) => {
    const value = record[field];
    const usable = typeof value === 'string' ? value.trim() !== '' : typeof value === 'number';
    return usable ? [{ field, value: String(value), from: `"${field}" of line ${line}` }] : [];
  });
}

const PAGE = { 'content-type': 'text/html; charset=utf-8' };

/** One line as an article. `text` is taken as it stands; `html` is a page, to be read as one. */
function foundIn(record: Record<string, unknown>, line: Line & { readonly bytes: Uint8Array }, { from, depth }: Arrival): Found | null {
  const own = given(record, line.number);
  const shared = { raw: line.bytes, mediaType: 'application/json', candidates: own };
  if (typeof record.text === 'string') return { kind: 'article', ...shared, text: record.text, warnings: [] };
  if (typeof record.html !== 'string') return null;
  const url = typeof record.url === 'string' ? record.url : null;
  const page = arrivalOf(Buffer.from(record.html), { from: `${from}:${line.number}`, url, headers: PAGE, depth, one: true });
  return { kind: 'part', arrival: page, as: html, frame: shared };
}

function readLine(line: Line, arrival: Arrival, context: FormatContext): Found | null {
  const { from } = arrival;
  const refuse = (code: ErrorCode, details: ErrorDetails = {}) => rejected(from, line.number, code, details);
  if (!line.bytes) return refuse('INTAKE_TOO_LARGE', { from: `${from}:${line.number}`, limit: context.limits.maxBytes });
  if (blank(line.bytes)) return null;
  const text = asUtf8(line.bytes);
  if (text === null) return refuse('INTAKE_BAD_JSON', { reason: 'it is not UTF-8' });
  let record: unknown;
  try {
    record = JSON.parse(line.number === 1 ? text.replace(/^\ufeff/, '') : text);
  } catch (error) {
    return refuse('INTAKE_BAD_JSON', { reason: reasonOf(error) });
  }
  if (!isRecord(record)) return refuse('INTAKE_BAD_RECORD', { reason: 'it is no object' });
  const found = foundIn(record, { ...line, bytes: line.bytes }, arrival);
  return found ?? refuse('INTAKE_BAD_RECORD', { reason: 'it has neither "text" nor "html"' });
}

/** The start of a line of ours, whole or cut off by the end of the head. */
function looksLikeRecord(head: Uint8Array): boolean {
  const end = head.indexOf(0x0a);
  const first = Buffer.from(head.subarray(0, end < 0 ? head.length : end))
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (!/^\s*\{\s*"/.test(first)) return false;
  if (end < 0) return /"(text|html)"\s*:\s*"/.test(first);
  try {
    const record: unknown = JSON.parse(first);
    return isRecord(record) && (typeof record.text === 'string' || typeof record.html === 'string');
  } catch {
    return false;
  }
}

/** JSON Lines of reports, read line by line: memory is bounded by the longest line. */
export const jsonLines: Format = {
  name: 'jsonl',
  describes: 'JSON Lines: {"id", "text" or "html", "published"?, "title"?, "url"?, "outlet"?, "byline"?} a line, plain or gzipped',
  mediaType: 'application/jsonl',
  extensions: ['.jsonl', '.ndjson', '.jsonl.gz'],
  streams: true,
  apart: false,
  recognises: ({ head }) => !isBinary(head) && looksLikeRecord(head),
  async *read(arrival, context) {
    for await (const line of linesOf(arrival.stream(), context.limits.maxBytes)) {
      const found = readLine(line, arrival, context);
      if (found) yield found;
    }
  },
};
