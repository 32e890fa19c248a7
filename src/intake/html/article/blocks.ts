import { isElement, TEXT_NODE, type TreeElement, type TreeNode } from '../tree.ts';
import { type Hint, hintOf } from './hints.ts';

/** An element that holds blocks, with what the whole of it weighs. */
export interface Holder {
  readonly tag: string;
  readonly labels: string;
  readonly hint: Hint;
  readonly parent: Holder | null;
  readonly children: Holder[];
  /** Characters of running text in it: what an article is made of. */
  weight: number;
  /** Characters, and those of them in links. */
  length: number;
  linked: number;
}

/** One paragraph, heading or list item. */
export interface Block {
  readonly text: string;
  readonly linked: number;
  /** The nearest element that makes it a block. */
  readonly tag: string;
  readonly holder: Holder;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO PICTURE IMG BUTTON SELECT TEXTAREA INPUT TITLE LINK META MAP AREA DATALIST PROGRESS METER AMP-AD AMP-AUTO-ADS AMP-STICKY-AD AMP-EMBED AMP-CONSENT AMP-SIDEBAR AMP-ANALYTICS AMP-LIGHTBOX AMP-SOCIAL-SHARE AMP-USER-NOTIFICATION AMP-SUBSCRIPTIONS-DIALOG'.split(
    ' ',
  ),
);

/** In these, an inline element is a part of the sentence, whatever its name. */
const IN_PARAGRAPH = new Set(['P', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TD', 'DD', 'DT']);

const isHidden = (element: TreeElement): boolean => {
  if (element.getAttribute('hidden') !== null) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
};

const FEW = 40;
/** Marks that running text has and labels do not. */
const RUNNING = /[.,;:!?…“”"。，、؟।،]/;

/** What a block counts for as running text: its characters outside links, nothing for headings and labels. */
export function weightOf({ text, linked, tag }: Pick<Block, 'text' | 'linked' | 'tag'>): number {
  if (/^H\d$/.test(tag) || text.length < FEW || !RUNNING.test(text)) return 0;
  const own = text.length - linked;
  if (own * 2 < text.length) return 0;
  return tag === 'LI' || tag === 'TD' || tag === 'DT' || tag === 'DD' ? own / 2 : own;
}

const clean = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();

/** A page cut into blocks, in reading order, each with the elements that hold it and their weights. Walks without recursion. */
export function blocksOf(root: TreeElement): { readonly root: Holder; readonly blocks: readonly Block[] } {
  const top: Holder = { tag: 'BODY', labels: '', hint: null, parent: null, children: [], weight: 0, length: 0, linked: 0 };
  const blocks: Block[] = [];
  let holder = top;
  let current = '';
  let linked = 0;
  let links = 0;

  const flush = (): void => {
    const text = clean(current);
    if (text) {
      const block = { text, linked: Math.min(linked, text.length), tag: holder.tag, holder };
      blocks.push(block);
      const weight = weightOf(block);
      for (let at: Holder | null = holder; at; at = at.parent) {
        at.weight += weight;
        at.length += text.length;
        at.linked += block.linked;
      }
    }
    current = '';
    linked = 0;
  };

  const enter = (node: TreeNode): TreeNode | null => {
    if (node.nodeType === TEXT_NODE) {
      const text = node.nodeValue ?? '';
      current += text;
      if (links > 0) linked += clean(text).length;
      return null;
    }
    if (!isElement(node)) return null;
    const tag = node.tagName.toUpperCase();
    if (SILENT.has(tag) || isHidden(node)) return null;
    if (tag === 'BR') flush();
    const child = node.firstChild;
    if (!child) {
      if (BLOCKS.has(tag)) flush();
      return null;
    }
    if (tag === 'A') links++;
    const labels = `${node.getAttribute('class') ?? ''} ${node.id ?? ''}`.trim();
    const isBlock = BLOCKS.has(tag);
    const hint =
      isBlock || (labels && !IN_PARAGRAPH.has(holder.tag))
        ? hintOf(tag, labels, node.getAttribute('role'), node.getAttribute('itemprop'))
        : null;
    if (isBlock) flush();
    if (isBlock || (hint && hint !== 'body')) {
      const inner: Holder = {
        tag: isBlock ? tag : holder.tag,
        labels,
        hint,
        parent: holder,
        children: [],
        weight: 0,
        length: 0,
        linked: 0,
      };
      // An inline element with a telling name is held apart too, so that it can be left out without its paragraph.
      if (!isBlock) flush();
      holder.children.push(inner);
      holder = inner;
      held.set(node, inner);
    }
    return child;
  };
  const held = new Map<TreeNode, Holder>();
  const leave = (node: TreeNode): void => {
    if (!isElement(node)) return;
    if (node.tagName.toUpperCase() === 'A') links--;
    const own = held.get(node);
    if (own) {
      flush();
      holder = own.parent ?? top;
    }
  };

  let node: TreeNode | null = root;
  while (node) {
    const child = enter(node);
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  flush();
  return { root: top, blocks };
}
