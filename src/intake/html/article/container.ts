import type { Holder } from './blocks.ts';

/** A part that is never the article still may be all there is: then its name is wrong. */
const NEVER_SHARE = 0.7;
const SELDOM_SHARE = 0.25;
/** A part with this much of the text of its parent is where the article goes on. */
const MAIN_SHARE = 0.75;
const BODY_SHARE = 0.5;
const BESIDE_SHARE = 0.1;
/** Characters of running text that make a report. */
const ENOUGH = 400;

/** The parts of a page that are not the article by their names, unless they hold too much of it. */
export function partsToDrop(root: Holder): ReadonlySet<Holder> {
  const dropped = new Set<Holder>();
  const total = Math.max(1, root.weight);
  const waiting: Holder[] = [root];
  for (let holder = waiting.pop(); holder; holder = waiting.pop()) {
    const share = holder.weight / total;
    if ((holder.hint === 'never' && share < NEVER_SHARE) || (holder.hint === 'seldom' && share < SELDOM_SHARE)) dropped.add(holder);
    else for (const child of holder.children) waiting.push(child);
  }
  return dropped;
}

/** What a part weighs without what was dropped from it. */
function weights(dropped: ReadonlySet<Holder>): (holder: Holder) => number {
  const lost = new Map<Holder, number>();
  for (const holder of dropped) for (let at = holder.parent; at; at = at.parent) lost.set(at, (lost.get(at) ?? 0) + holder.weight);
  return (holder) => (dropped.has(holder) ? 0 : holder.weight - (lost.get(holder) ?? 0));
}

/** The element that holds the article: from the top down, as long as one child holds most of the running text. */
export function containerOf(root: Holder, dropped: ReadonlySet<Holder>): Holder {
  const weigh = weights(dropped);
  let container = root;
  for (;;) {
    const inside = weigh(container);
    const children = container.children.filter((child) => !dropped.has(child));
    const named = children.find((child) => child.hint === 'body' && weigh(child) >= BODY_SHARE * inside);
    const main = named ?? children.find((child) => weigh(child) >= MAIN_SHARE * inside);
    if (!main || inside === 0 || main.tag === 'P') return container;
    // Paragraphs that stand beside the main part, not in a part of their own, belong with it.
    const beside = children.filter((child) => child !== main && child.children.length === 0 && child.hint === null);
    if (beside.reduce((sum, child) => sum + child.weight, 0) > BESIDE_SHARE * inside) return container;
    container = main;
  }
}

/** The outermost `<article>` around a part, null where there is none. */
function articleAround(holder: Holder): Holder | null {
  let found: Holder | null = null;
  for (let at: Holder | null = holder; at; at = at.parent) if (at.tag === 'ARTICLE') found = at;
  return found;
}

/**
 * The `<article>` that the page's title stands in, where the page has several and this one holds running text: the others are
 * other reports, shown below or beside it. Null where that does not tell.
 */
export function titledArticle(heading: Holder | null, dropped: ReadonlySet<Holder>): Holder | null {
  const article = heading && articleAround(heading);
  return article && weights(dropped)(article) >= ENOUGH ? article : null;
}
