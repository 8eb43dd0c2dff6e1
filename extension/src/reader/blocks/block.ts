//! Blocks of the article become elements: one function a kind.

import type { Block, Body } from '../../engine/article.ts';
import { element, fragment } from '../dom.ts';
import { inlines } from '../inline.ts';
import { anchorId } from '../places.ts';
import { callout, details, quote } from './asides.ts';
import { code } from './code.ts';
import { embed } from './embed.ts';
import { figure } from './figure.ts';
import { definitions, list } from './list.ts';
import { math } from './math.ts';
import { media } from './media.ts';
import { post, seam } from './thread.ts';
import { table } from './table.ts';

/** The elements of these blocks, in order. */
export function blocks(content: Block[]): DocumentFragment {
  return fragment(...content.map(block));
}

/** The element of one block. */
export function block({ element: source, id, lang, dir, body }: Block): HTMLElement {
  const node = bodyElement(body);
  if (id !== undefined) node.id = anchorId(id);
  if (lang !== undefined) node.lang = lang;
  if (dir !== undefined) node.dir = dir;
  if (source !== undefined) node.dataset['source'] = String(source);
  return node;
}

function bodyElement(body: Body): HTMLElement {
  switch (body.kind) {
    case 'paragraph': return element('p', {}, inlines(body.content));
    case 'heading': return heading(body.level, inlines(body.content));
    case 'figure': return figure(body);
    case 'media': return media(body);
    case 'list': return list(body);
    case 'definitions': return definitions(body);
    case 'quote': return quote(body);
    case 'code': return code(body);
    case 'verse': return element('p', { class: 'verse' }, inlines(body.content));
    case 'table': return table(body);
    case 'math': return math(body, 'block');
    case 'rule': return element('hr');
    case 'details': return details(body);
    case 'callout': return callout(body);
    case 'embed': return embed(body);
    case 'post': return post(body);
    case 'seam': return seam(body);
  }
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function heading(level: number, content: Node): HTMLElement {
  return element(HEADINGS[level - 2] ?? 'h6', {}, content);
}
