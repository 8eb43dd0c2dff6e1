//! The head of the article: where it is from, its title, who wrote it, when, and how long it takes.

import type { Article } from '../engine/article.ts';
import { interfaceDirection, interfaceLanguage, text } from '../platform/text.ts';
import { conjunction, minutes, readableDate } from './dates.ts';
import { element, type Child } from './dom.ts';
import { plainText } from './plain-text.ts';

/** As many letters of the excerpt as must stand in the body for it to be the body's own words… */
const SAME_LETTERS = 60;

/** …and in how many of its first blocks: a summary repeats a beginning. */
const FIRST_BLOCKS = 6;

/** The header of `article`, read from the page at `url`. */
export function header(article: Article, url: string): HTMLElement {
  const { title, siteName } = article.metadata;
  const excerpt = leadExcerpt(article);
  return element('header', { class: 'head' },
    element('p', { class: 'source' }, ...(siteName ? [element('bdi', { class: 'site' }, siteName)] : []), original(url)),
    element('h1', { id: 'title' }, title || text('untitled')),
    excerpt === null ? null : element('p', { class: 'excerpt' }, excerpt),
    credits(article));
}

/** The link to the original: its host is what a person recognizes it by. */
function original(url: string): Node {
  const host = URL.parse(url)?.host.replace(/^www\./, '') ?? '';
  return element('a', { class: 'original', href: url, 'aria-label': text('original', host || url) },
    element('bdi', { dir: 'ltr' }, host || text('originalFile')));
}

function credits({ metadata, length }: Article): HTMLElement {
  const lang = metadata.lang ?? interfaceLanguage();
  // A part that is the interface's words is isolated: it may run against the article's direction.
  const words = { lang: interfaceLanguage(), dir: interfaceDirection() };
  const parts: Child[] = [];
  if (metadata.byline.length > 0) parts.push(element('bdi', { class: 'byline', ...words }, ...bylineParts(conjunction(metadata.byline, lang))));
  if (metadata.published) parts.push(element('time', { datetime: metadata.published, dir: 'auto' }, readableDate(metadata.published, lang)));
  const changed = metadata.modified && metadata.modified.slice(0, 10) !== metadata.published?.slice(0, 10);
  if (metadata.modified && changed) {
    parts.push(element('bdi', { class: 'modified', ...words }, text('updated', readableDate(metadata.modified))));
  }
  if (length.words > 0) parts.push(element('bdi', { class: 'length', ...words }, text('readingTime', minutes(length.minutes))));
  // The dot between two parts belongs to neither: inside of one it would stand on the side where that one begins.
  return element('p', { class: 'credits' }, ...parts.map(part => element('span', { class: 'credit' }, part)));
}

/** "By" and the names, which may run in the other direction. */
function bylineParts(names: string): Child[] {
  const [before = '', after = ''] = text('byline', '\uE000').split('\uE000');
  return [before, element('bdi', {}, names), after];
}

/** The summary that the page shows, or what machines are told, unless the body says the same or it was cut off in the middle. */
function leadExcerpt({ metadata, blocks }: Article): string | null {
  const { excerpt, standfirst, title } = metadata;
  if (standfirst !== undefined) return standfirst;
  if (!excerpt || /(\.\.\.|…)\s*$/.test(excerpt)) return null;
  const letters = lettersOf(excerpt).slice(0, SAME_LETTERS);
  const beginning = blocks.slice(0, FIRST_BLOCKS).map(plainText).join('');
  return letters === '' || lettersOf(title).includes(letters) || lettersOf(beginning).includes(letters) ? null : excerpt;
}

/** Without white space and punctuation, which a summary may set otherwise than the text. */
function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[\s!-/:-@\u2010-\u205e]+/g, '');
}
