//! The article as the reader shows it: head, body, footnotes, comments.

import type { Article, Block } from '../engine/article.ts';
import { interfaceDirection, interfaceLanguage, text } from '../platform/text.ts';
import * as addresses from './addresses.ts';
import { blocks } from './blocks/block.ts';
import { element } from './dom.ts';
import { header } from './header.ts';
import { notesList } from './notes.ts';

/** The element that holds everything of the article; the reader's own words in it are in the interface's language. */
export function articleDocument(article: Article, url: string): HTMLElement {
  const { lang, dir } = article.metadata;
  const interfaceText = { lang: interfaceLanguage(), dir: interfaceDirection() };
  const body = element('div', { class: 'body', 'data-long': isLong(article) }, blocks(article.blocks));
  // It has the focus at first: keys scroll it, and a screen reader begins with it.
  return element('article', { class: 'article', lang: lang ?? undefined, dir, 'aria-labelledby': 'title', tabindex: -1, autofocus: true },
    header(article, url),
    body,
    notesList(article.notes, body),
    nextPage(article.nextPage, interfaceText),
    comments(article.comments));
}

/** As many blocks at once take a browser some 50 ms to lay out. */
const LONG = 600;

/** Whether it is laid out as it comes near the window. Notes in the margin would move whenever text above them is laid out. */
function isLong({ blocks: content, notes }: Article): boolean {
  return content.length > LONG && notes.length === 0;
}

function nextPage(address: string | null, interfaceText: { lang: string; dir: string }): Node | null {
  const href = address === null ? undefined : addresses.link(address);
  return href === undefined ? null : element('p', { class: 'next-page', ...interfaceText }, element('a', { href, rel: 'next' }, text('nextPage')));
}

/** Comments stay closed: they are not the article. */
function comments(content: Block[]): Node | null {
  if (content.length === 0) return null;
  const count = new Intl.NumberFormat(interfaceLanguage()).format(content.length);
  return element('details', { class: 'comments' }, element('summary', {}, text('comments', count)), blocks(content));
}
