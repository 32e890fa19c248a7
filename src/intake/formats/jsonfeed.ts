import { AccordingtoError, problem } from '../../model/index.ts';
import { isBinary } from '../encoding/binary.ts';
import { refuseBroken, textDocument } from '../encoding/document.ts';
import { readPage } from '../html/page.ts';
import type { Limits } from '../limits.ts';
import { warning } from '../warnings.ts';
import { candidatesFrom } from './candidates.ts';
import { isItem, jsonFeedIn } from './entries.ts';
import type { Article, Format } from './format.ts';

type Item = Readonly<Record<string, unknown>>;

const VERSION = /"version"\s{0,9}:\s{0,9}"https?:\/\/jsonfeed\.org\/version\//;

const words = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const objects = (value: unknown): readonly Item[] => (Array.isArray(value) ? value.filter(isItem) : []);

/** The names of authors, as version 1.1 gives them, or version 1. */
const bylineOf = (item: Item): string | null => {
  const authors = isItem(item.author) ? [item.author] : objects(item.authors);
  return (
    authors
      .map(({ name }) => words(name))
      .filter(Boolean)
      .join(', ') || null
  );
};

function articleOf(item: Item, feed: Item, from: string, { maxElements, maxNesting }: Limits): Article {
  const url = words(item.url) ?? words(item.external_url);
  const candidates = candidatesFrom('feed', {
    title: words(item.title),
    byline: bylineOf(item) ?? bylineOf(feed),
    published: words(item.date_published) ?? words(item.date_modified),
    modified: words(item.date_modified),
    url,
    outlet: words(feed.title),
    language: words(item.language) ?? words(feed.language),
  });
  const shared = { kind: 'article', candidates, raw: Buffer.from(JSON.stringify(item)), mediaType: 'application/feed+json' } as const;
  const html = words(item.content_html);
  if (html) {
    const page = readPage(`<article>${html}</article>`, { url, from, maxElements, maxNesting });
    return { ...shared, text: page.text, warnings: page.warnings };
  }
  const text = words(item.content_text);
  if (text) return { ...shared, text, warnings: [] };
  return { ...shared, text: words(item.summary) ?? '', warnings: [warning('intake-headline-only')] };
}

/** JSON Feed: each item a report. What an item points to is not fetched. */
export const jsonFeed: Format = {
  name: 'jsonfeed',
  describes: 'JSON Feed: each item a report, as far as the feed carries it',
  mediaType: 'application/feed+json',
  extensions: ['.json'],
  streams: false,
  apart: true,
  recognises: ({ head }) => !isBinary(head) && VERSION.test(Buffer.from(head.subarray(0, 4096)).toString('latin1')),
  async *read(arrival, { limits }) {
    const document = await textDocument(arrival, limits.maxBytes, { markup: false });
    refuseBroken(document.text, document, arrival.from);
    let found: ReturnType<typeof jsonFeedIn>;
    try {
      found = jsonFeedIn(document.text);
    } catch (cause) {
      throw new AccordingtoError('INTAKE_DAMAGED', { from: arrival.from, reason: 'it is no whole JSON' }, { cause });
    }
    const { feed, items } = found ?? { feed: {}, items: [] };
    if (items.length > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from: arrival.from, limit: limits.maxEntries });
    for (const [i, item] of items.entries()) {
      const from = `${arrival.from}#${i + 1}`;
      try {
        const article = articleOf(item, feed, from, limits);
        if (article.text.trim()) yield { ...article, part: i + 1 };
        else yield { kind: 'rejected', from, problem: problem('INTAKE_NO_ARTICLE', { from }) };
      } catch (error) {
        if (!(error instanceof AccordingtoError)) throw error;
        yield { kind: 'rejected', from, problem: error.problem };
      }
    }
  },
};
