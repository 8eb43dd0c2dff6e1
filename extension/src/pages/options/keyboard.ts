//! The keys of the reader, and the way to change the one that opens it.

import { api } from '../../platform/browser.ts';
import { text, type MessageName } from '../../platform/text.ts';
import { element } from '../../reader/dom.ts';
import { button } from '../page.ts';

/** The command that stands for a click on the toolbar button. */
const ACTION = '_execute_action';

const KEYS: [MessageName, string][] = [
  ['shortcutLeave', 'Escape'],
  ['shortcutParagraph', 'Alt+↓, Alt+↑'],
  ['shortcutHeading', 'Alt+Shift+↓, Alt+Shift+↑'],
  ['shortcutLine', '↓, ↑'],
  ['shortcutPages', '→, ←'],
  ['shortcutImage', '+, −, →, ←'],
  ['shortcutMedia', '⏯, ⏭, ⏮'],
  ['highlight', 'Alt+H'],
];

/** The list of keys. */
export function keyboard(): HTMLElement {
  const action = element('kbd');
  const show = async () => {
    const commands = await api.commands.getAll();
    action.textContent = commands.find(({ name }) => name === ACTION)?.shortcut || text('shortcutNone');
  };
  void show();
  // The person changes it on a page of the browser's own.
  window.addEventListener('focus', () => void show());
  const rows = KEYS.map(([does, keys]) => row(does, element('kbd', { dir: 'ltr' }, keys)));
  return element('div', { class: 'stack' },
    element('dl', { class: 'rows' }, row('shortcutRead', action), ...rows),
    button('shortcutChange', () => void changeShortcut()));
}

function row(does: MessageName, keys: HTMLElement): HTMLElement {
  return element('div', {}, element('dt', {}, text(does)), element('dd', {}, keys));
}

/** Firefox has a function for it, Chromium an address that only the extension itself may open. */
async function changeShortcut(): Promise<void> {
  const { openShortcutSettings } = api.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings !== undefined) await openShortcutSettings.call(api.commands);
  else await api.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
