import type { Warning } from '../../model/index.ts';
import { isBinary } from '../encoding/binary.ts';
import { refuseBroken, textDocument } from '../encoding/document.ts';
import { knownMarkup } from '../encoding/markup.ts';
import { type Page, readPage } from '../html/page.ts';
import { warning } from '../warnings.ts';
import type { Article, Format } from './format.ts';

/** What only a page begins with, past byte order mark, white space, comments and an XML declaration. */
const OPENING =
  /^(?:\ufeff|\u00ef\u00bb\u00bf|\s|<!--(?:[^-]|-(?!->)){0,20000}-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|section|p|h1|h2|table|span|link|script|style)\b/i;
const ANYWHERE = /<(?:html|body|head)\b[^>]{0,500}>/i;

/** Bytes seen as characters one by one, zeros left out, so that UTF-16 shows its markup too. */
const asAscii = (head: Uint8Array): string =>
  Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16_384)).toString('latin1').replaceAll('\0', '');

/** What of a live blog's page holds for its entries too; the rest is each entry's own. */
const SHARED = ['outlet', 'language', 'section', 'url'];

/** Each entry of a live blog as a report of its own. Its bytes are what the page states of it: the page's would make all entries one. */
function* entriesOf({ entries, candidates }: Page, warnings: readonly Warning[]): Generator<Article> {
  const shared = candidates.filter(({ field }) => SHARED.includes(field));
  for (const [i, entry] of entries.entries()) {
    const raw = Buffer.from(JSON.stringify(entry));
    yield {
      kind: 'article',
      part: i + 1,
      text: entry.text,
      candidates: [...entry.candidates, ...shared],
      warnings,
      raw,
      mediaType: 'application/json',
    };
  }
}

export const html: Format = {
  name: 'html',
  describes: 'web pages (HTML, XHTML), saved or fetched',
  mediaType: 'text/html',
  extensions: ['.html', '.htm', '.xhtml'],
  streams: false,
  apart: true,
  recognises: ({ head, headers }) => {
    if (isBinary(head)) return false;
    const start = asAscii(head);
    return (
      OPENING.test(start) ||
      (ANYWHERE.test(start) && knownMarkup(head) === null) ||
      (/^text\/html\b|xhtml/i.test(headers['content-type'] ?? '') && start.includes('<'))
    );
  },
  async *read(arrival, { limits }) {
    const document = await textDocument(arrival, limits.maxBytes, { markup: true });
    const page = readPage(document.text, {
      url: arrival.url ?? arrival.fields.url ?? null,
      from: arrival.from,
      maxElements: limits.maxElements,
      maxNesting: limits.maxNesting,
    });
    refuseBroken(page.text, document, arrival.from);
    const outside = document.broken ? [warning('intake-bytes-broken', { actual: String(document.broken) })] : [];
    const warnings = [...document.warnings, ...outside, ...page.warnings];
    if (page.entries.length > 0 && !arrival.one) {
      yield* entriesOf(page, warnings);
      return;
    }
    yield { kind: 'article', text: page.text, candidates: page.candidates, warnings, raw: document.bytes, mediaType: 'text/html' };
  },
};
