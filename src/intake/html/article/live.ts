import type { Candidate } from '../../formats/format.ts';
import { type LinkedNode, wordsOf } from '../metadata/jsonld.ts';
import { oneLine, unescaped } from '../words.ts';

/** One entry of a live blog: a report of its own, with its own time. */
export interface LiveEntry {
  readonly text: string;
  readonly candidates: readonly Candidate[];
}

/** Fewer entries than this, and the page is read as one article. */
const SEVERAL = 2;

const typesOf = (node: LinkedNode): readonly unknown[] => [node['@type']].flat();

/** A stated body as paragraphs, without the markup that some pages leave in. */
const paragraphsOf = (body: string): string =>
  body
    .replace(/<(?:p|br|div|li|h\d)\b[^>]{0,500}>|\r/gi, '\n')
    .replace(/<\/?[a-z][^>]{0,500}>/gi, '')
    .split(/\n+/)
    .map((line) => oneLine(unescaped(line)))
    .filter(Boolean)
    .join('\n\n');

const WHERE = 'JSON-LD LiveBlogPosting.liveBlogUpdate';

function entryOf(update: LinkedNode): LiveEntry | null {
  const body = typeof update.articleBody === 'string' ? update.articleBody : null;
  const text = paragraphsOf(body ?? '');
  if (!text) return null;
  const stated: readonly (readonly [Candidate['field'], unknown])[] = [
    ['title', update.headline],
    ['published', update.datePublished],
    ['modified', update.dateModified],
    ['byline', update.author],
    ['url', typeof update.url === 'string' ? update.url : update['@id']],
  ];
  const candidates = stated.flatMap(([field, value]) => {
    const words = wordsOf(value);
    return words ? [{ field, value: oneLine(unescaped(words)), from: `${WHERE} ${field}` }] : [];
  });
  return { text, candidates };
}

/** The entries of a live blog that says it is one (schema.org `LiveBlogPosting`), in its order; none where it is no live blog. */
export function liveEntries(nodes: readonly LinkedNode[]): readonly LiveEntry[] {
  const blog = nodes.find((node) => typesOf(node).includes('LiveBlogPosting'));
  const updates = blog ? [blog.liveBlogUpdate].flat() : [];
  const entries = updates.flatMap((update) => (typeof update === 'object' && update !== null ? (entryOf(update as LinkedNode) ?? []) : []));
  return entries.length >= SEVERAL ? entries : [];
}
