import { gunzipSync } from 'node:zlib';
import { AccordingtoError } from '../../model/index.ts';
import { charsetOf, declaredIn, decode } from '../encoding/decode.ts';
import { absoluteLink, changeIn, entrySources, jsonFeedIn, linkIn, parsedEntry, publicationIn } from '../formats/entries.ts';

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

function fromXml(text: string, name: string, { address }: ListingSource): readonly Listed[] {
  const found: Listed[] = [];
  let seen = 0;
  for (const source of entrySources(text, name)) {
    if (++seen > MOST_ENTRIES) break;
    const entry = parsedEntry(source, address);
    const url = entry && absoluteLink(linkIn(entry), address);
    if (entry && url) found.push({ url, changed: changeIn(entry) ?? publicationIn(entry) });
  }
  return found;
}

function fromJson(text: string, { address }: ListingSource): Listing | null {
  let found: ReturnType<typeof jsonFeedIn>;
  try {
    found = jsonFeedIn(text);
  } catch {
    // Not JSON after all: no listing.
    return null;
  }
  if (!found) return null;
  const words = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
  const entries = found.items.slice(0, MOST_ENTRIES).flatMap(({ url, external_url, date_modified, date_published }) => {
    const link = absoluteLink(words(url) ?? words(external_url), address);
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
