import { gunzipSync } from 'node:zlib';
import { AccordingtoError } from '../../model/index.ts';
import { charsetOf, declaredIn, decode } from '../encoding/decode.ts';
import { child, childWords, parseXml } from '../formats/xml.ts';
import type { TreeElement } from '../html/tree.ts';
import { unescaped } from '../html/words.ts';

/** One article that a feed or sitemap points to, and what it says of its last change, as it is written there. */
export interface Listed {
  readonly url: string;
  readonly changed: string | null;
}

/** What a feed, a sitemap or an index of sitemaps points to, in its order. */
export interface Listing {
  readonly kind: 'feed' | 'sitemap' | 'sitemap-index';
  readonly entries: readonly Listed[];
}

export interface ListingSource {
  /** Its own address: links in it may be relative. */
  readonly address: string;
  readonly contentType: string | undefined;
  readonly maxBytes: number;
}

/** As the sitemap protocol allows; a feed has far fewer. */
const MOST_ENTRIES = 50_000;
const HEAD = 4096;

/** Which element of a root holds one entry. */
const ROOTS: readonly (readonly [root: RegExp, entry: string, kind: Listing['kind']])[] = [
  [/<(?:\w+:)?sitemapindex\b/i, 'sitemap', 'sitemap-index'],
  [/<(?:\w+:)?urlset\b/i, 'url', 'sitemap'],
  [/<(?:rss|rdf:RDF)\b/i, 'item', 'feed'],
  [/<(?:\w+:)?feed\b/i, 'entry', 'feed'],
];

/** The source of each entry, in order. Stops at one that is not closed. */
function* entrySources(text: string, name: string): Generator<string> {
  const opening = new RegExp(`<((?:\\w+:)?${name})(?=[\\s>])`, 'gi');
  for (let start = opening.exec(text), count = 0; start && count < MOST_ENTRIES; start = opening.exec(text), count++) {
    const closing = `</${start[1]}>`;
    const end = text.indexOf(closing, start.index);
    if (end < 0) return;
    opening.lastIndex = end + closing.length;
    yield text.slice(start.index, opening.lastIndex);
  }
}

/** Where an entry leads: Atom's alternate link, RSS's link, a permanent guid, a sitemap's loc. */
function linkIn(entry: TreeElement): string | null {
  const links = [...entry.children].filter((one) => /^(?:\w+:)?link$/i.test(one.tagName));
  const alternate = links.find((one) => one.getAttribute('href') && /^(?:alternate)?$/i.test(one.getAttribute('rel') ?? ''));
  const guid = child(entry, 'guid');
  const permanent = guid && guid.getAttribute('isPermaLink') !== 'false' ? childWords(entry, 'guid') : null;
  return (
    alternate?.getAttribute('href') ?? childWords(entry, 'loc') ?? links.map((one) => one.textContent?.trim()).find(Boolean) ?? permanent
  );
}

/** What an entry says of its last change, else of its publication. */
function changeIn(entry: TreeElement): string | null {
  const news = childWords(child(entry, 'news:news'), 'publication_date');
  return (
    childWords(entry, 'updated') ??
    childWords(entry, 'lastmod') ??
    childWords(entry, 'modified') ??
    childWords(entry, 'pubdate') ??
    childWords(entry, 'published') ??
    childWords(entry, 'date') ??
    news
  );
}

/** Prefixes that feeds and sitemaps use, declared so that a piece of one can be parsed alone. */
const PREFIXES = 'xmlns:content="c" xmlns:dc="d" xmlns:atom="a" xmlns:media="m" xmlns:news="n" xmlns:image="i" xmlns:dcterms="t"';

/** An address as it can be asked for; null for anything but http and https. */
function absolute(link: string | null, base: string): string | null {
  const written = unescaped((link ?? '').trim());
  if (!written || !URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

function fromXml(text: string, name: string, { address }: ListingSource): readonly Listed[] {
  const found: Listed[] = [];
  for (const source of entrySources(text, name)) {
    const entry = parseXml(`<x ${PREFIXES}>${source}</x>`, address)?.children[Symbol.iterator]().next().value;
    const url = entry ? absolute(linkIn(entry), address) : null;
    if (entry && url) found.push({ url, changed: changeIn(entry) });
  }
  return found;
}

/** JSON Feed 1 and 1.1. */
function fromJson(text: string, { address }: ListingSource): Listing | null {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    // Not JSON after all: no listing.
    return null;
  }
  const { version, items } = (feed ?? {}) as { readonly version?: unknown; readonly items?: unknown };
  if (typeof version !== 'string' || !version.includes('jsonfeed.org') || !Array.isArray(items)) return null;
  const words = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
  const entries = items.slice(0, MOST_ENTRIES).flatMap((item: unknown) => {
    const { url, external_url, date_modified, date_published } = (item ?? {}) as Readonly<Record<string, unknown>>;
    const link = absolute(words(url) ?? words(external_url), address);
    return link ? [{ url: link, changed: words(date_modified) ?? words(date_published) }] : [];
  });
  return { kind: 'feed', entries };
}

/** @throws AccordingtoError INTAKE_DAMAGED, INTAKE_EXPANDS. */
function unpacked(bytes: Uint8Array, { address, maxBytes }: ListingSource): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    if (tooLarge) throw new AccordingtoError('INTAKE_EXPANDS', { from: address, limit: maxBytes }, { cause });
    throw new AccordingtoError('INTAKE_DAMAGED', { from: address, reason: 'it cannot be unpacked' }, { cause });
  }
}

/**
 * What a feed (RSS, Atom, JSON Feed) or sitemap points to; null for anything else. Nothing that it points to is fetched.
 * @throws AccordingtoError where it cannot be unpacked or decoded, or is nested without end.
 */
export function listingOf(packed: Uint8Array, source: ListingSource): Listing | null {
  const bytes = unpacked(packed, source);
  const { text } = decode(bytes, { from: source.address, header: charsetOf(source.contentType), document: declaredIn(bytes) });
  if (/^\s*\{/.test(text)) return fromJson(text, source);
  if (!/^\s*</.test(text)) return null;
  const head = text.slice(0, HEAD);
  const row = ROOTS.find(([root]) => root.test(head));
  return row ? { kind: row[2], entries: fromXml(text, row[1], source) } : null;
}
