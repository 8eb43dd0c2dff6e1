//! The card that is shown when there is no article: why, and what can be done about it.

import { interfaceDirection, interfaceLanguage, text, type MessageName } from '../platform/text.ts';
import { applyTheme } from '../settings/apply.ts';
import type { Settings } from '../settings/settings.ts';
import { element } from './dom.ts';
import { KeyBindings } from './keys.ts';
import { openOverlay, type Overlay } from './overlay.ts';

/** Something the person can do instead. */
export interface CardAction {
  label: MessageName;
  run(): void;
}

/** Shows one sentence and the actions; the first one has the focus, the last one closes. */
export function openCard(sentence: MessageName, actions: CardAction[], settings: Settings): Overlay {
  const close = () => overlay.remove();
  const buttons = [...actions, { label: 'cardClose', run: close } satisfies CardAction].map((action, index) => {
    const button = element('button', { type: 'button', class: index === 0 ? 'main-button' : 'plain-button' }, text(action.label));
    button.addEventListener('click', () => { close(); action.run(); });
    return button;
  });
  const overlay = openOverlay({
    class: 'card', label: text('name'), lang: interfaceLanguage(), dir: interfaceDirection(),
    prepare: dialog => applyTheme(dialog, settings),
  },
    element('p', { class: 'card-sentence' }, text(sentence)), element('div', { class: 'card-actions' }, ...buttons));
  const { gone } = overlay;
  new KeyBindings(gone).bind('Escape', () => { close(); return true; });
  buttons[0]?.focus();
  return overlay;
}
