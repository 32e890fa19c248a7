import type { TreeDocument } from '../tree.ts';
import { type Block, blocksOf, type Holder } from './blocks.ts';
import { containerOf, partsToDrop, titledArticle } from './container.ts';
import { keptBlocks } from './keep.ts';

/** The article's own words without its title, paragraphs parted by a blank line; empty where there is no article. */
export function articleText(document: TreeDocument, titles: readonly string[]): string {
  if (!document.body) return '';
  const { root, blocks } = blocksOf(document.body);
  const dropped = partsToDrop(root);
  const heading = blocks.find(({ tag }) => tag === 'H1')?.holder ?? null;
  const container = containerOf(titledArticle(heading, dropped) ?? root, dropped);
  return keptBlocks(inside(blocks, container, dropped), titles)
    .map(({ text }) => text)
    .join('\n\n');
}

/** The blocks that stand in the container and in nothing that was dropped. */
function inside(blocks: readonly Block[], container: Holder, dropped: ReadonlySet<Holder>): readonly Block[] {
  const known = new Map<Holder, boolean>([[container, true]]);
  const stands = (holder: Holder | null): boolean => {
    if (!holder || dropped.has(holder)) return false;
    const before = known.get(holder);
    if (before !== undefined) return before;
    const answer = stands(holder.parent);
    known.set(holder, answer);
    return answer;
  };
  return blocks.filter(({ holder }) => stands(holder));
}
