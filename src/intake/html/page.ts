import { AccordingtoError, type Warning } from '../../model/index.ts';
import type { Candidate } from '../formats/format.ts';
import { articleText } from './article/text.ts';
import { dateCandidates } from './dates/find.ts';
import { type PageOptions, parsePage } from './document.ts';
import { fieldCandidates } from './metadata/fields.ts';
import { linkedNodes } from './metadata/jsonld.ts';
import { metaTags } from './metadata/tags.ts';

/** An article as its page gives it. */
export interface Page {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly Warning[];
}

const titlesIn = (fields: readonly Candidate[]): readonly string[] =>
  fields.flatMap(({ field, value }) => (field === 'title' ? [value] : []));

/**
 * One page: its article's words, and what it says of title, outlet, byline, day, address and language.
 * @throws AccordingtoError INTAKE_NO_ARTICLE, INTAKE_TOO_LARGE.
 */
export function readPage(html: string, options: PageOptions): Page {
  const document = parsePage(html, options);
  const nodes = linkedNodes(document);
  const tags = metaTags(document);
  const fields = fieldCandidates(document, nodes, tags, options.url);
  const dates = dateCandidates(document, nodes, tags, options.url);
  const text = articleText(document, titlesIn(fields));
  if (!text) throw new AccordingtoError('INTAKE_NO_ARTICLE', { from: options.from });
  return { text, candidates: [...fields, ...dates], warnings: [] };
}
