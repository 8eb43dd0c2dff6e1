//! Text set off from the text: quotes, callouts, and what opens on demand.

import type { BodyOf, Tone } from '../../engine/article.ts';
import { text, type MessageName } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { inlines } from '../inline.ts';
import { blocks } from './block.ts';

/** Somebody else's words, with who said them. */
export function quote(body: BodyOf<'quote'>): HTMLElement {
  const words = element('blockquote', {}, blocks(body.blocks));
  if (body.cite.length > 0) words.append(element('footer', {}, inlines(body.cite)));
  return words;
}

/** A summary that opens what stands below it. */
export function details(body: BodyOf<'details'>): HTMLElement {
  return element('details', {}, element('summary', {}, inlines(body.summary)),
    element('div', { class: 'details-body' }, blocks(body.blocks)));
}

const TONES: Record<Tone, MessageName> = {
  note: 'toneNote',
  tip: 'toneTip',
  important: 'toneImportant',
  warning: 'toneWarning',
  danger: 'toneDanger',
};

/** A note, tip or warning. Its tone is said in words, never by color alone. */
export function callout(body: BodyOf<'callout'>): HTMLElement {
  const title = body.title.length > 0 ? inlines(body.title) : text(TONES[body.tone]);
  return element('aside', { class: 'callout', 'data-tone': body.tone, role: 'note' },
    element('p', { class: 'callout-title' }, title), blocks(body.blocks));
}
