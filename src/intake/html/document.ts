import { parseHTML } from 'linkedom';
import { AccordingtoError } from '../../model/index.ts';
import type { TreeDocument, TreeElement } from './tree.ts';

export interface PageOptions {
  /** Its own address, null where that is not known. */
  readonly url: string | null;
  /** What refusals name. */
  readonly from: string;
  readonly maxElements: number;
  /** How deep elements may stand in one another. */
  readonly maxNesting: number;
}

/** Tags in the source, counted before a tree is built: a page of millions of them is refused, not parsed. */
function tagsIn(html: string): number {
  let n = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) n++;
  return n;
}

const CONTAINER = /<(\/?)(?:div|span|section|article|font|b|i|em|strong|table|tbody|ul|ol|blockquote|center|a|main|aside|form)\b/gi;

/** How many containers stand open at once in the source, by tags alone: an upper bound that is had before a tree is built. */
function openContainers(html: string): number {
  let open = 0;
  let most = 0;
  for (const [, slash] of html.matchAll(CONTAINER)) {
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > most) most = open;
  }
  return most;
}

/** The deepest nesting of a tree, walked without recursion; stops counting past `limit`. */
function nesting(root: TreeElement, limit: number): number {
  let deepest = 0;
  let level: readonly TreeElement[] = [root];
  while (level.length && deepest <= limit) {
    level = level.flatMap((element) => [...element.children]);
    deepest++;
  }
  return deepest;
}

/**
 * A page as a tree. Nothing in it runs, and nothing is fetched.
 * @throws AccordingtoError INTAKE_TOO_LARGE, INTAKE_TOO_DEEP for a page of more elements, or deeper ones, than are allowed.
 */
export function parsePage(html: string, { from, maxElements, maxNesting }: PageOptions): TreeDocument {
  // A start and an end tag an element, as a rule.
  if (tagsIn(html) > 2 * maxElements) throw new AccordingtoError('INTAKE_TOO_LARGE', { from, limit: html.length - 1 });
  const tooDeep = () => new AccordingtoError('INTAKE_TOO_DEEP', { from, limit: maxNesting });
  // Forgotten end tags make the source look deeper than its tree, but not by this much.
  if (openContainers(html) > 16 * maxNesting) throw tooDeep();
  const whole = /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const document = parseHTML(whole).document as unknown as TreeDocument;
  if (document.documentElement && nesting(document.documentElement, maxNesting) > maxNesting) throw tooDeep();
  return document;
}
