import { AccordingtoError, type ErrorCode, type ErrorDetails, problem } from '../../model/index.ts';
import type { Arrival } from '../arrival.ts';
import { isBinary } from '../encoding/binary.ts';
import { asUtf8 } from '../encoding/decode.ts';
import { readPage } from '../html/page.ts';
import type { Article, Candidate, Field, Format, FormatContext, Rejected } from './format.ts';
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

/** One line as an article. `text` is taken as it stands; `html` is read as a page. */
function articleOf(
  record: Record<string, unknown>,
  line: Line & { readonly bytes: Uint8Array },
  arrival: Arrival,
  context: FormatContext,
): Article | null {
  const own = given(record, line.number);
  const shared = { kind: 'article', raw: line.bytes, mediaType: 'application/json' } as const;
  if (typeof record.text === 'string') return { ...shared, text: record.text, candidates: own, warnings: [] };
  if (typeof record.html !== 'string') return null;
  const url = typeof record.url === 'string' ? record.url : null;
  const page = readPage(record.html, {
    url,
    from: `${arrival.from}:${line.number}`,
    maxElements: context.limits.maxElements,
    maxNesting: context.limits.maxNesting,
  });
  return { ...shared, text: page.text, candidates: [...own, ...page.candidates], warnings: page.warnings };
}

function readLine(line: Line, arrival: Arrival, context: FormatContext): Article | Rejected | null {
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
  try {
    const article = articleOf(record, { ...line, bytes: line.bytes }, arrival, context);
    return article ?? refuse('INTAKE_BAD_RECORD', { reason: 'it has neither "text" nor "html"' });
  } catch (error) {
    if (error instanceof AccordingtoError) return { kind: 'rejected', from: `${from}:${line.number}`, problem: error.problem };
    return refuse('INTAKE_PARSER_FAILED', { from: `${from}:${line.number}`, format: 'html', reason: reasonOf(error) });
  }
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
  recognises: ({ head }) => !isBinary(head) && looksLikeRecord(head),
  async *read(arrival, context) {
    for await (const line of linesOf(arrival.stream(), context.limits.maxBytes)) {
      const found = readLine(line, arrival, context);
      if (found) yield found;
    }
  },
};
