/** What is used of a page's tree (a part of the DOM), named so that no room depends on a browser's types. */
export interface TreeNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly parentNode: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly previousSibling: TreeNode | null;
}

export interface TreeElement extends TreeNode {
  readonly tagName: string;
  readonly id: string;
  readonly children: Iterable<TreeElement>;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => TreeElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<TreeElement>;
  readonly remove: () => void;
}

export interface TreeDocument {
  readonly documentElement: TreeElement | null;
  readonly body: TreeElement | null;
  readonly querySelector: (selector: string) => TreeElement | null;
  readonly querySelectorAll: (selector: string) => Iterable<TreeElement>;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

export const isElement = (node: TreeNode): node is TreeElement => node.nodeType === ELEMENT_NODE;
