//! What a text of many parts is made of: posts by several people, and the seams between joined pages.

import type { BodyOf } from '../../engine/article.ts';
import { text } from '../../platform/text.ts';
import * as addresses from '../addresses.ts';
import { readableDate } from '../dates.ts';
import { element } from '../dom.ts';
import { blocks } from './block.ts';

/** Answers are set in this far at most, so that a deep thread keeps its measure. */
const MAX_DEPTH = 6;

/** A post in a thread, or a comment. */
export function post(body: BodyOf<'post'>): HTMLElement {
  const head = element('header', {});
  if (body.author !== '') head.append(element('b', {}, element('bdi', {}, body.author)));
  if (body.time !== '') head.append(element('time', { datetime: body.time }, readableDate(body.time)));
  const node = element('article', { class: 'post' }, head, blocks(body.blocks));
  node.style.setProperty('--depth', String(Math.min(body.depth, MAX_DEPTH)));
  return node;
}

/** Where the next page of the same article begins. */
export function seam(body: BodyOf<'seam'>): HTMLElement {
  const label = text('seam', String(body.page));
  const href = addresses.link(body.url);
  return element('p', { class: 'seam' }, href === undefined ? label : element('a', { href }, label));
}
