import { isElement, type TreeElement, type TreeNode } from '../tree.ts';
import { oneLine } from '../words.ts';

const ELSEWHERE =
  /(?:^|[\s_-])(?:related|side-?bar|widget|teaser|card|latest|most|popular|trending|footer|nav|menu|comments?|recent|recommend\w*|carousel|copyright|cookie\w*|weather|today|current|clock|ticker|calendar|archive|prev(?:ious)?|next|more|promo|slider|upcoming|events?)(?=$|[\s_-])/i;
/** Names that scripts hang on to say nothing of a place: `js-nav`. */
const HOOK = /(?:^|\s)js-\S+/gi;
const STEPS = 12;
/** A time is often a link to its own page; a link that holds so much more than the time is a teaser. */
const MORE_IN_LINK = 15;

/** Whether an element holds another. */
export function holds(outer: TreeNode, inner: TreeNode | null): boolean {
  for (let at = inner; at; at = at.parentNode) if (at === outer) return true;
  return false;
}

/**
 * Whether an element stands in a part that shows other reports, or the page's own frame. A part that holds the page's headline as
 * well is the report's own, whatever it is called.
 */
export function isElsewhere(element: TreeElement, headline: TreeElement | null): boolean {
  const own = oneLine(element.textContent).length;
  let at: TreeNode | null = element;
  for (let steps = 0; at && steps < STEPS; steps++) {
    if (!isElement(at)) return false;
    const tag = at.tagName.toUpperCase();
    if (tag === 'BODY' || tag === 'HTML') return false;
    if (at !== element && headline && holds(at, headline)) return false;
    if (tag === 'A' && oneLine(at.textContent).length > own + MORE_IN_LINK) return true;
    if (tag === 'NAV' || tag === 'ASIDE' || tag === 'FOOTER') return true;
    if (ELSEWHERE.test(`${at.getAttribute('class') ?? ''} ${at.id ?? ''}`.replace(HOOK, ' '))) return true;
    at = at.parentNode;
  }
  return false;
}
