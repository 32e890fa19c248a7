import type { TreeDocument } from '../tree.ts';
/** What a page's `<meta>` tags say, by lower-case name, in order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

/** All `<meta name|property|itemprop|http-equiv content>` of a page. */
export function metaTags(document: TreeDocument): MetaTags {
  const tags = new Map<string, string[]>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const content = tag.getAttribute('content')?.trim();
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((attribute) => tag.getAttribute(attribute)?.trim().toLowerCase());
    if (!content) continue;
    for (const name of new Set(names)) {
      if (!name) continue;
      const known = tags.get(name);
      if (known) known.push(content);
      else tags.set(name, [content]);
    }
  }
  return tags;
}
