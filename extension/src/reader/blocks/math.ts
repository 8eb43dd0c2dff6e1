//! Formulas: MathML made node by node, TeX where nothing else is known.

import type { Image, MathFormula, MathNode } from '../../engine/article.ts';
import * as addresses from '../addresses.ts';
import { element } from '../dom.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Presentation elements of MathML Core that show something. */
const ELEMENTS = new Set([
  'annotation', 'math', 'menclose', 'mfrac', 'mi', 'mmultiscripts', 'mn', 'mo', 'mover', 'mpadded', 'mphantom', 'mprescripts',
  'mroot', 'mrow', 'ms', 'mspace', 'msqrt', 'mstyle', 'msub', 'msubsup', 'msup', 'mtable', 'mtd', 'mtext', 'mtr',
  'munder', 'munderover', 'none', 'semantics',
]);

/** Attributes that shape a formula. None of them holds an address or runs anything. */
const ATTRIBUTES = new Set([
  'accent', 'accentunder', 'columnalign', 'columnlines', 'columnspacing', 'columnspan', 'depth', 'dir', 'display',
  'displaystyle', 'encoding', 'fence', 'form', 'height', 'largeop', 'linethickness', 'lspace', 'mathvariant', 'maxsize', 'minsize',
  'movablelimits', 'notation', 'rowalign', 'rowlines', 'rowspacing', 'rowspan', 'rspace', 'scriptlevel', 'separator', 'stretchy',
  'symmetric', 'voffset', 'width',
]);

/** A formula within a line, or on a line of its own. */
export function math(formula: MathFormula, display: 'inline' | 'block'): HTMLElement {
  const shown = formula.tree ? root(formula.tree, display) : formula.tex ? tex(formula.tex) : formula.image ? picture(formula.image) : null;
  const attributes = { class: `math-${display}`, dir: 'ltr', title: formula.tex ?? undefined };
  return display === 'inline'
    ? element('span', attributes, shown)
    : element('div', { ...attributes, tabindex: 0, role: 'group' }, shown, number(formula.label ?? ''));
}

function number(label: string): Node | null {
  return label === '' ? null : element('span', { class: 'math-number' }, label);
}

/** `math` around the tree, whether or not the tree brings its own. */
function root(tree: MathNode, display: string): Element | null {
  const node = tree.name === 'math' ? mathNode(tree) : mathNode({ name: 'math', attrs: [], text: '', children: [tree] });
  node?.setAttribute('display', display);
  return node;
}

function mathNode({ name, attrs, text, children }: MathNode): Element | null {
  if (!ELEMENTS.has(name)) return null;
  const node = document.createElementNS(MATHML, name);
  for (const [attribute, value] of attrs) if (ATTRIBUTES.has(attribute)) node.setAttribute(attribute, value);
  if (text !== '') node.append(text);
  for (const child of children) {
    const inner = mathNode(child);
    if (inner !== null) node.append(inner);
  }
  return node;
}

function tex(source: string): Node {
  return element('code', { class: 'tex' }, source);
}

function picture({ src, alt, width, height }: Image): Node {
  const address = addresses.resource(src);
  return address === undefined
    ? document.createTextNode(alt)
    : element('img', { class: 'inline-image', src: address, alt, width: width || undefined, height: height || undefined });
}
