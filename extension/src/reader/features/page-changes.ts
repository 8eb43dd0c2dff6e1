//! The page lives on beneath the reader: text that loads late, another article at the same place. The reader
//! notices, says so, and reads again only when asked.

import { listedElements } from '../../engine/live-elements.ts';
import type { Article, Block } from '../../engine/article.ts';
import type { ReadOptions } from '../../engine/engine.ts';
import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { showNotice } from '../notice.ts';
import type { View } from '../view.ts';

/** As much new text within the article is worth a word, in characters: a paragraph, not a counter or a clock. */
const WORTH = 280;

/** Watches the page while the reader is open. */
export function pageChanges({ article, url, live, dialog, options, gone, reread }: View): void {
  if (reread === undefined) return;
  let grown = 0;
  let told = url;
  const isElsewhere = () => withoutHash(document.URL) !== withoutHash(url);
  const hasGoneOn = () => isElsewhere() && told !== document.URL;
  const notice = () => {
    // Whoever takes it away is told again of what comes then.
    grown = 0;
    told = document.URL;
    if (dialog.querySelector('.page-notice') !== null) return;
    const again = element('button', { type: 'button', class: 'plain-button' }, text('readAgain'));
    // What was chosen of one article is nothing of another.
    again.addEventListener('click', () => reread(isElsewhere() ? undefined : renumbered(options, live)));
    showNotice(dialog, text('pageChanged'), text('cardClose'), again);
  };

  let root = commonRoot(article, live);
  // The whole document: a page that goes on to another article takes the one that was read out of it.
  const observer = new MutationObserver(records => {
    if (root?.isConnected === false) {
      root = null;
      notice();
    }
    if (hasGoneOn()) notice();
    for (const { target, addedNodes, removedNodes } of records) {
      if (root?.contains(target)) grown += length(addedNodes) - length(removedNodes);
    }
    if (grown >= WORTH) notice();
  });
  // Words that change in place are those of a page that fills the same elements with its next article.
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  gone.addEventListener('abort', () => observer.disconnect());
  window.addEventListener('popstate', () => { if (hasGoneOn()) notice(); }, { signal: gone });
}

/** The same elements by their present numbers: the page has more of them now, or fewer. */
function renumbered({ root, restore, ...others }: ReadOptions, live: View['live']): ReadOptions {
  const elements = listedElements();
  const numbers = (before: number[]) => before.map(number => elements.indexOf(live.get(number) as Element)).filter(number => number >= 0);
  const [now] = root === undefined ? [] : numbers([root]);
  return { ...others, ...(now === undefined ? {} : { root: now }), ...(restore === undefined ? {} : { restore: numbers(restore) }) };
}

/** The element of the live page that all of the article's blocks are in. */
function commonRoot({ blocks }: Article, live: View['live']): Element | null {
  const hasSource = ({ element }: Block) => element !== undefined;
  const first = live.get(blocks.find(hasSource)?.element);
  const last = live.get(blocks.findLast(hasSource)?.element);
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
