import { _compileUnsafe as compile } from 'css-select';
import { Parser } from 'htmlparser2';
import { ELEMENT_NODE, TEXT_NODE, type TreeDocument, type TreeElement, type TreeNode } from './tree.ts';

// A tree of the least that is needed: no events, styles, scripts or addresses hang on it, and nothing in it can be called to load anything.

class Text implements TreeNode {
  readonly nodeType = TEXT_NODE;
  readonly firstChild = null;
  nextSibling: TreeNode | null = null;
  nodeValue: string;
  readonly parentNode: Element;

  constructor(parent: Element, text: string) {
    this.parentNode = parent;
    this.nodeValue = text;
  }

  get textContent(): string {
    return this.nodeValue;
  }
}

class Element implements TreeElement {
  readonly nodeType = ELEMENT_NODE;
  readonly nodeValue = null;
  readonly tagName: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parentNode: Element | null;
  readonly depth: number;
  firstChild: TreeNode | null = null;
  lastChild: Text | Element | null = null;
  nextSibling: TreeNode | null = null;

  constructor(parent: Element | null, name: string, attributes: Readonly<Record<string, string>>, tagName: string) {
    this.parentNode = parent;
    this.depth = parent ? parent.depth + 1 : 0;
    this.name = name;
    this.attributes = attributes;
    this.tagName = tagName;
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  get children(): readonly Element[] {
    const found: Element[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) if (node instanceof Element) found.push(node);
    return found;
  }

  /** All text below, in order. Walks without recursion. */
  get textContent(): string {
    let text = '';
    let node: TreeNode | null = this.firstChild;
    while (node) {
      if (node instanceof Text) text += node.nodeValue;
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      while (node && node !== this && !node.nextSibling) node = node.parentNode;
      node = node && node !== this ? node.nextSibling : null;
    }
    return text;
  }

  getAttribute(name: string): string | null {
    return Object.hasOwn(this.attributes, name) ? (this.attributes[name] ?? null) : null;
  }

  append(node: Text | Element): void {
    if (this.lastChild) this.lastChild.nextSibling = node;
    else this.firstChild = node;
    this.lastChild = node;
  }
}

const adapter = {
  isTag: (node: TreeNode): node is Element => node instanceof Element,
  getAttributeValue: (element: Element, name: string) => element.getAttribute(name) ?? undefined,
  hasAttrib: (element: Element, name: string) => Object.hasOwn(element.attributes, name),
  getName: (element: Element) => element.name,
  getChildren: (node: TreeNode): TreeNode[] => (node instanceof Element ? [...node.children] : []),
  getParent: (node: Element) => node.parentNode,
  getSiblings: (node: TreeNode): TreeNode[] => (node.parentNode instanceof Element ? [...node.parentNode.children] : [node]),
  getText: (node: TreeNode) => node.textContent ?? '',
  removeSubsets: (nodes: TreeNode[]) => nodes,
};

type Matches = (element: Element) => boolean;
const compiled = new Map<string, Matches>();

/** A selector as a question to an element, made once. */
function matching(selector: string): Matches {
  const known = compiled.get(selector) ?? (compile<TreeNode, Element>(selector, { adapter, lowerCaseTags: true }) as Matches);
  compiled.set(selector, known);
  return known;
}

class Document implements TreeDocument {
  readonly root: Element;
  readonly elements: readonly Element[];

  constructor(root: Element, elements: readonly Element[]) {
    this.root = root;
    this.elements = elements;
  }

  get documentElement(): Element | null {
    return this.root.children[0] ?? null;
  }

  querySelector(selector: string): TreeElement | null {
    return this.elements.find(matching(selector)) ?? null;
  }

  querySelectorAll(selector: string): readonly TreeElement[] {
    return this.elements.filter(matching(selector));
  }
}

export interface BuildOptions {
  readonly xml: boolean;
  readonly maxElements: number;
  /** How deep elements may stand in one another. */
  readonly maxNesting: number;
  /** Make what is thrown where there is more than that; the parser stops there. */
  readonly tooLarge: () => Error;
  readonly tooDeep: () => Error;
}

/**
 * Markup as a tree. Entities are the ones of HTML, or XML's own five and characters by number: nothing that a document declares is
 * expanded, nothing is fetched, nothing runs.
 */
export function buildTree(source: string, { xml, maxElements, maxNesting, tooLarge, tooDeep }: BuildOptions): TreeDocument {
  const root = new Element(null, '', {}, '');
  const elements: Element[] = [];
  let open = root;
  /** What stands in a template is no part of the page; it is kept, and not found by selectors. */
  let templates = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = new Element(open, name, attributes, xml ? name : name.toUpperCase());
        if (element.depth > maxNesting) throw tooDeep();
        open.append(element);
        open = element;
        if (templates === 0) elements.push(element);
        if (elements.length > maxElements) throw tooLarge();
        if (name === 'template') templates++;
      },
      ontext(text) {
        const last = open.lastChild;
        if (last instanceof Text) last.nodeValue += text;
        else open.append(new Text(open, text));
      },
      onclosetag(name) {
        if (name === 'template') templates--;
        open = open.parentNode ?? root;
      },
    },
    { xmlMode: xml, decodeEntities: true, lowerCaseTags: !xml, lowerCaseAttributeNames: !xml },
  );
  parser.write(source);
  parser.end();
  return new Document(root, elements);
}
