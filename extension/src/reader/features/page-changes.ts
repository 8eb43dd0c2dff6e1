//! The page lives on beneath the reader: text that loads late, another article at the same place. The reader
//! notices, says so, and reads again only when asked.

import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { showNotice } from '../notice.ts';
import type { View } from '../view.ts';

/** As much new text within the article is worth a word, in characters: a paragraph, not a counter or a clock. */
const WORTH = 280;

/** Watches the page while the reader is open. */
export function pageChanges({ url, live, document: page, dialog, options, gone, reread }: View): void {
  if (reread === undefined) return;
  const notice = () => {
    if (dialog.querySelector('.page-notice') !== null) return;
    const again = element('button', { type: 'button', class: 'plain-button' }, text('readAgain'));
    again.addEventListener('click', () => reread(options));
    showNotice(dialog, text('pageChanged'), again);
  };

  const root = commonRoot(page, live);
  let grown = 0;
  const observer = new MutationObserver(records => {
    if (withoutHash(document.URL) !== withoutHash(url)) notice();
    for (const { addedNodes, removedNodes } of records) grown += length(addedNodes) - length(removedNodes);
    if (grown >= WORTH) notice();
  });
  if (root !== null) observer.observe(root, { childList: true, subtree: true });
  gone.addEventListener('abort', () => observer.disconnect());
  window.addEventListener('popstate', () => {
    if (withoutHash(document.URL) !== withoutHash(url)) notice();
  }, { signal: gone });
}

/** The element of the live page that all of the article's blocks are in. */
function commonRoot(page: HTMLElement, live: Element[]): Element | null {
  const sources = [...page.querySelectorAll<HTMLElement>('.body > [data-source]')].map(block => live[Number(block.dataset['source'])]);
  const [first, last] = [sources[0], sources.at(-1)];
  if (first === undefined || last === undefined) return null;
  let root = first.parentElement;
  while (root !== null && !root.contains(last)) root = root.parentElement;
  return root;
}

function length(nodes: NodeList): number {
  return [...nodes].reduce((total, node) => total + (node.textContent?.trim().length ?? 0), 0);
}

function withoutHash(address: string): string {
  return address.split('#')[0] ?? address;
}
