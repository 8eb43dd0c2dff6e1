//! Makes nodes. The reader has no other way to make one: nothing is ever parsed from a string.

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

export type Child = Node | string | null;

/** Attributes; `undefined` and `false` leave one out, `true` sets it without a value. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/**
 * An HTML element. The namespace is said, because `createElement` makes elements of no namespace in a
 * document that is XML.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  return filled(document.createElementNS(HTML, name), attributes, children) as HTMLElementTagNameMap[Name];
}

/** An SVG element. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name, attributes: Attributes = {}, ...children: Child[]
): SVGElementTagNameMap[Name] {
  return filled(document.createElementNS(SVG, name), attributes, children) as SVGElementTagNameMap[Name];
}

/** Several nodes as one. */
export function fragment(...children: Child[]): DocumentFragment {
  const nodes = document.createDocumentFragment();
  append(nodes, children);
  return nodes;
}

function filled(node: Element, attributes: Attributes, children: Child[]): Element {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

function append(node: ParentNode, children: Child[]): void {
  for (const child of children) if (child !== null) node.append(child);
}
