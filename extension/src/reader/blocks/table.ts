//! Tables: wide ones scroll by themselves, so that the page never does.

import type { BodyOf, Cell, Row } from '../../engine/article.ts';
import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { inlines } from '../inline.ts';
import { blocks } from './block.ts';

/** A table within a box that scrolls, reachable with the keyboard. */
export function table(body: BodyOf<'table'>): HTMLElement {
  const node = element('table');
  if (body.caption.length > 0) node.append(element('caption', {}, inlines(body.caption)));
  const headRows = body.rows.filter(row => row.head);
  const bodyRows = body.rows.filter(row => !row.head);
  if (headRows.length > 0) node.append(element('thead', {}, ...headRows.map(row)));
  node.append(element('tbody', {}, ...bodyRows.map(row)));
  return element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': text('table') }, node);
}

function row({ head, cells }: Row): Node {
  return element('tr', {}, ...cells.map(content => cell(content, head)));
}

function cell({ header, columns, rows, align, blocks: content }: Cell, head: boolean): Node {
  const attributes = {
    colspan: columns > 1 ? columns : undefined,
    rowspan: rows > 1 ? rows : undefined,
    'data-align': align === 'start' ? undefined : align,
  };
  // A corner without words heads nothing.
  if (!header || content.length === 0) return element('td', attributes, blocks(content));
  return element('th', { ...attributes, scope: head ? 'col' : 'row' }, blocks(content));
}
