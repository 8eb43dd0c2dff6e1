//! Things of other sites: a card that says what they are and loads them only when the person asks.

import type { BodyOf, Embed } from '../../engine/article.ts';
import { text, type MessageName } from '../../platform/text.ts';
import * as addresses from '../addresses.ts';
import { readableDate } from '../dates.ts';
import { element } from '../dom.ts';
import { blocks } from './block.ts';

const FORMS: Record<Embed['form'], MessageName> = {
  video: 'embedVideo',
  audio: 'embedAudio',
  post: 'embedPost',
  map: 'embedMap',
  code: 'embedCode',
  other: 'embedOther',
};

/** The card. A post shows its text; the rest shows a title and what can be done with it. */
export function embed(body: BodyOf<'embed'>): HTMLElement {
  const card = element('figure', { class: 'embed', 'data-form': body.form },
    element('p', { class: 'embed-kind' }, text(FORMS[body.form], body.provider)));
  if (body.title !== '') card.append(element('p', { class: 'embed-title' }, element('bdi', {}, body.title)));
  if (body.blocks.length > 0) card.append(element('div', { class: 'embed-text' }, blocks(body.blocks)));
  const credit = [body.author, readableDate(body.date)].filter(part => part !== '').join(' · ');
  if (credit !== '') card.append(element('p', { class: 'embed-credit' }, credit));
  const actions = [loadButton(body, card), openLink(body)].filter(action => action !== null);
  if (actions.length > 0) card.append(element('p', { class: 'embed-actions' }, ...actions));
  return card;
}

function loadButton({ frame, title, provider }: Embed, card: HTMLElement): Node | null {
  const src = frame === null ? undefined : addresses.frame(frame);
  if (src === undefined) return null;
  const button = element('button', { type: 'button', class: 'plain-button' }, text('embedLoad'));
  button.addEventListener('click', () => load(card, src, title || provider));
  return button;
}

/** The frame may run its own scripts, but it cannot reach the page, navigate it or open dialogs in it. */
function load(card: HTMLElement, src: string, title: string): void {
  const content = element('iframe', {
    src, title, class: 'embed-frame', sandbox: 'allow-scripts allow-same-origin allow-popups allow-presentation',
    allow: 'fullscreen; encrypted-media; picture-in-picture', referrerpolicy: 'strict-origin-when-cross-origin',
  });
  card.replaceChildren(content);
  content.focus();
}

function openLink({ url, provider }: Embed): Node | null {
  const href = addresses.link(url);
  return href === undefined ? null : element('a', { href, target: '_blank', rel: addresses.REL }, text('embedOpen', provider));
}
