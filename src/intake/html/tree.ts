/** A page's tree: the part of the DOM that is used, under the DOM's names. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly parentNode: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
}

export interface TreeElement extends TreeNode {
  readonly tagName: string;
  readonly id: string;
  readonly children: Iterable<TreeElement>;
  readonly getAttribute: (name: string) => string | null;
}

export interface TreeDocument {
  readonly documentElement: TreeElement | null;
  readonly querySelector: (selector: string) => TreeElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<TreeElement>;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

export const isElement = (node: TreeNode): node is TreeElement => node.nodeType === ELEMENT_NODE;
