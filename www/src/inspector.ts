//! Why one block stayed or went: its numbers, and what spoke for and against it.

import type { ReadOptions } from '../../extension/src/engine/engine.ts';
import { element, fragment, type Child } from '../../extension/src/reader/dom.ts';
import { influences } from './engine.ts';
import type { ExplainedBlock, Explanation } from './explanation.ts';

/** As many features as explain most of a block. */
const MOST = 12;

/** What the inspector can ask for. */
export interface Actions {
  path(element: number): string;
  /** Reads the page otherwise. */
  read(change: (options: ReadOptions) => ReadOptions): void;
}

/** What there is to say of the block at `index`. */
export function inspected(explanation: Explanation, index: number, actions: Actions): DocumentFragment {
  const block = explanation.blocks[index];
  if (block === undefined) return fragment(element('p', {}, 'Point at a block in the page or in the reader, or choose one of the list.'));
  return fragment(
    element('p', { class: 'fate' }, fate(explanation, block)),
    element('p', { class: 'said', dir: 'auto' }, block.text),
    element('p', { class: 'path' }, actions.path(block.element)),
    numbers(explanation, block),
    buttons(explanation, block, actions),
    features(explanation, index));
}

/** What became of a block, in a sentence. */
export function fate({ removals }: Explanation, { removal }: ExplainedBlock): string {
  const found = removal === null ? undefined : removals[removal];
  return found === undefined ? 'Kept' : `Left out by ${found.stage}: ${found.reason.replaceAll('-', ' ')} (${found.score.toFixed(2)})`;
}

function numbers({ threshold }: Explanation, { first, likely, words }: ExplainedBlock): HTMLElement {
  return table('How likely it is the article’s', ['', ''], [
    ['After the first pass', first.toFixed(3)],
    ['In the end', likely.toFixed(3)],
    ['The page’s threshold', threshold.toFixed(3)],
    ['Words', String(words)],
  ]);
}

function buttons({ removals }: Explanation, { element: source, removal }: ExplainedBlock, { read }: Actions): HTMLElement {
  const whole = removal === null ? undefined : removals[removal]?.element;
  return element('div', { class: 'buttons' },
    whole === undefined ? null : button('Put it back', () => read(options => ({ ...options, restore: [...options.restore ?? [], whole] }))),
    button('Read only this', () => read(() => ({ root: source, readAnyway: true }))),
    button('As it was', () => read(() => ({}))));
}

function features({ names, rows }: Explanation, index: number): HTMLElement {
  const spoke = influences(rows, index);
  const start = index * names.length;
  const strongest = names.map((_, at) => at).sort((a, b) => Math.abs(spoke[b] ?? 0) - Math.abs(spoke[a] ?? 0));
  const row = (at: number) => [names[at] ?? '', number(rows[start + at] ?? 0), signed(spoke[at] ?? 0)];
  const head = ['Feature', 'Value', 'For it'];
  return element('div', {},
    table('What spoke for and against it, in logits, against the page’s median', head, strongest.slice(0, MOST).map(row)),
    element('details', {}, element('summary', {}, `All ${names.length} features`), table('In their own order', head, names.map((_, at) => row(at)))));
}

/** A table with a caption; all but the first column are numbers. */
export function table(caption: string, head: string[], rows: string[][]): HTMLTableElement {
  const cell = (words: string, at: number): Child => (at === 0
    ? element('th', { scope: 'row' }, words) : element('td', { class: 'number' }, words));
  return element('table', {},
    element('caption', {}, caption),
    head.some(words => words !== '')
      ? element('thead', {}, element('tr', {}, ...head.map((words, at) => element('th', { scope: 'col', class: at > 0 && 'number' }, words)))) : null,
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map(cell)))));
}

/** A button. */
export function button(label: string, press: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button' }, label);
  node.addEventListener('click', press);
  return node;
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}
