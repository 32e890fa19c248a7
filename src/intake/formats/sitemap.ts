import { AccordingtoError } from '../../model/index.ts';
import { isBinary } from '../encoding/binary.ts';
import { textDocument } from '../encoding/document.ts';
import { warning } from '../warnings.ts';
import { candidatesFrom } from './candidates.ts';
import type { Format } from './format.ts';
import { child, childWords, descendants, parseXml } from './xml.ts';

const ROOT = /<(?:\w{1,20}:)?(?:urlset|sitemapindex)\b/i;

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
    const { text, bytes } = await textDocument(arrival, limits.maxBytes, { markup: true });
    const root = parseXml(text, arrival.from);
    const entries = root ? descendants(root, 'url') : [];
    if (entries.length > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from: arrival.from, limit: limits.maxEntries });
    let any = false;
    for (const [i, entry] of entries.entries()) {
      const news = child(entry, 'news');
      const title = childWords(news, 'title');
      if (!title) continue;
      any = true;
      const about = {
        title,
        url: childWords(entry, 'loc'),
        published: childWords(news, 'publication_date'),
        modified: childWords(entry, 'lastmod'),
        outlet: childWords(child(news, 'publication'), 'name'),
        language: childWords(child(news, 'publication'), 'language'),
      };
      // The bytes of one entry are not kept apart: its fields are, so that entries differ by their hash.
      const raw = entries.length === 1 ? bytes : Buffer.from(JSON.stringify(about));
      yield {
        kind: 'article',
        part: i + 1,
        text: title,
        candidates: candidatesFrom('sitemap', about),
        warnings: [warning('intake-headline-only')],
        raw,
        mediaType: entries.length === 1 ? 'application/xml' : 'application/json',
      };
    }
    if (!any) throw new AccordingtoError('INTAKE_NO_ARTICLE', { from: arrival.from });
  },
};
