import type { LinkedNode } from '../metadata/jsonld.ts';
import type { MetaTags } from '../metadata/tags.ts';
import type { TreeDocument } from '../tree.ts';
import { oneLine } from '../words.ts';

const PUBLISHED = '#publishDate, .published, [itemprop~="datePublished" i]';
const LAST_EDIT = '#footer-info-lastmod, #footer-lastmod, #lastmod, li#lastmod, .lastmod';

/**
 * When a wiki's page came to say what it says: its last edit. Its words are of that day, however old the page is; what it says of
 * "yesterday" counts from it.
 */
export function wikiDay(
  document: TreeDocument,
  nodes: readonly LinkedNode[],
  tags: MetaTags,
): readonly { readonly value: string; readonly from: string }[] {
  if (!/MediaWiki|DokuWiki|TWiki|XWiki/i.test(tags.get('generator')?.join(' ') ?? '')) return [];
  // A wiki of news says when its report came out, and is only tended since.
  if (document.querySelector(PUBLISHED)) return [];
  const edited = nodes.map(({ dateModified }) => dateModified).find((value): value is string => typeof value === 'string');
  const shown = oneLine(document.querySelector(LAST_EDIT)?.textContent);
  return [
    ...(edited ? [{ value: edited, from: 'JSON-LD dateModified of a wiki' }] : []),
    ...(shown ? [{ value: shown, from: 'page last edit of a wiki' }] : []),
  ];
}
