import { isBinary } from '../encoding/binary.ts';
import { refuseBroken, textDocument } from '../encoding/document.ts';
import { unreadMarkup } from '../encoding/markup.ts';
import { warning } from '../warnings.ts';
import type { Format } from './format.ts';

/** Lines of one paragraph are kept; line ends become `\n`, and gaps of several empty lines become one. */
export function tidyPlain(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Plain text: the last resort, for anything that is text at all. */
export const plain: Format = {
  name: 'text',
  describes: 'plain text',
  mediaType: 'text/plain',
  extensions: ['.txt', '.text'],
  streams: false,
  apart: false,
  recognises: ({ head }) => !isBinary(head) && unreadMarkup(head) === null,
  async *read(arrival, { limits }) {
    const document = await textDocument(arrival, limits.maxBytes, { markup: false });
    const text = tidyPlain(document.text);
    refuseBroken(text, document, arrival.from);
    const lost = text.split('\ufffd').length - 1;
    const warnings = lost ? [...document.warnings, warning('intake-replacement-characters', { actual: String(lost) })] : document.warnings;
    yield { kind: 'article', text, candidates: [], warnings, raw: document.bytes, mediaType: 'text/plain' };
  },
};
