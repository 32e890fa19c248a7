import type { Candidate } from '../../formats/format.ts';
import { articleNodes, type LinkedNode } from '../metadata/jsonld.ts';
import type { MetaTags } from '../metadata/tags.ts';
import { isElement, type TreeDocument, type TreeElement, type TreeNode } from '../tree.ts';
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
const MAX_LINES = 3000;
/** Pages did not exist before; older days on them are what they are about. */
const EARLIEST_SHOWN = '1994';

const SCRIPTED =
  /["'](datePublished|publish(?:ed)?[_-]?(?:Date|At|Time|On)|(?:date|first)[_-]?published|pub[_-]?date|publication[_-]?date)["']\s{0,5}:\s{0,5}["'](\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[^"']{0,30})["']/i;
const MAX_SCRIPT = 400_000;

/** A day that stands in a script's data: pages whose JSON-LD is broken, and pages that are built in the browser. */
function fromScripts(document: TreeDocument): readonly Given[] {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const match = SCRIPTED.exec((script.textContent ?? '').slice(0, MAX_SCRIPT));
    if (match?.[2]) return [{ value: match[2], from: `script ${match[1]}` }];
  }
  return [];
}

/** A line that is a day and little else, near the top or the end of the page, whatever its element is called. */
function fromLines(document: TreeDocument, reading: ReadingOfDates): readonly Given[] {
  for (const element of [...document.querySelectorAll('p, span, div, td, em, small, li, b, strong, font')].slice(0, MAX_LINES)) {
    if (element.firstChild === null || [...element.children].length > 2) continue;
    const text = oneLine(element.textContent);
    if (text.length < 8 || text.length > 60) continue;
    const written = writtenDate(text, reading);
    if (written && !written.unclear && written.value >= EARLIEST_SHOWN && !isElsewhere(element))
      return [{ value: text.slice(written.at), from: 'page line' }];
  }
  return [];
}

const ELSEWHERE =
  /(?:^|[\s_-])(?:related|side-?bar|widget|teaser|card|latest|most|popular|trending|footer|nav|menu|comments?|recent|recommend\w*|carousel|copyright|cookie\w*|weather|today|current|clock)(?=$|[\s_-])/i;

/** Whether an element stands in a part that shows other reports, or the page's own frame. */
function isElsewhere(element: TreeElement): boolean {
  const own = oneLine(element.textContent).length;
  let at: TreeNode | null = element;
  for (let steps = 0; at && steps < 12; steps++) {
    if (!isElement(at)) return false;
    const tag = at.tagName.toUpperCase();
    if (tag === 'BODY' || tag === 'HTML') return false;
    // A time is often a link to its own page; a link that holds more than the time is a teaser.
    if (tag === 'A' && oneLine(at.textContent).length > own + 15) return true;
    if (tag === 'NAV' || tag === 'ASIDE' || tag === 'FOOTER') return true;
    if (ELSEWHERE.test(`${at.getAttribute('class') ?? ''} ${at.id ?? ''}`)) return true;
    at = at.parentNode;
  }
  return false;
}

/** Times and short texts that the page's own class names call dates, in reading order. */
function fromShown(document: TreeDocument, reading: ReadingOfDates): readonly Given[] {
  const found: Given[] = [];
  for (const time of [...document.querySelectorAll('time')].slice(0, 20)) {
    const value = time.getAttribute('datetime') || oneLine(time.textContent);
    if (value && !isElsewhere(time)) found.push({ value, from: 'page time' });
  }
  for (const element of [...document.querySelectorAll(NAMED_BY_CLASS)].slice(0, MAX_LOOKED)) {
    if (isElsewhere(element)) continue;
    const texts = [element.getAttribute('datetime'), element.getAttribute('data-date'), element.textContent, element.getAttribute('title')];
    for (const text of texts.map(oneLine)) {
      const written = text && text.length <= 200 ? writtenDate(text, reading) : null;
      if (!written || written.unclear || written.value < EARLIEST_SHOWN) continue;
      const name = (element.getAttribute('class') ?? element.id).slice(0, 40);
      found.push({ value: text.slice(written.at, written.at + 60), from: `page .${name}` });
      break;
    }
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
  const reading: ReadingOfDates = { monthFirst: monthFirstIn(document.documentElement?.getAttribute('lang') ?? '') };
  const isVideo = (node: LinkedNode): boolean => /Video|Audio/i.test([node['@type']].flat().join(' '));
  const written = articles.filter((node) => !isVideo(node));
  const strong = [
    ...fromLinked(written, ['datePublished']),
    ...fromTags(tags, META_PUBLISHED),
    ...fromMarked(document),
    ...fromScripts(document),
    ...fromAddress(url),
  ];
  const given = [
    ...strong,
    ...fromShown(document, reading),
    ...fromLinked(articles.filter(isVideo), ['datePublished', 'uploadDate']),
    ...fromLinked(written, ['dateCreated', 'dateModified']),
    ...fromTags(tags, META_CHANGED),
    ...(strong.length ? [] : fromLines(document, reading)),
  ];
  return outvoted(
    given.flatMap(({ value, from }) => {
      const date = statedDate(value, reading);
      return date ? [{ field: 'published' as const, value: date, from }] : [];
    }),
  );
}

/** Which kind of witness a candidate is: JSON-LD (a script's data is the same, read loosely), meta, address, page. */
const witness = ({ from }: Candidate): string => (from.startsWith('script ') ? 'JSON-LD' : (from.split(' ')[0] ?? ''));

/** A day that stands alone in one place gives way to one that the address and another place agree on. */
function outvoted(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first] = candidates;
  const address = candidates.find(({ from }) => from === 'address');
  if (!first || !address || first.value.slice(0, 10) === address.value) return candidates;
  const kinds = (date: string) => new Set(candidates.filter(({ value }) => value.slice(0, 10) === date).map(witness)).size;
  if (kinds(address.value) < 2 || kinds(address.value) <= kinds(first.value.slice(0, 10))) return candidates;
  const agreed = candidates.filter((one) => one.value.slice(0, 10) === address.value && one !== address);
  return [...agreed, ...candidates.filter((one) => !agreed.includes(one))];
}

/** Whether `3/4` is the fourth of March on a page in this language: yes in American English, unknown in any English, else no. */
const monthFirstIn = (language: string): boolean | null =>
  /^en-us$/i.test(language) ? true : language === '' || /^en$/i.test(language) ? null : false;
