import { AccordingtoError } from '../../model/index.ts';
import { buildTree } from './build.ts';
import type { TreeDocument } from './tree.ts';

export interface PageOptions {
  /** Its own address, null where that is not known. */
  readonly url: string | null;
  /** What refusals name. */
  readonly from: string;
  readonly maxElements: number;
  /** How deep elements may stand in one another. */
  readonly maxNesting: number;
}

/**
 * A page as a tree. Nothing in it runs, and nothing is fetched.
 * @throws AccordingtoError INTAKE_TOO_LARGE, INTAKE_TOO_DEEP for a page of more elements, or deeper ones, than are allowed.
 */
export function parsePage(html: string, { from, maxElements, maxNesting }: PageOptions): TreeDocument {
  const whole = /<(?:html|body)\b/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return buildTree(whole, {
    xml: false,
    maxElements,
    maxNesting,
    tooLarge: () => new AccordingtoError('INTAKE_TOO_LARGE', { from, limit: html.length - 1 }),
    tooDeep: () => new AccordingtoError('INTAKE_TOO_DEEP', { from, limit: maxNesting }),
  });
}
