//! The context menu: read this page, read the selection, read the linked page in a tab of its own.

import { api } from '../platform/browser.ts';
import { text, type MessageName } from '../platform/text.ts';
import { pagesLike } from '../settings/everywhere.ts';
import { act } from './act.ts';

type Contexts = NonNullable<chrome.contextMenus.CreateProperties['contexts']>;

const ENTRIES: [id: string, title: MessageName, contexts: Contexts][] = [
  ['page', 'actionRead', ['page', 'frame']],
  ['selection', 'menuSelection', ['selection']],
  ['link', 'menuLink', ['link']],
];

const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

/** Makes the entries: once, the browser keeps them. */
export function makeMenu(): void {
  api.contextMenus.removeAll(() => {
    for (const [id, title, contexts] of ENTRIES) {
      const where = id === 'link' ? { targetUrlPatterns: PAGES.slice(0, 2) } : { documentUrlPatterns: PAGES };
      api.contextMenus.create({ id, title: text(title), contexts, ...where });
    }
  });
}

/** Does what an entry says. */
export function chooseEntry({ menuItemId, linkUrl }: chrome.contextMenus.OnClickData, tab: chrome.tabs.Tab | undefined): void {
  if (menuItemId === 'link') {
    if (linkUrl !== undefined) void readLink(linkUrl);
  } else if (tab?.id !== undefined) {
    void act(tab.id, menuItemId === 'selection' ? 'selection' : 'toggle');
  }
}

/**
 * A click on a link grants nothing of the page behind it: the browser asks for that site, once. Where the person says
 * no, the page opens all the same, as a page.
 */
async function readLink(url: string): Promise<void> {
  // It must be the first thing after the click: later it is no longer the click that asks.
  const granted = await api.permissions.request({ origins: [pagesLike(url)] }).catch(() => false);
  const tab = await api.tabs.create({ url });
  if (!granted || tab.id === undefined) return;
  const { id } = tab;
  const onUpdated = (tabId: number, { status }: { status?: string }) => {
    if (tabId !== id || status !== 'complete') return;
    api.tabs.onUpdated.removeListener(onUpdated);
    void act(id, 'toggle');
  };
  api.tabs.onUpdated.addListener(onUpdated);
}
