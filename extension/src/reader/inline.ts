//! Runs of text become nodes.

import type { Direction, Image, Inline, Style } from '../engine/article.ts';
import * as addresses from './addresses.ts';
import { element, fragment } from './dom.ts';
import { math } from './blocks/math.ts';
import { noteReference } from './notes.ts';
import { anchorId } from './places.ts';

/** The nodes of a piece of running text. */
export function inlines(content: Inline[]): DocumentFragment {
  return fragment(...content.map(inline));
}

function inline(run: Inline): Node {
  switch (run.kind) {
    case 'text': return document.createTextNode(run.text);
    case 'styled': return element(ELEMENTS[run.style], {}, inlines(run.content));
    case 'link': return link(run.href, run.content);
    case 'break': return element('br');
    case 'image': return inlineImage(run);
    case 'math': return math(run, 'inline');
    case 'ruby': return ruby(run.base, run.reading);
    case 'abbreviation': return element('abbr', { title: run.title }, inlines(run.content));
    case 'time': return element('time', { datetime: run.datetime }, inlines(run.content));
    case 'span': return span(run.lang, run.dir, run.content);
    case 'anchor': return element('a', { id: anchorId(run.id) });
    case 'note-reference': return noteReference(run.note, run.label);
  }
}

const ELEMENTS: Record<Style, keyof HTMLElementTagNameMap> = {
  emphasis: 'em',
  strong: 'strong',
  code: 'code',
  keyboard: 'kbd',
  sample: 'samp',
  variable: 'var',
  subscript: 'sub',
  superscript: 'sup',
  highlight: 'mark',
  deleted: 'del',
  inserted: 'ins',
  small: 'small',
  quotation: 'q',
  citation: 'cite',
  definition: 'dfn',
  underline: 'u',
};

/** A link to a place in the article keeps its `#`; one that may not be followed is its text alone. */
function link(href: string, content: Inline[]): Node {
  const target = href.startsWith('#') ? `#${anchorId(href.slice(1))}` : addresses.link(href);
  return target === undefined ? inlines(content) : element('a', { href: target, rel: target.startsWith('#') ? undefined : addresses.REL }, inlines(content));
}

function inlineImage(image: Image): Node {
  const src = addresses.resource(image.src);
  if (src === undefined) return document.createTextNode(image.alt);
  const { width, height } = image;
  return element('img', { class: 'inline-image', src, alt: image.alt, width: width || undefined, height: height || undefined });
}

function ruby(base: Inline[], reading: Inline[]): Node {
  const open = element('rp', {}, '(');
  const close = element('rp', {}, ')');
  return element('ruby', {}, inlines(base), open, element('rt', {}, inlines(reading)), close);
}

/** Text of another direction is isolated, so that it cannot reorder the text around it. */
function span(lang: string | null, dir: Direction | null, content: Inline[]): Node {
  return element(dir ? 'bdi' : 'span', { lang: lang ?? undefined, dir: dir ?? undefined }, inlines(content));
}
