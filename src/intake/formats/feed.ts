import { AccordingtoError } from '../../model/index.ts';
import { isBinary } from '../encoding/binary.ts';
import { textDocument } from '../encoding/document.ts';
import { readPage } from '../html/page.ts';
import type { TreeElement } from '../html/tree.ts';
import { unescaped } from '../html/words.ts';
import type { Limits } from '../limits.ts';
import { warning } from '../warnings.ts';
import { candidatesFrom } from './candidates.ts';
import type { Article, Format } from './format.ts';
import { child, childWords, parseXml } from './xml.ts';

const ROOT = /<(?:rss|feed|rdf:RDF)\b/i;
const ENTRY = /<(item|entry)\b/gi;
const MAX_TITLE = 300;

/** The address of an Atom entry or RSS item. */
function linkOf(item: TreeElement): string | null {
  const atom = [...item.children].find(
    (one) => one.tagName.toLowerCase() === 'link' && /^(?:alternate)?$/.test(one.getAttribute('rel') ?? ''),
  );
  return atom?.getAttribute('href') ?? childWords(item, 'link') ?? null;
}

/** The words of an item: the whole article where the feed carries it, else its summary. */
function bodyOf(item: TreeElement): { readonly html: string; readonly whole: boolean } {
  const whole = child(item, 'content:encoded') ?? child(item, 'content');
  const source = whole?.textContent?.trim() ? whole : (child(item, 'description') ?? child(item, 'summary'));
  return { html: source?.textContent ?? '', whole: source === whole && source !== null };
}

function articleOf(source: string, outlet: string | null, from: string, limits: Limits): Article | null {
  const item = parseXml(`<x xmlns:content="c" xmlns:dc="d" xmlns:atom="a" xmlns:media="m">${source}</x>`, from)
    ?.children[Symbol.iterator]()
    .next().value;
  if (!item) return null;
  const { html, whole } = bodyOf(item);
  const url = linkOf(item);
  const candidates = candidatesFrom('feed', {
    title: unescaped(childWords(item, 'title') ?? '').slice(0, MAX_TITLE),
    byline: childWords(item, 'dc:creator') ?? childWords(child(item, 'author'), 'name') ?? childWords(item, 'author'),
    published: childWords(item, 'pubdate') ?? childWords(item, 'published') ?? childWords(item, 'dc:date') ?? childWords(item, 'updated'),
    url,
    outlet,
  });
  const page = readPage(`<article>${html}</article>`, { url, from, maxElements: limits.maxElements, maxNesting: limits.maxNesting });
  const warnings = whole ? page.warnings : [warning('intake-headline-only')];
  return { kind: 'article', text: page.text, candidates, warnings, raw: Buffer.from(source), mediaType: 'application/xml' };
}

/** The source of each entry. Stops at one that is not closed. */
function* items(text: string): Generator<string> {
  const opening = new RegExp(ENTRY);
  for (let start = opening.exec(text); start; start = opening.exec(text)) {
    const closing = `</${start[1]}>`;
    const end = text.indexOf(closing, start.index);
    if (end < 0) return;
    opening.lastIndex = end + closing.length;
    yield text.slice(start.index, opening.lastIndex);
  }
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
    const front = text.slice(0, text.search(/<(?:item|entry)\b/i) >>> 0);
    const outlet = unescaped(/<title\b[^>]*>(?:<!\[CDATA\[)?([^<\]]{1,200})/i.exec(front)?.[1] ?? '').trim() || null;
    let entry = 0;
    for (const source of items(text)) {
      entry++;
      if (entry > limits.maxEntries) throw new AccordingtoError('INTAKE_EXPANDS', { from: arrival.from, limit: limits.maxEntries });
      const from = `${arrival.from}#${entry}`;
      try {
        const article = articleOf(source, outlet, from, limits);
        if (article) yield { ...article, part: entry };
      } catch (error) {
        if (!(error instanceof AccordingtoError)) throw error;
        yield { kind: 'rejected', from, problem: error.problem };
      }
    }
  },
};
