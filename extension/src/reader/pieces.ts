//! Lists and tables of very many items in pieces that follow each other, each of which a browser lays out by itself when it
//! comes near.

import type { Block, Body, BodyOf, Row } from '../engine/article.ts';
import { element } from './dom.ts';
import { blocksText } from './plain-text.ts';

/** A block as it is shown. */
export interface Shown extends Block {
  piece?: Piece;
}

/** One of the pieces of a block. */
interface Piece {
  continues: boolean;
  goesOn: boolean;
  /** How wide a table's columns are, in characters: the same for all pieces. */
  columns: number[];
}

/** As many blocks, items or rows are more than a few windows, and a few milliseconds' work. */
export const PIECE = 100;

/** A column asks for no more and no fewer characters. */
const COLUMN = { least: 4, most: 40 };

/** So many rows tell how wide the columns are. */
const SAMPLE = 1000;

/** How much there is to make of it: of a list or a table, each item. */
export function weight({ body }: Block): number {
  switch (body.kind) {
    case 'list': case 'definitions': return body.items.length;
    case 'table': return body.rows.length;
    default: return 1;
  }
}

/** The same blocks, those of very many items in pieces. Each piece stands for the element of its block. */
export function inPieces(blocks: Block[]): Shown[] {
  return blocks.flatMap(block => {
    const bodies = weight(block) > 2 * PIECE ? [...piecesOf(block.body)] : [];
    if (bodies.length < 2) return [block];
    const columns = block.body.kind === 'table' ? columnsOf(block.body.rows) : [];
    const { id, ...others } = block;
    return bodies.map((body, at) => ({
      ...others, ...(at === 0 && id !== undefined ? { id } : {}), body, piece: { continues: at > 0, goesOn: at < bodies.length - 1, columns },
    }));
  });
}

/** Makes an element one that is seen to be part of a whole. */
export function joinPiece(node: HTMLElement, { continues, goesOn, columns }: Piece): void {
  node.toggleAttribute('data-continues', continues);
  node.toggleAttribute('data-goes-on', goesOn);
  const table = node.querySelector('table');
  if (table === null) return;
  const all = columns.reduce((sum, width) => sum + width, 0);
  table.style.setProperty('--characters', String(all));
  const group = element('colgroup', {}, ...columns.map(width => {
    const column = element('col');
    column.style.setProperty('--share', (width / all).toFixed(4));
    return column;
  }));
  table.insertBefore(group, table.tHead ?? table.tBodies[0] ?? null);
}

function* piecesOf(body: Body): Generator<Body> {
  switch (body.kind) {
    case 'list': return yield* lists(body);
    case 'definitions':
      for (const items of slices(body.items, next => next.term)) yield { ...body, items };
      return;
    case 'table': yield* tables(body);
  }
}

function* lists(body: BodyOf<'list'>): Generator<Body> {
  let number = body.start ?? 1;
  for (const items of slices(body.items, () => true)) {
    yield { ...body, items, start: body.ordered ? number : body.start };
    number = items.reduce((last, { value }) => (value ?? last) + 1, number);
  }
}

/** Each has the head of the whole. A cell of several rows stays in one piece. */
function* tables(body: BodyOf<'table'>): Generator<Body> {
  const heads = body.rows.filter(({ head }) => head);
  const rows = body.rows.filter(({ head }) => !head);
  let at = 0;
  let spanned = 0;
  const ends = rows.map(({ cells }, row) => spanned = Math.max(spanned, ...cells.map(cell => row + cell.rows)));
  for (const piece of slices(rows, (_, row) => (ends[row - 1] ?? 0) <= row)) {
    yield { ...body, caption: at === 0 ? body.caption : [], rows: [...heads, ...piece] };
    at += piece.length;
  }
}

/** Slices of `PIECE` items, or more where none `mayBegin`. */
function* slices<Each>(items: Each[], mayBegin: (item: Each, at: number) => boolean): Generator<Each[]> {
  for (let from = 0, to = 0; from < items.length; from = to) {
    to = from + PIECE;
    for (let next = items[to]; next !== undefined && !mayBegin(next, to); next = items[to]) to += 1;
    yield items.slice(from, to);
  }
}

/** As many characters as the longest text in each column has. */
function columnsOf(rows: Row[]): number[] {
  const n = Math.max(...rows.slice(0, SAMPLE).map(({ cells }) => cells.length));
  const whole = rows.slice(0, SAMPLE).filter(({ cells }) => cells.length === n && cells.every(({ columns }) => columns === 1));
  return Array.from({ length: n }, (_, column) => {
    const longest = Math.max(0, ...whole.map(({ cells }) => blocksText(cells[column]?.blocks ?? []).length));
    return Math.min(COLUMN.most, Math.max(COLUMN.least, longest));
  });
}
