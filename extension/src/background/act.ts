//! Brings what a person wants to a tab's content script, which is put there if it is not yet; or says why it cannot be.

import type { Intent } from '../content/session.ts';
import { api } from '../platform/browser.ts';
import { clearNotice, showNotice } from './notice.ts';

/** Opens or closes the reader of this tab, or reads what is selected in it. */
export async function act(tabId: number, intent: Intent): Promise<void> {
  try {
    const [answer] = await granted(() => (
      api.scripting.executeScript({ target: { tabId }, func: actIfPresent, args: [intent], injectImmediately: true })
    ));
    if (answer?.result !== true) {
      await api.scripting.executeScript({ target: { tabId }, files: ['content.js'], injectImmediately: true });
    }
    await clearNotice(tabId);
  } catch {
    // The browser refuses on its own pages, in the store and where a policy says so. Nobody asked for what comes unasked.
    if (intent !== 'auto') await showNotice(tabId);
  }
}

/**
 * Runs in the tab, by itself: it can use nothing of this file. Leaves word for the script that comes next. Only what is the
 * global's own counts: in Chromium an element of the page is a global too, by its id (`clobbering` in `tests/hostile`).
 */
function actIfPresent(intent: Intent): boolean {
  if (Object.hasOwn(globalThis, 'lectern')) {
    globalThis.lectern?.act(intent);
    return true;
  }
  if (!Object.hasOwn(globalThis, 'lecternIntents')) globalThis.lecternIntents = [];
  globalThis.lecternIntents?.push(intent);
  return false;
}

/** How often a refusal is doubted, and how long after, in milliseconds. */
const DOUBTS = 4;
const DOUBT_AFTER = 25;

/**
 * Chromium 156 now and then tells of a click before it has granted the tab (2 of 10 first clicks in headless
 * runs; a second try succeeded within 5 ms every time). A page that is truly refused stays refused.
 */
async function granted<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let doubts = 0; doubts < DOUBTS; doubts += 1) {
    try {
      return await attempt();
    } catch {
      await new Promise(resolve => setTimeout(resolve, DOUBT_AFTER));
    }
  }
  return attempt();
}
