import type { TreeElement } from '../html/tree.ts';
import { unescaped } from '../html/words.ts';
import { child, childWords, parseXml } from './xml.ts';

/** Prefixes that feeds and sitemaps use, declared so that a piece of one can be parsed alone. */
const PREFIXES = 'xmlns:content="c" xmlns:dc="d" xmlns:atom="a" xmlns:media="m" xmlns:news="n" xmlns:image="i" xmlns:dcterms="t"';

/** What a document without entries begins with: all of it. */
export const frontOf = (text: string): string => text.slice(0, text.search(/<(?:\w{1,20}:)?(?:item|entry|url|sitemap)[\s>]/i) >>> 0);

/**
 * The source of each entry of a feed or sitemap, by the name of its element, in order: so that one is in memory at a time and a broken one
 * costs no other. Stops at one that is not closed.
 */
export function* entrySources(text: string, name: string): Generator<string> {
  const opening = new RegExp(`<((?:\\w+:)?(?:${name}))(?=[\\s>])`, 'gi');
  for (let start = opening.exec(text); start; start = opening.exec(text)) {
    const closing = `</${start[1]}>`;
    const end = text.indexOf(closing, start.index);
    if (end < 0) return;
    opening.lastIndex = end + closing.length;
    yield text.slice(start.index, opening.lastIndex);
  }
}

/** One entry as a tree. @throws AccordingtoError INTAKE_TOO_DEEP, INTAKE_TOO_LARGE. */
export const parsedEntry = (source: string, from: string): TreeElement | null =>
  parseXml(`<x ${PREFIXES}>${source}</x>`, from)?.children[Symbol.iterator]().next().value ?? null;

/** Where an entry leads, as it is written: Atom's alternate link, a sitemap's loc, RSS's link, a permanent guid. */
export function linkIn(entry: TreeElement): string | null {
  const links = [...entry.children].filter((one) => /^(?:\w+:)?link$/i.test(one.tagName));
  const alternate = links.find((one) => one.getAttribute('href') && /^(?:alternate)?$/i.test(one.getAttribute('rel') ?? ''));
  const guid = child(entry, 'guid');
  const permanent = guid && guid.getAttribute('isPermaLink') !== 'false' ? childWords(entry, 'guid') : null;
  return (
    alternate?.getAttribute('href') ?? childWords(entry, 'loc') ?? links.map((one) => one.textContent?.trim()).find(Boolean) ?? permanent
  );
}

/** What an entry says of its last change. */
export const changeIn = (entry: TreeElement): string | null =>
  childWords(entry, 'updated') ?? childWords(entry, 'lastmod') ?? childWords(entry, 'modified');

/** When an entry says that it came out. */
export const publicationIn = (entry: TreeElement): string | null =>
  childWords(entry, 'pubdate') ??
  childWords(entry, 'published') ??
  childWords(entry, 'issued') ??
  childWords(entry, 'date') ??
  childWords(child(entry, 'news:news'), 'publication_date');

/** A link as it can be asked for, from where it stands; null for anything but http and https. */
export function absoluteLink(link: string | null, base: string | null): string | null {
  const written = unescaped((link ?? '').trim());
  if (!written || !URL.canParse(written, base ?? undefined)) return null;
  const url = new URL(written, base ?? undefined);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

type Item = Readonly<Record<string, unknown>>;

/** JSON Feed 1 and 1.1; null where the JSON is none. @throws SyntaxError where it is no JSON. */
export function jsonFeedIn(text: string): { readonly feed: Item; readonly items: readonly Item[] } | null {
  const feed: unknown = JSON.parse(text);
  if (!isItem(feed) || typeof feed.version !== 'string' || !feed.version.includes('jsonfeed.org') || !Array.isArray(feed.items))
    return null;
  return { feed, items: feed.items.filter(isItem) };
}

export const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
