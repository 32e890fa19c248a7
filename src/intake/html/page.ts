import { AccordingtoError, type Warning } from '../../model/index.ts';
import type { Candidate } from '../formats/format.ts';
import { warning } from '../warnings.ts';
import { type LiveEntry, liveEntries } from './article/live.ts';
import { isStub } from './article/paywall.ts';
import { articleText } from './article/text.ts';
import { dateCandidates } from './dates/find.ts';
import { type PageOptions, parsePage } from './document.ts';
import { fieldCandidates } from './metadata/fields.ts';
import { articleNodes, linkedNodes, wordsOf } from './metadata/jsonld.ts';
import { type OneOfSeveral, oneOfSeveral } from './metadata/pages.ts';
import { metaTags } from './metadata/tags.ts';
import { oneLine, unescaped } from './words.ts';

/** An article as its page gives it. */
export interface Page {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly Warning[];
  /** Where it is a live blog that says so: its entries. */
  readonly entries: readonly LiveEntry[];
}

/** Characters: a report is longer as a rule. */
const STUB = 200;
/** Where a page sums itself up: all there is to read where it shows nothing else. */
const SUMMARIES = ['og:description', 'description', 'twitter:description'];

const titlesIn = (fields: readonly Candidate[]): readonly string[] =>
  fields.flatMap(({ field, value }) => (field === 'title' ? [value] : []));

/** A later page of an article is not the article: it goes by an address of its own, also where it calls the first page's its own. */
const ownAddress = ({ url }: OneOfSeveral): Candidate => ({
  field: 'url',
  value: url,
  from: 'links to its neighbours',
  why: 'one page of several, whose canonical address is the first one’s',
});

/**
 * One page: its article's words, and what it says of title, outlet, byline, day, address and language.
 * @throws AccordingtoError INTAKE_NO_ARTICLE, INTAKE_TOO_LARGE.
 */
export function readPage(html: string, options: PageOptions): Page {
  const document = parsePage(html, options);
  const nodes = linkedNodes(document);
  const tags = metaTags(document);
  const stated = fieldCandidates(document, nodes, tags, options.url);
  const several = oneOfSeveral(document, options.url ?? stated.find(({ field }) => field === 'url')?.value ?? null);
  const fields = several && several.number > 1 ? [ownAddress(several), ...stated] : stated;
  const dates = dateCandidates(document, nodes, tags, options.url);
  const body = wordsOf(articleNodes(nodes).find(({ articleBody }) => typeof articleBody === 'string')?.articleBody);
  const article = articleText(document, { titles: titlesIn(fields), stated: body });
  const summary = article ? null : oneLine(unescaped(SUMMARIES.map((name) => tags.get(name)?.[0]).find(Boolean) ?? ''));
  const text = article || summary;
  if (!text) throw new AccordingtoError('INTAKE_NO_ARTICLE', { from: options.from });
  const short = text.length < STUB ? [warning('intake-text-short', { actual: String(text.length) })] : [];
  const walled = isStub(document, nodes, text) ? [warning('intake-paywalled')] : [];
  const parted = several
    ? [warning('intake-one-of-several', { actual: String(several.number), expected: several.next ?? 'not there' })]
    : [];
  return { text, candidates: [...fields, ...dates], warnings: [...short, ...walled, ...parted], entries: liveEntries(nodes) };
}
