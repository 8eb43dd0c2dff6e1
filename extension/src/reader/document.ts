//! The article as the reader shows it: head, body, footnotes, comments.

import type { Article, Block } from '../engine/article.ts';
import { interfaceDirection, interfaceLanguage, text } from '../platform/text.ts';
import * as addresses from './addresses.ts';
import { block } from './blocks/block.ts';
import { element } from './dom.ts';
import { header } from './header.ts';
import { note, notesSection } from './notes.ts';
import { inPieces, joinPiece, PIECE, weight, type Shown } from './pieces.ts';

/** An article that is being made. */
export interface Growing {
  /** The blocks of the body as they are shown. */
  shown: Shown[];
  /** The element that holds everything of the article; the reader's own words in it are in the interface's language. */
  page: HTMLElement;
  /** Makes the rest, a block at each step, and gives each part of it that has come into the page: of the body, notes, comments. */
  rest: Generator<HTMLElement | undefined, void>;
}

/** The whole article. */
export function articleDocument(article: Article, url: string): HTMLElement {
  const { page, rest } = growingDocument(article, url);
  while (rest.next().done !== true);
  return page;
}

/** The article's head, and what makes the rest. */
export function growingDocument(article: Article, url: string): Growing {
  const { lang, dir } = article.metadata;
  // It has the focus at first: keys scroll it, and a screen reader begins with it.
  const page = element('article', { class: 'article', lang: lang ?? undefined, dir, 'aria-labelledby': 'title', tabindex: -1, autofocus: true },
    header(article, url));
  const shown = weightOf(article.blocks) > MOST ? inPieces(article.blocks) : article.blocks;
  return { page, shown, rest: restOf({ ...article, blocks: shown }, page) };
}

/** As many blocks at once take a browser some 50 ms to lay out. */
const LONG = 600;

/** More blocks than these, with the items of lists and the rows of tables, are not made, nor kept laid out, at once. */
const MOST = 2000;

/** Whether the article is too much to be made at once. */
export function isHuge({ blocks, notes, comments }: Article): boolean {
  return weightOf(blocks) + notes.length + weightOf(comments) > MOST;
}

function weightOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => sum + weight(block), 0);
}

/** An article whose blocks are those that are shown. */
type ShownArticle = Omit<Article, 'blocks'> & { blocks: Shown[] };

function* restOf({ blocks, notes, nextPage, comments }: ShownArticle, page: HTMLElement): Growing['rest'] {
  // Notes in the margin would move whenever text above them is laid out.
  const long = blocks.length > LONG && notes.length === 0;
  const huge = weightOf(blocks) > MOST;
  const place = huge ? element('div', { class: 'parts' }) : page;
  if (huge) page.append(place);
  for (const part of huge ? parts(blocks) : [blocks]) {
    const body = element('div', { class: 'body', 'data-long': long && !huge, 'data-continues': part[0]?.piece?.continues });
    yield* fill(body, part, shownBlock);
    place.append(body);
    yield body;
  }
  if (notes.length > 0) {
    const { section, list } = notesSection();
    yield* fill(list, notes, each => note(each, page));
    page.append(section);
    yield section;
  }
  const next = nextPageLink(nextPage);
  if (next !== null) page.append(next);
  if (comments.length > 0) {
    const details = commentsDetails(comments.length);
    if (weightOf(comments) > MOST) yield* fillInParts(details, comments);
    else yield* fill(details, comments, block);
    page.append(details);
    yield details;
  }
}

function* fill<Item>(parent: Element, items: Item[], node: (item: Item) => Node): Growing['rest'] {
  for (const item of items) {
    parent.append(node(item));
    yield;
  }
}

function* fillInParts(details: Element, comments: Block[]): Growing['rest'] {
  for (const part of parts(comments)) {
    const group = element('div', { class: 'comments-part' });
    yield* fill(group, part, block);
    details.append(group);
  }
}

/** What keeps no distance of its own from what follows: there a part may end. */
const ENDINGS = new Set<Block['body']['kind']>(['paragraph', 'post', 'list']);

/** The body in parts: what is far from the window need not be laid out, nor even asked for its place. */
function* parts(content: Shown[]): Generator<Shown[]> {
  let part: Shown[] = [];
  let load = 0;
  for (const each of content) {
    part.push(each);
    load += weight(each);
    if (load < PIECE || (load < 2 * PIECE && !ENDINGS.has(each.body.kind) && each.piece?.goesOn !== true)) continue;
    yield part;
    part = [];
    load = 0;
  }
  if (part.length > 0) yield part;
}

function shownBlock(shown: Shown): Node {
  const node = block(shown);
  if (shown.piece !== undefined) joinPiece(node, shown.piece);
  return node;
}

/** What the reader's own words are in: they may run against the article's direction. */
function interfaceText(): { lang: string; dir: string } {
  return { lang: interfaceLanguage(), dir: interfaceDirection() };
}

function nextPageLink(address: string | null): Node | null {
  const href = address === null ? undefined : addresses.link(address);
  return href === undefined ? null : element('p', { class: 'next-page', ...interfaceText() }, element('a', { href, rel: 'next' }, text('nextPage')));
}

/** Comments stay closed: they are not the article. */
function commentsDetails(n: number): HTMLElement {
  const count = new Intl.NumberFormat(interfaceLanguage()).format(n);
  return element('details', { class: 'comments' }, element('summary', {}, text('comments', count)));
}
