import type { Candidate, Field } from '../../formats/format.ts';
import type { TreeDocument } from '../tree.ts';
import { oneLine, unescaped } from '../words.ts';
import { articleNodes, type LinkedNode, wordsOf } from './jsonld.ts';
import { withOutletOfTitle } from './outlet.ts';
import type { MetaTags } from './tags.ts';

const MAX_LENGTH = 1000;

type Row = readonly [field: Field, names: readonly string[]];

/** Which `<meta>` states which field, the most trusted first. */
const META: readonly Row[] = [
  ['title', ['og:title', 'twitter:title', 'headline', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'title']],
  [
    'outlet',
    [
      'og:site_name',
      'application-name',
      'dc.publisher',
      'dcterms.publisher',
      'publisher',
      'article:publisher',
      'twitter:site',
      'copyright',
    ],
  ],
  [
    'byline',
    [
      'author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'parsely-author',
      'sailthru.author',
      'byl',
      'twitter:creator',
      'article:author_name',
    ],
  ],
  ['url', ['og:url', 'twitter:url']],
  [
    'modified',
    ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dcterms.modified', 'article:modified', 'revised'],
  ],
  ['section', ['article:section', 'section', 'parsely-section']],
  ['language', ['content-language', 'og:locale', 'dc.language', 'language']],
];

/** Which JSON-LD property states which field. */
const LINKED: readonly (readonly [field: Field, property: string])[] = [
  ['title', 'headline'],
  ['title', 'name'],
  ['byline', 'author'],
  ['byline', 'creator'],
  ['outlet', 'publisher'],
  ['outlet', 'sourceOrganization'],
  ['url', 'mainEntityOfPage'],
  ['url', 'url'],
  ['modified', 'dateModified'],
  ['section', 'articleSection'],
  ['language', 'inLanguage'],
];

/** Which part of the page shows which field. */
const VISIBLE: readonly (readonly [field: Field, selector: string])[] = [
  ['title', '[itemprop="headline"]'],
  ['title', 'h1'],
  ['byline', '.reader-credits'],
  ['byline', '[itemprop="author"] [itemprop="name"], [itemprop="author"], a[rel~="author"], .byline, .author-name, .author, .p-author'],
];

const linked = (nodes: readonly LinkedNode[]): readonly Candidate[] =>
  nodes.flatMap((node) =>
    LINKED.flatMap(([field, property]) => {
      const value = field === 'url' ? addressOf(node[property]) : wordsOf(node[property]);
      return value ? [{ field, value, from: `JSON-LD ${[node['@type']].flat().join('/')}.${property}` }] : [];
    }),
  );

const addressOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  const id = typeof value === 'object' && value !== null ? (value as LinkedNode)['@id'] : null;
  return typeof id === 'string' ? id : null;
};

const tagged = (tags: MetaTags): readonly Candidate[] =>
  META.flatMap(([field, names]) =>
    names.flatMap((name) => {
      const values = field === 'byline' ? [...new Set(tags.get(name) ?? [])].join(', ') : (tags.get(name)?.[0] ?? '');
      return values ? [{ field, value: values, from: `meta ${name}` }] : [];
    }),
  );

function shown(document: TreeDocument): readonly Candidate[] {
  const found: Candidate[] = VISIBLE.flatMap(([field, selector]) => {
    const value = oneLine(document.querySelector(selector)?.textContent);
    return value ? [{ field, value, from: `page ${selector.split(',')[0]}` }] : [];
  });
  const title = oneLine(document.querySelector('title')?.textContent);
  if (title) found.push({ field: 'title', value: title, from: 'title' });
  const language = document.documentElement?.getAttribute('lang');
  if (language) found.push({ field: 'language', value: language, from: 'html lang' });
  return found;
}

const BYLINE_LEAD = /^(?:by|von|par|por|da|di|door|av|af|od)[:\s]+/i;
const isHttp = (value: string): boolean => /^https?:\/\//i.test(value);

/** What a field's value must be like; a value that is not is no candidate. */
function usable({ field, value }: Candidate, base: string | null): string | null {
  if (field === 'url') {
    try {
      const url = new URL(value, base ?? undefined);
      url.hash = '';
      return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
    } catch {
      return null;
    }
  }
  if (field === 'language') return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i.test(value) ? value.replaceAll('_', '-') : null;
  if (isHttp(value)) return null;
  if (field === 'byline') {
    const name = value.replace(BYLINE_LEAD, '').replace(/^@/, '');
    return name.length <= 200 && /\p{L}/u.test(name) ? name : null;
  }
  return field === 'outlet' ? value.replace(/^@/, '') : value;
}

/** The address that the page calls its own: before any other, as it is there for nothing else. */
function canonical(document: TreeDocument): readonly Candidate[] {
  const value = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  // Firefox's reader mode keeps no other trace of where it was read.
  const reader = document.querySelector('a.reader-domain[href]')?.getAttribute('href');
  return [
    ...(value ? [{ field: 'url' as const, value, from: 'link rel=canonical' }] : []),
    ...(reader ? [{ field: 'url' as const, value: reader, from: 'page a.reader-domain' }] : []),
  ];
}

/** Title, outlet, byline, address and language as the page states them, each field's candidates in order of trust. */
export function fieldCandidates(
  document: TreeDocument,
  nodes: readonly LinkedNode[],
  tags: MetaTags,
  url: string | null,
): readonly Candidate[] {
  const all = [...canonical(document), ...linked(articleNodes(nodes)), ...tagged(tags), ...shown(document)];
  const seen = new Set<string>();
  const stated = all.flatMap((candidate) => {
    const value = usable({ ...candidate, value: oneLine(unescaped(candidate.value)).slice(0, MAX_LENGTH) }, url);
    const key = `${candidate.field}\u0000${value}\u0000${candidate.from}`;
    if (!value || seen.has(key)) return [];
    seen.add(key);
    return [{ ...candidate, value }];
  });
  return withOutletOfTitle(stated, url);
}
