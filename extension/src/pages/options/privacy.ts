//! What the extension can and cannot see: no promise, but what the browser has granted it just now.

import { api } from '../../platform/browser.ts';
import { text } from '../../platform/text.ts';
import { element } from '../../reader/dom.ts';

/** The list of sentences. */
export function privacy(): HTMLElement {
  const granted = element('li');
  const refresh = async () => {
    const { origins = [] } = await api.permissions.getAll();
    granted.textContent = origins.length === 0 ? text('privacyNoSites') : text('privacySites', origins.map(origin => origin.startsWith('*://*/') ? text('privacyAll') : origin).join(', '));
  };
  void refresh();
  window.addEventListener('focus', () => void refresh());
  return element('ul', { class: 'sentences' },
    element('li', {}, text('privacyClick')),
    granted,
    element('li', {}, text('privacyNothing')),
    element('li', {}, text('privacyMedia')));
}
