import type { Candidate } from '../../formats/format.ts';
import { articleNodes, type LinkedNode } from '../metadata/jsonld.ts';
import type { MetaTags } from '../metadata/tags.ts';
import type { TreeDocument } from '../tree.ts';
import { oneLine } from '../words.ts';
import { type ReadingOfDates, statedDate, writtenDate } from './parse.ts';

const META_PUBLISHED =
  'article:published_time og:published_time article:published datepublished date.published published_time pubdate publishdate publish-date publish_date publication_date publication-date published-date date-published dateposted originalpublicationdate article_date_original article:published_date rnews:datepublished sailthru.date parsely-pub-date ptime cxenseparse:recs:publishtime bt:pubdate dc.date.issued dcterms.issued dc.date.published dcterms.created dc.date.created dc.date dcterms.date dc:date date_published article.published displaydate pub_date shareaholic:article_published_time article:post_date date created citation_publication_date citation_online_date timestamp release_date article.created datecreated creation_date'.split(
    ' ',
  );
const META_CHANGED =
  'article:modified_time og:updated_time og:modified_time datemodified dcterms.modified dc.date.modified last-modified lastmod article:modified updated_time modified'.split(
    ' ',
  );

const URL_DAY =
  /[/._=-]((?:19|20)\d{2})[/._-](\d{1,2})[/._-](\d{1,2})(?=[/._?#-]|$)|[/_=-]((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=\D|\d{4}(?:\d{2})?\D|$)/;

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
  '[property~="datePublished" i]',
  'time.entry-date, time.published, abbr.published, .dt-published',
];

function fromMarked(document: TreeDocument): readonly Given[] {
  return MARKED.flatMap((selector) => {
    const element = document.querySelector(selector);
    if (!element || element.tagName.toUpperCase() === 'META') return [];
    const value =
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title') ?? oneLine(element.textContent);
    return value ? [{ value, from: `page ${selector.split(',')[0]}` }] : [];
  });
}

function fromAddress(url: string | null): readonly Given[] {
  const match = url ? URL_DAY.exec(url) : null;
  if (!match) return [];
  const [year, month, date] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]];
  return [{ value: `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`, from: 'address' }];
}

const NAMED_BY_CLASS =
  '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [class*="byline" i], [class*="meta" i], [id*="date" i], [id*="publish" i]';
const MAX_LOOKED = 400;

/** Times and short texts that the page's own class names call dates, in reading order. */
function fromShown(document: TreeDocument, reading: ReadingOfDates): readonly Given[] {
  const found: Given[] = [];
  for (const time of [...document.querySelectorAll('time')].slice(0, 20)) {
    const value = time.getAttribute('datetime') || oneLine(time.textContent);
    if (value) found.push({ value, from: 'page time' });
  }
  for (const element of [...document.querySelectorAll(NAMED_BY_CLASS)].slice(0, MAX_LOOKED)) {
    const text = oneLine(element.textContent);
    if (text.length > 200) continue;
    const written = writtenDate(text, reading);
    if (written && !written.unclear)
      found.push({
        value: text.slice(written.at, written.at + 60),
        from: `page .${(element.getAttribute('class') ?? element.id).slice(0, 40)}`,
      });
  }
  return found;
}

/** The day a page came out: every candidate, the most trusted first; what cannot be read as a date is none. */
export function dateCandidates(
  document: TreeDocument,
  nodes: readonly LinkedNode[],
  tags: MetaTags,
  url: string | null,
): readonly Candidate[] {
  const articles = articleNodes(nodes);
  const reading: ReadingOfDates = { monthFirst: /^en-us$/i.test(document.documentElement?.getAttribute('lang') ?? '') ? true : null };
  const given = [
    ...fromLinked(articles, ['datePublished', 'uploadDate']),
    ...fromTags(tags, META_PUBLISHED),
    ...fromMarked(document),
    ...fromAddress(url),
    ...fromShown(document, reading),
    ...fromLinked(articles, ['dateCreated', 'dateModified']),
    ...fromTags(tags, META_CHANGED),
  ];
  return given.flatMap(({ value, from }) => {
    const date = statedDate(value, reading);
    return date ? [{ field: 'published' as const, value: date, from }] : [];
  });
}
