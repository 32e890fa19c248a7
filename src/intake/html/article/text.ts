import type { TreeDocument } from '../tree.ts';
import { oneLine } from '../words.ts';
import { type Block, blocksOf, type Holder, weightOf } from './blocks.ts';
import { containerOf, partsToDrop, titledArticle } from './container.ts';
import { keptBlocks } from './keep.ts';

/** What else is known of an article when its text is looked for. */
export interface Known {
  readonly titles: readonly string[];
  /** The body that the page states in its metadata (JSON-LD `articleBody`), null where it states none. */
  readonly stated: string | null;
}

/** Characters of running text that make an article; with fewer, another way is tried. */
const ENOUGH = 250;

const lengthOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0);

/** A stated body as paragraphs; its markup, which some pages leave in, is taken out. */
const statedParagraphs = (stated: string): string =>
  stated
    .replace(/<(?:p|br|div|li|h\d)\b[^>]{0,500}>|\r/gi, '\n')
    .replace(/<\/?[a-z][^>]{0,500}>/gi, '')
    .split(/\n+/)
    .map(oneLine)
    .filter(Boolean)
    .join('\n\n');

/**
 * The article's own words without its title, paragraphs parted by a blank line; empty where there is no article.
 * By the part that holds most of the running text; where that is too little, by everything on the page that is not named as
 * something else; and where the page states far more in its metadata than it shows, as stated.
 */
export function articleText(document: TreeDocument, { titles, stated }: Known): string {
  if (!document.documentElement) return '';
  const { root, blocks } = blocksOf(document.documentElement);
  const dropped = partsToDrop(root);
  const heading = blocks.find(({ tag }) => tag === 'H1')?.holder ?? null;
  const container = containerOf(titledArticle(heading, dropped) ?? root, dropped);
  const found = keptBlocks(inside(blocks, container, dropped), titles);
  const wider = lengthOf(found) < ENOUGH ? keptBlocks(inside(blocks, root, dropped), titles).filter(isRunning) : [];
  const best = lengthOf(wider) > lengthOf(found) ? wider : found;
  if (stated && stated.length > 2 * Math.max(ENOUGH, lengthOf(best))) return statedParagraphs(stated);
  return best.map(({ text }) => text).join('\n\n');
}

const isRunning = (block: Block): boolean => weightOf(block) > 0;

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
