//! A sentence at the lower edge, which stays until the reader is gone or another takes its place.

import { isOutlived } from '../platform/browser.ts';
import { text } from '../platform/text.ts';
import { element, type Child } from './dom.ts';

/** Shows the words, and what can be done about them. */
export function showNotice(parent: HTMLElement, words: string, ...actions: Child[]): void {
  const notice = element('div', { class: 'player page-notice', role: 'status' }, element('span', {}, words), ...actions);
  parent.querySelector('.page-notice')?.remove();
  parent.append(notice);
}

/** What says that something could not be stored: the browser has no room, or the extension was replaced meanwhile. */
export function unsavedNotice(parent: HTMLElement): () => void {
  // No words are to be had from an extension that was replaced.
  const [full, outlived] = [text('notStored'), text('outlived')];
  return () => showNotice(parent, isOutlived() ? outlived : full);
}
