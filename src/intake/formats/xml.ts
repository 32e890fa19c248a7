import { AccordingtoError } from '../../model/index.ts';
import { buildTree } from '../html/build.ts';
import { isElement, type TreeElement } from '../html/tree.ts';
import { oneLine } from '../html/words.ts';

/** Elements of one document, and elements inside elements. */
const MAX_ELEMENTS = 1_000_000;
const MAX_NESTING = 512;

/**
 * XML as a tree. Entities other than XML's own five and characters by number are left as they stand: nothing is
 * fetched, and nothing that a document declares is expanded.
 * @throws AccordingtoError INTAKE_TOO_DEEP, INTAKE_TOO_LARGE.
 */
export function parseXml(source: string, from: string): TreeElement | null {
  const bare = source.replace(/<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/i, '');
  return buildTree(bare, {
    xml: true,
    maxElements: MAX_ELEMENTS,
    maxNesting: MAX_NESTING,
    tooLarge: () => new AccordingtoError('INTAKE_TOO_LARGE', { from, limit: source.length - 1 }),
    tooDeep: () => new AccordingtoError('INTAKE_TOO_DEEP', { from, limit: MAX_NESTING }),
  }).documentElement;
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
