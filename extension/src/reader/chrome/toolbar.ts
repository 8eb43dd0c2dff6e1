//! The bar above the article: the way out, and what can be adjusted.

import { text } from '../../platform/text.ts';
import type { SettingsStore } from '../../settings/store.ts';
import { element } from '../dom.ts';
import { icon, type IconName } from './icons.ts';
import { typePanel } from './type-panel.ts';

export interface Toolbar {
  element: HTMLElement;
  /** Closes the open panel; false when none was open. */
  closePanels(): boolean;
}

/** The bar. It is one of the last things a person should notice. */
export function toolbar({ settings, close }: { settings: SettingsStore; close: () => void }): Toolbar {
  const exit = button('close', text('exit'), 'Escape');
  exit.addEventListener('click', close);
  const panel = typePanel(settings);
  const adjust = button('type', text('typography'));
  adjust.popoverTargetElement = panel;
  panel.addEventListener('toggle', () => adjust.setAttribute('aria-expanded', String(panel.matches(':popover-open'))));
  adjust.setAttribute('aria-expanded', 'false');

  const bar = element('div', { class: 'toolbar', role: 'group', 'aria-label': text('toolbar') }, exit, element('span', { class: 'spring' }), adjust, panel);
  return {
    element: bar,
    closePanels() {
      if (!panel.matches(':popover-open')) return false;
      panel.hidePopover();
      return true;
    },
  };
}

function button(name: IconName, label: string, key?: string): HTMLButtonElement {
  return element('button', { type: 'button', class: 'tool', 'aria-label': label, title: label, 'aria-keyshortcuts': key }, icon(name));
}
