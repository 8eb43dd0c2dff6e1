//! Marks the toolbar button on pages that look like articles, where the person wants that and has let the extension read
//! every page. The engine is asked its quick question: whether there is enough prose.

import { api } from '../platform/browser.ts';
import { text } from '../platform/text.ts';
import { ALL_PAGES, HINT_KEY } from '../settings/everywhere.ts';
import { looksReadable } from './engine.ts';

/** A page that is longer than this as text is looked at by nobody unasked, in characters. */
const LONGEST = 4_000_000;

/** The color of the mark: the interface's accent, on which white has a contrast of more than 6:1. */
const COLOR = '#96400f';

/** A tab has finished loading, or has gone on within its page. */
export async function hintIfWanted(tabId: number, { status }: { status?: string }, { url }: { url?: string | undefined }): Promise<void> {
  if (status !== 'complete' || url === undefined || !/^https?:/.test(url)) return;
  const { [HINT_KEY]: wanted } = await api.storage.local.get(HINT_KEY) as Record<string, unknown>;
  if (wanted !== true || !await api.permissions.contains(ALL_PAGES)) return;
  try {
    const [answer] = await api.scripting.executeScript({ target: { tabId }, func: pageAsText });
    const html = answer?.result ?? '';
    await mark(tabId, html.length > 0 && html.length <= LONGEST && await looksReadable(html));
  } catch {
    // The browser's own pages and the store may not be looked at; nobody asked.
  }
}

/** Runs in the tab, by itself. */
function pageAsText(): string {
  return document.documentElement.outerHTML;
}

async function mark(tabId: number, isArticle: boolean): Promise<void> {
  await Promise.allSettled([
    api.action.setBadgeText({ tabId, text: isArticle ? '•' : '' }),
    api.action.setBadgeBackgroundColor({ tabId, color: COLOR }),
    api.action.setTitle({ tabId, title: text(isArticle ? 'actionArticle' : 'actionRead') }),
  ]);
}
