import { AccordingtoError } from '../../model/index.ts';
import { isBinary } from '../encoding/binary.ts';
import { textDocument } from '../encoding/document.ts';
import { readPage } from '../html/page.ts';
import type { TreeElement } from '../html/tree.ts';
import { unescaped } from '../html/words.ts';
import type { Limits } from '../limits.ts';
import { warning } from '../warnings.ts';
import { candidatesFrom } from './candidates.ts';
import { absoluteLink, changeIn, entrySources, frontOf, linkIn, parsedEntry, publicationIn } from './entries.ts';
import type { Article, Format } from './format.ts';
import { child, childWords } from './xml.ts';

const ROOT = /<(?:rss|feed|rdf:RDF)\b/i;
const MAX_TITLE = 300;

/** The words of an item: the whole article where the feed carries it, else its summary. */
function bodyOf(item: TreeElement): { readonly html: string; readonly whole: boolean } {
  const whole = child(item, 'content:encoded') ?? child(item, 'content');
  const source = whole?.textContent?.trim() ? whole : (child(item, 'description') ?? child(item, 'summary'));
  return { html: source?.textContent ?? '', whole: source === whole && source !== null };
}

/** Whom an entry was taken over from: RSS names it, Atom gives its feed's title. */
function sourceOf(item: TreeElement): string | null {
  const source = child(item, 'source');
  return childWords(source, 'title') ?? (source?.children[Symbol.iterator]().next().done ? childWords(item, 'source') : null);
}

/** What the feed says of all that is in it. */
interface Feed {
  readonly outlet: string | null;
  readonly language: string | null;
  /** Its own address, null where it came from none: links in it may be relative. */
  readonly address: string | null;
}

function articleOf(source: string, { outlet, language, address }: Feed, from: string, limits: Limits): Article | null {
  const item = parsedEntry(source, from);
  if (!item) return null;
  const { html, whole } = bodyOf(item);
  const link = linkIn(item);
  const url = absoluteLink(link, address) ?? link;
  const candidates = candidatesFrom('feed', {
    title: unescaped(childWords(item, 'title') ?? '').slice(0, MAX_TITLE),
    byline: childWords(item, 'dc:creator') ?? childWords(child(item, 'author'), 'name') ?? childWords(item, 'author'),
    published: publicationIn(item) ?? changeIn(item),
    modified: changeIn(item),
    section: childWords(item, 'category') ?? child(item, 'category')?.getAttribute('term'),
    url,
    outlet: sourceOf(item) ?? outlet,
    language,
  });
  const page = readPage(`<article>${html}</article>`, { url, from, maxElements: limits.maxElements, maxNesting: limits.maxNesting });
  const warnings = whole ? page.warnings : [warning('intake-headline-only')];
  return { kind: 'article', text: page.text, candidates, warnings, raw: Buffer.from(source), mediaType: 'application/xml' };
}

/** RSS and Atom: each entry a report. Nothing that an entry points to is fetched. */
export const feed: Format = {
  name: 'feed',
  describes: 'feeds (RSS, Atom): each entry a report, as far as the feed carries it',
  mediaType: 'application/rss+xml',
  extensions: ['.rss', '.atom', '.xml'],
  streams: false,
  apart: true,
  recognises: ({ head }) =>
    !isBinary(head) &&
    /^\s*(?:\ufeff|\u00ef\u00bb\u00bf)?\s*</.test(Buffer.from(head.subarray(0, 64)).toString('latin1')) &&
    ROOT.test(Buffer.from(head.subarray(0, 2048)).toString('latin1')),
  async *read(arrival, { limits }) {
    const { text } = await textDocument(arrival, limits.maxBytes, { markup: true });
    const front = frontOf(text);
    const outlet = unescaped(/<title\b[^>]*>(?:<!\[CDATA\[)?([^<\]]{1,200})/i.exec(front)?.[1] ?? '').trim() || null;
    const language =
      /<(?:dc:)?language>\s{0,9}([\w-]{2,20})|<feed[^>]{0,2000}\sxml:lang=["']([\w-]{2,20})/i.exec(front)?.slice(1).find(Boolean) ?? null;
    const about: Feed = { outlet, language, address: arrival.url };
    let entry = 0;
    for (const source of entrySources(text, 'item|entry')) {
      entry++;
      if (entry > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from: arrival.from, limit: limits.maxEntries });
      const from = `${arrival.from}#${entry}`;
      try {
        const article = articleOf(source, about, from, limits);
        if (article) yield { ...article, part: entry };
      } catch (error) {
        if (!(error instanceof AccordingtoError)) throw error;
        yield { kind: 'rejected', from, problem: error.problem };
      }
    }
  },
};
