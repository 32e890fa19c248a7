import { AccordingtoError } from '../../model/index.ts';
import { isBinary } from '../encoding/binary.ts';
import { textDocument } from '../encoding/document.ts';
import { warning } from '../warnings.ts';
import { candidatesFrom } from './candidates.ts';
import { changeIn, entrySources, linkIn, parsedEntry } from './entries.ts';
import type { Article, Format } from './format.ts';
import { child, childWords } from './xml.ts';

const ROOT = /<(?:\w{1,20}:)?(?:urlset|sitemapindex)\b/i;

/** One entry that has a headline; its bytes are its own piece of the sitemap. */
function articleOf(source: string, from: string): Article | null {
  const entry = parsedEntry(source, from);
  const news = child(entry, 'news');
  const title = childWords(news, 'title');
  if (!entry || !title) return null;
  const candidates = candidatesFrom('sitemap', {
    title,
    url: linkIn(entry),
    published: childWords(news, 'publication_date'),
    modified: changeIn(entry),
    outlet: childWords(child(news, 'publication'), 'name'),
    language: childWords(child(news, 'publication'), 'language'),
  });
  return {
    kind: 'article',
    text: title,
    candidates,
    warnings: [warning('intake-headline-only')],
    raw: Buffer.from(source),
    mediaType: 'application/xml',
  };
}

/**
 * Sitemaps with news tags: each entry that has a title is a report of that headline, its address and its day. What an entry points to is not
 * fetched: `accordingto watch` does that.
 */
export const sitemap: Format = {
  name: 'sitemap',
  describes: 'news sitemaps: each entry by its headline, address and day',
  mediaType: 'application/xml',
  extensions: ['.xml'],
  streams: false,
  apart: true,
  recognises: ({ head }) => !isBinary(head) && ROOT.test(Buffer.from(head.subarray(0, 2048)).toString('latin1')),
  async *read(arrival, { limits }) {
    const { text } = await textDocument(arrival, limits.maxBytes, { markup: true });
    let [any, seen] = [false, 0];
    for (const source of entrySources(text, 'url')) {
      if (++seen > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from: arrival.from, limit: limits.maxEntries });
      const article = articleOf(source, arrival.from);
      if (!article) continue;
      any = true;
      yield { ...article, part: seen };
    }
    if (!any) throw new AccordingtoError('INTAKE_NO_ARTICLE', { from: arrival.from });
  },
};
