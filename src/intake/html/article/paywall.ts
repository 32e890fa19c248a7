import type { LinkedNode } from '../metadata/jsonld.ts';
import type { TreeDocument } from '../tree.ts';

/** Words of class names and ids by which pages show that the rest costs something. */
const WALL =
  '[class*="paywall" i], [id*="paywall" i], [class*="regwall" i], [class*="piano-offer" i], [class*="subscriber-only" i], [class*="premium-content" i], [data-paywall]';
/** What stands where the article would go on. */
const GOES_ON =
  /\b(?:subscribe|sign in|log in|register|become a (?:member|subscriber))\b.{0,60}\b(?:to (?:continue|keep) reading|to read (?:the (?:full|rest)|this|more|on)|for full access)\b|\bthis (?:article|story|content) is (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)\b/i;
/** Characters: a whole report is longer as a rule. */
const WHOLE = 1500;

const isFalse = (value: unknown): boolean => value === false || (typeof value === 'string' && /^false$/i.test(value.trim()));

/**
 * Whether a page gives the beginning of its article only: it says that it is not free, or shows a wall, and what was found is short. A page
 * that carries the whole text behind its wall is whole.
 */
export function isStub(document: TreeDocument, nodes: readonly LinkedNode[], text: string): boolean {
  if (text.length >= WHOLE) return false;
  if (nodes.some(({ isAccessibleForFree }) => isFalse(isAccessibleForFree))) return true;
  return document.querySelector(WALL) !== null && GOES_ON.test(document.documentElement?.textContent ?? '');
}
