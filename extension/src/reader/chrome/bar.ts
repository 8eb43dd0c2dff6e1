//! The bar above the article: the way out, and a button for each thing that can be done. It is one of the last
//! things a person should notice.

import { text, type MessageName } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { icon, type IconName } from './icons.ts';

export interface Bar {
  element: HTMLElement;
  /** Adds a button at the end. */
  button(icon: IconName, label: MessageName, press: () => void): HTMLButtonElement;
  /** Adds a button that opens a panel. `fill` is called before each opening and gives what is in it. */
  panel(icon: IconName, label: MessageName, fill: () => Node): HTMLElement;
  /** Shows a few words in the middle; empty for none. */
  say(words: string): void;
  /** Closes the open panel; false when none was open. */
  closePanel(): boolean;
}

/** A bar with the way out. */
export function bar(label: MessageName, close: () => void): Bar {
  const exit = tool('close', label);
  exit.setAttribute('aria-keyshortcuts', 'Escape');
  exit.addEventListener('click', close);
  const words = element('span', { class: 'bar-words' });
  const node = element('div', { class: 'bar', role: 'group', 'aria-label': text('toolbar') }, exit, words);
  return {
    element: node,
    button(name, label, press) {
      const button = tool(name, label);
      button.addEventListener('click', press);
      node.append(button);
      return button;
    },
    panel(name, label, fill) {
      const { button, panel } = panelOf(name, label, fill);
      node.append(button, panel);
      return panel;
    },
    say(told) {
      if (words.textContent !== told) words.textContent = told;
    },
    closePanel() {
      const open = node.querySelector<HTMLElement>(':popover-open');
      open?.hidePopover();
      return open !== null;
    },
  };
}

function panelOf(name: IconName, label: MessageName, fill: () => Node): { button: HTMLButtonElement; panel: HTMLElement } {
  const button = tool(name, label);
  const panel = element('div', { class: 'panel', popover: 'auto', role: 'dialog', 'aria-label': text(label) });
  button.popoverTargetElement = panel;
  button.setAttribute('aria-expanded', 'false');
  panel.addEventListener('beforetoggle', event => {
    const opens = (event as ToggleEvent).newState === 'open';
    if (opens) panel.replaceChildren(fill());
    // Chromium gives the focus back to the host that the panel is in, which has nothing to do with it.
    else if (panel.matches(':focus-within')) button.focus({ preventScroll: true });
    button.setAttribute('aria-expanded', String(opens));
  });
  return { button, panel };
}

function tool(name: IconName, label: MessageName): HTMLButtonElement {
  const words = text(label);
  return element('button', { type: 'button', class: 'tool', 'aria-label': words, title: words }, icon(name));
}
