import type { Candidate } from '../../formats/format.ts';
import { articleNodes, type LinkedNode } from '../metadata/jsonld.ts';
import type { MetaTags } from '../metadata/tags.ts';
import type { TreeDocument } from '../tree.ts';
import { oneLine } from '../words.ts';
import { fromAddress } from './address.ts';
import { isPlausible, ranked } from './choose.ts';
import { labelledDay } from './labelled.ts';
import { META_CHANGED, META_PUBLISHED } from './names.ts';
import { pageOrder } from './order.ts';
import { type ReadingOfDates, statedDate } from './parse.ts';
import { fromBrokenLinks, fromScripts } from './scripts.ts';
import { fromLines, postStamp, shownDays } from './shown.ts';
import { wikiDay } from './wiki.ts';
import { statedZone } from './zone.ts';

type Given = Omit<Candidate, 'field'>;

const fromLinked = (nodes: readonly LinkedNode[], properties: readonly string[]): readonly Given[] =>
  nodes.flatMap((node) =>
    properties.flatMap((property) => {
      const value = [node[property]].flat()[0];
      return typeof value === 'string' || typeof value === 'number'
        ? [{ value: String(value), from: `JSON-LD ${[node['@type']].flat().join('/')}.${property}` }]
        : [];
    }),
  );

const fromTags = (tags: MetaTags, names: readonly string[]): readonly Given[] =>
  names.flatMap((name) => (tags.get(name) ?? []).slice(0, 1).map((value) => ({ value, from: `meta ${name}` })));

const MARKED: readonly string[] = [
  '[itemprop~="datePublished" i]',
  'time[pubdate]',
  '[property~="datePublished" i], [property~="schema:datePublished" i], [property~="dc:date" i]',
  'time.entry-date, time.published, abbr.published, .dt-published',
];

function fromMarked(document: TreeDocument): readonly Given[] {
  return MARKED.flatMap((selector) => {
    const element = document.querySelector(selector);
    if (!element || element.tagName.toUpperCase() === 'META') return [];
    const value =
      element.getAttribute('datetime') || element.getAttribute('content') || element.getAttribute('title') || oneLine(element.textContent);
    return value ? [{ value, from: `page ${selector.split(',')[0]}` }] : [];
  });
}

const isVideo = (node: LinkedNode): boolean => /Video|Audio/i.test([node['@type']].flat().join(' '));

/** The addresses and names by which an object of JSON-LD says what it is about. */
const namesOf = (node: LinkedNode): readonly string[] =>
  [node.url, node['@id'], node.mainEntityOfPage, (node.mainEntityOfPage as LinkedNode | undefined)?.['@id'], node.headline]
    .flat()
    .filter((name): name is string => typeof name === 'string')
    .map((name) =>
      oneLine(name)
        .replace(/[#?].*$/, '')
        .replace(/\/$/, ''),
    );

/** Of several articles that a page describes, those that are said to be the page's own, first. */
function ownFirst(articles: readonly LinkedNode[], document: TreeDocument, tags: MetaTags, url: string | null): readonly LinkedNode[] {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const own = new Set(
    [canonical, tags.get('og:url')?.[0], url, tags.get('og:title')?.[0], oneLine(document.querySelector('h1')?.textContent)]
      .filter((name): name is string => Boolean(name))
      .map((name) => name.replace(/[#?].*$/, '').replace(/\/$/, '')),
  );
  const isOwn = (node: LinkedNode): boolean => namesOf(node).some((name) => own.has(name));
  return [...articles.filter(isOwn), ...articles.filter((node) => !isOwn(node))];
}

const MOST_TEXT = 200_000;

/** How the page writes its days. */
function readingOf(document: TreeDocument, tags: MetaTags, url: string | null): ReadingOfDates {
  const language = document.documentElement?.getAttribute('lang') ?? '';
  return pageOrder({ language, url, tags, text: (document.querySelector('body')?.textContent ?? '').slice(0, MOST_TEXT) });
}

/** The day a page came out: every candidate, the most trusted first; what cannot be read as a date is none. */
export function dateCandidates(
  document: TreeDocument,
  nodes: readonly LinkedNode[],
  tags: MetaTags,
  url: string | null,
  now = new Date(),
): readonly Candidate[] {
  const articles = ownFirst(articleNodes(nodes), document, tags, url);
  const reading = readingOf(document, tags, url);
  const written = articles.filter((node) => !isVideo(node));
  const read = (given: readonly Given[]): readonly Candidate[] =>
    given.flatMap(({ value, from }) => {
      const date = statedDate(value, reading);
      return date && isPlausible(date, now) ? [{ field: 'published' as const, value: date, from }] : [];
    });
  const linked = read(fromLinked(written, ['datePublished']));
  const marked = read(fromMarked(document));
  const address = read(fromAddress(url));
  const strong = [
    ...read(wikiDay(document, nodes, tags)),
    ...linked,
    ...read(fromTags(tags, META_PUBLISHED)),
    ...marked,
    ...(linked.length > 0 ? [] : read(fromBrokenLinks(document))),
    ...address,
  ];
  const { published, changed } = shownDays(document, reading);
  const shown = read([...labelledDay(document, reading), ...published]);
  const posts = strong.length > 0 ? [] : read(postStamp(document));
  const scripts = read(fromScripts(document));
  const first = [...strong, ...posts, ...shown, ...scripts];
  const changes = [...read(fromLinked(written, ['dateModified'])), ...read(fromTags(tags, META_CHANGED)), ...read(changed)];
  const last = [
    ...read(fromLinked(articles.filter(isVideo), ['datePublished', 'uploadDate'])),
    ...read(fromLinked(written, ['dateCreated'])),
    ...(strong.length > 0 ? [] : read(fromLines(document, reading))),
    ...changes,
  ];
  // What the page shows of its last change; what it states of it elsewhere is among its fields.
  const modified = read(changed).map((one) => ({ ...one, field: 'modified' as const }));
  const zone = (): string | null => statedZone(document);
  return [...ranked(first, { shown: [...marked, ...address, ...shown], others: changes, zone }), ...last, ...modified];
}
