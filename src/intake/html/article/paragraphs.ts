import { isElement, TEXT_NODE, type TreeElement, type TreeNode } from '../tree.ts';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Elements whose words are never read. */
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO PICTURE IMG BUTTON SELECT TEXTAREA INPUT HEAD LINK META MAP AREA DATALIST PROGRESS METER'.split(
    ' ',
  ),
);

const nameOf = (element: TreeElement): string => element.tagName.toUpperCase();

/** The paragraphs under an element in reading order: cut at blocks and line breaks, white space made one. `skips` names parts to leave out. */
export function paragraphsOf(root: TreeElement, skips: (element: TreeElement) => boolean = () => false): readonly string[] {
  const paragraphs: string[] = [];
  let current = '';
  const flush = (): void => {
    const text = current.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
    if (text) paragraphs.push(text);
    current = '';
  };
  const enter = (node: TreeNode): TreeNode | null => {
    if (node.nodeType === TEXT_NODE) current += node.nodeValue ?? '';
    if (!isElement(node)) return null;
    const name = nameOf(node);
    if (SILENT.has(name) || skips(node)) return null;
    if (name === 'BR' || BLOCKS.has(name)) flush();
    return node.firstChild;
  };
  const leave = (node: TreeNode): void => {
    if (isElement(node) && BLOCKS.has(nameOf(node))) flush();
  };
  let node: TreeNode | null = root;
  while (node) {
    const child = enter(node);
    if (child) {
      node = child;
      continue;
    }
    leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
  flush();
  return paragraphs;
}
