//! The article as the reader shows it: head, body, footnotes, comments.

import type { Article, Block } from '../engine/article.ts';
import { interfaceDirection, interfaceLanguage, text } from '../platform/text.ts';
import * as addresses from './addresses.ts';
import { block } from './blocks/block.ts';
import { element } from './dom.ts';
import { header } from './header.ts';
import { note, notesSection } from './notes.ts';

/** An article that is being made. */
export interface Growing {
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
  return { page, rest: restOf(article, page) };
}

/** As many blocks at once take a browser some 50 ms to lay out. */
const LONG = 600;

/** More blocks than these are not made, nor kept laid out, in one piece. */
const ONE_PIECE = 2000;

/** As many blocks are more than a few windows, and a few milliseconds' work. */
const PART = 100;

/** Whether the article is too much to be made at once. */
export function isHuge({ blocks, notes, comments }: Article): boolean {
  return blocks.length + notes.length + comments.length > ONE_PIECE;
}

function* restOf({ blocks, notes, nextPage, comments }: Article, page: HTMLElement): Growing['rest'] {
  // Notes in the margin would move whenever text above them is laid out.
  const long = blocks.length > LONG && notes.length === 0;
  const huge = blocks.length > ONE_PIECE;
  const place = huge ? element('div', { class: 'parts' }) : page;
  if (huge) page.append(place);
  for (const part of huge ? parts(blocks) : [blocks]) {
    const body = element('div', { class: 'body', 'data-long': long && !huge });
    yield* fill(body, part, block);
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
    yield* fill(details, comments, block);
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

/** What keeps no distance of its own from what follows: there a part may end. */
const ENDINGS = new Set<Block['body']['kind']>(['paragraph', 'post', 'list']);

/** The body in parts: what is far from the window need not be laid out, nor even asked for its place. */
function* parts(content: Block[]): Generator<Block[]> {
  for (let from = 0, to = 0; from < content.length; from = to) {
    to = from + PART;
    while (to < from + 2 * PART && !ENDINGS.has(content[to - 1]?.body.kind ?? 'paragraph')) to += 1;
    yield content.slice(from, to);
  }
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
