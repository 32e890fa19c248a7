import { DOMParser } from 'linkedom';
import { AccordingtoError } from '../../model/index.ts';
import { isElement, type TreeElement } from '../html/tree.ts';
import { oneLine } from '../html/words.ts';

const TAG = /<(\/?)[a-z_][^<>]*>/gi;
/** Elements inside elements. */
const MAX_NESTING = 512;

/** How many elements stand open at once in the source. */
function openElements(source: string): number {
  let open = 0;
  let most = 0;
  for (const [tag, slash] of source.matchAll(TAG)) {
    if (slash) open = Math.max(0, open - 1);
    else if (!tag.endsWith('/>') && ++open > most) most = open;
  }
  return most;
}

/**
 * A small piece of XML as a tree. Entities other than XML's own five and characters by number are left as they stand: nothing is
 * fetched, and nothing that a document declares is expanded.
 * @throws AccordingtoError INTAKE_TOO_DEEP.
 */
export function parseXml(source: string, from: string): TreeElement | null {
  if (openElements(source) > MAX_NESTING) throw new AccordingtoError('INTAKE_TOO_DEEP', { from, limit: MAX_NESTING });
  const bare = source.replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, '');
  const document = new DOMParser().parseFromString(bare, 'text/xml') as unknown as { readonly documentElement: TreeElement | null };
  return document.documentElement;
}

const localName = (element: TreeElement): string => element.tagName.replace(/^.*:/, '').toLowerCase();

/** Every element below that has one of the names, without prefix, in reading order. Walks without recursion. */
export function descendants(root: TreeElement, ...names: readonly string[]): readonly TreeElement[] {
  const found: TreeElement[] = [];
  const waiting: TreeElement[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (element !== root && names.includes(localName(element))) found.push(element);
    for (const one of [...element.children].reverse()) waiting.push(one);
  }
  return found;
}

/** The first child with the full or local name, null where there is none. */
export const child = (parent: TreeElement | null | undefined, name: string): TreeElement | null =>
  [...(parent?.children ?? [])].find((one) => isElement(one) && (one.tagName.toLowerCase() === name || localName(one) === name)) ?? null;

/** The words of a child, on one line; null where it is missing or empty. */
export const childWords = (parent: TreeElement | null | undefined, name: string): string | null =>
  oneLine(child(parent, name)?.textContent) || null;
