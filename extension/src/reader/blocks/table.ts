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
  if (headRows.length > 0) node.append(element('thead', {}, ...rows(headRows)));
  node.append(element('tbody', {}, ...rows(bodyRows)));
  return element('div', { class: 'table', tabindex: 0, role: 'region', 'aria-label': text('table') }, node);
}

function rows(group: Row[]): Node[] {
  return group.map(({ head, cells }, at) => element('tr', {}, ...cells.map(content => cell(content, head, group.length - at))));
}

/**
 * A cell ends with its group of rows, whatever it says: Firefox lays out each row that is said, and stands still for seconds
 * where a cell of one row says that it spans all that there could be.
 */
function cell({ header, columns, rows: said, align, blocks: content }: Cell, head: boolean, left: number): Node {
  const rows = Math.min(said, left);
  const attributes = {
    colspan: columns > 1 ? columns : undefined,
    rowspan: rows > 1 ? rows : undefined,
    'data-align': align === 'start' ? undefined : align,
  };
  // A corner without words heads nothing.
  if (!header || content.length === 0) return element('td', attributes, blocks(content));
  return element('th', { ...attributes, scope: head ? 'col' : 'row' }, blocks(content));
}
