import { isElement, TEXT_NODE, type TreeDocument, type TreeElement, type TreeNode } from '../tree.ts';
import { oneLine } from '../words.ts';
import { isElsewhere } from './elsewhere.ts';
import { labelBefore } from './labels.ts';
import { type ReadingOfDates, writtenDate } from './parse.ts';
import { headlineOf, type Shown } from './shown.ts';

const MOST_NODES = 50_000;
const LONGEST = 200;
const LONGEST_VALUE = 60;
const LONGEST_LABEL = 60;
/** How far into a text its labelled day stands at most: one in the middle of a sentence is what the text is about. */
const LATEST = 60;
const PASSED_OVER = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|TEXTAREA|SELECT|OPTION)$/i;

/** A text of a page, and the words of the text before it. */
interface Text {
  readonly node: TreeNode;
  readonly before: string;
}

/** The texts of a page in reading order, walked without recursion; those of white space alone are passed over. */
function* texts(root: TreeElement): Generator<Text> {
  let seen = 0;
  let before = '';
  for (let at: TreeNode | null = root; at && seen < MOST_NODES; seen++) {
    if (at.nodeType === TEXT_NODE && at.nodeValue?.trim()) {
      yield { node: at, before };
      before = at.nodeValue;
    }
    const inside: TreeNode | null = isElement(at) && PASSED_OVER.test(at.tagName) ? null : at.firstChild;
    let next: TreeNode | null = inside ?? at.nextSibling;
    for (let up = at.parentNode; !next && up && up !== root; up = up.parentNode) next = up.nextSibling;
    at = next;
  }
}

/** The label that a short text before a day is. */
function labelIn(before: string): 'published' | 'changed' | null {
  const words = oneLine(before.slice(-LONGEST));
  return words.length < LONGEST_LABEL ? labelBefore(`${words} `, words.length) : null;
}

/**
 * A day that words before it call the day of publication, wherever it stands: old pages have it as bare text among other things
 * ("Posted: 15 Oct 2024"), with the label in the same text or in the element before.
 */
export function labelledDay(document: TreeDocument, reading: ReadingOfDates): readonly Shown[] {
  const body = document.querySelector('body');
  if (!body) return [];
  const headline = headlineOf(document);
  for (const { node, before } of texts(body)) {
    const raw = node.nodeValue ?? '';
    if (raw.length > 2000 || !/\p{Nd}/u.test(raw)) continue;
    const text = oneLine(raw);
    if (text.length < 6 || text.length > LONGEST) continue;
    const written = writtenDate(text, reading);
    if (!written || written.unclear || written.at > LATEST) continue;
    const label = labelBefore(text, written.at) ?? (written.at < 3 ? labelIn(before) : null);
    const parent = node.parentNode;
    if (label !== 'published' || !parent || !isElement(parent) || isElsewhere(parent, headline)) continue;
    return [{ value: text.slice(written.at, written.at + LONGEST_VALUE), from: 'page label' }];
  }
  return [];
}
