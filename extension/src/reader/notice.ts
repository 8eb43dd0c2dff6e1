//! A sentence at the lower edge, which stays until it was read, the reader is gone or another takes its place.

import { isOutlived } from '../platform/browser.ts';
import { text } from '../platform/text.ts';
import { icon } from './chrome/icons.ts';
import { element, type Child } from './dom.ts';

/** Shows the words, what can be done about them, and a button of this name that takes them away. */
export function showNotice(parent: HTMLElement, words: string, close: string, ...actions: Child[]): void {
  const button = element('button', { type: 'button', class: 'tool', 'aria-label': close, title: close }, icon('close'));
  const notice = element('div', { class: 'player page-notice', role: 'status' }, element('span', {}, words), ...actions, button);
  button.addEventListener('click', () => notice.remove());
  parent.querySelector('.page-notice')?.remove();
  parent.append(notice);
}

/** What says that something could not be stored: the browser has no room, or the extension was replaced meanwhile. */
export function unsavedNotice(parent: HTMLElement): () => void {
  // No words are to be had from an extension that was replaced.
  const [full, outlived, close] = [text('notStored'), text('outlived'), text('cardClose')];
  return () => showNotice(parent, isOutlived() ? outlived : full, close);
}
