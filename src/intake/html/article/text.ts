import { Readability } from '@mozilla/readability';
import type { TreeDocument, TreeElement, TreeNode } from '../tree.ts';
import { paragraphsOf } from './paragraphs.ts';

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The article's own words without its title, paragraphs parted by a blank line; empty where there is no article. */
export function articleText(document: TreeDocument, titles: readonly string[]): string {
  const found = new Readability<TreeNode>(document, { serializer: (node) => node }).parse();
  if (!found?.content) return '';
  const known = new Set(titles.map(letters));
  const paragraphs = paragraphsOf(found.content as TreeElement);
  return paragraphs.filter((text, at) => at > 3 || !known.has(letters(text))).join('\n\n');
}
