import type { TreeDocument } from '../tree.ts';
/** One object of a page's JSON-LD. */
export type LinkedNode = Readonly<Record<string, unknown>>;

const ARTICLE_TYPE =
  /(?:Article|BlogPosting|Reportage|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Review|^Report|VideoObject|AudioObject|CreativeWork|PodcastEpisode)$/i;
const PAGE_TYPE = /(?:WebPage|ItemPage|WebSite)$/i;
const MAX_NODES = 5000;

const isObject = (value: unknown): value is LinkedNode => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON as pages write it: wrapped in comments or CDATA, with raw line breaks inside strings, or a comma too many. */
function parseLoosely(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, ' '), bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next reading is more lenient; a block that none can read says nothing.
    }
  }
  return null;
}

/** Every object in a page's JSON-LD, nested ones after those that hold them, at most a few thousand. */
export function linkedNodes(document: TreeDocument): readonly LinkedNode[] {
  const found: LinkedNode[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    const waiting: unknown[] = [parseLoosely(script.textContent ?? '')];
    for (let i = 0; i < waiting.length && found.length < MAX_NODES; i++) {
      const value = waiting[i];
      if (Array.isArray(value)) waiting.push(...value.slice(0, MAX_NODES));
      else if (isObject(value)) {
        found.push(value);
        waiting.push(
          ...Object.values(value)
            .slice(0, MAX_NODES)
            .filter((inner) => typeof inner === 'object'),
        );
      }
    }
  }
  return found;
}

const typesOf = (node: LinkedNode): readonly string[] => [node['@type']].flat().filter((type): type is string => typeof type === 'string');

/** The objects that describe the page's article, the likeliest first; pages as such after them. */
export function articleNodes(nodes: readonly LinkedNode[]): readonly LinkedNode[] {
  const rank = (node: LinkedNode): number => {
    const types = typesOf(node);
    if (types.some((type) => /NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle/i.test(type))) return 0;
    if (types.some((type) => /Article$|Posting$/i.test(type))) return 1;
    if (types.some((type) => ARTICLE_TYPE.test(type))) return 2;
    return types.some((type) => PAGE_TYPE.test(type)) ? 3 : 4;
  };
  return nodes
    .map((node, at) => ({ node, at, rank: rank(node) }))
    .filter((one) => one.rank < 4)
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map((one) => one.node);
}

/** The words of a value: itself, the `name` of an object, several joined by a comma. */
export function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 20)
      .map(wordsOf)
      .filter((name): name is string => name !== null);
    return [...new Set(names)].join(', ') || null;
  }
  if (isObject(value)) return wordsOf(value.name ?? value['@value'] ?? null);
  return null;
}
