//! Brings what a person wants to a tab's content script, which is put there if it is not yet; or says why it cannot be.

import type { Intent } from '../content/session.ts';
import { api } from '../platform/browser.ts';
import { expectDocument } from './hand-over.ts';
import { clearNotice, showNotice } from './notice.ts';

/** Tabs whose document is known to have the content script. */
const present = new Set<number>();

/** A tab that loads another document has no content script. */
export function forgetContent(tabId: number, { status }: { status?: string }): void {
  if (status === 'loading') present.delete(tabId);
}

/** Opens or closes the reader of this tab, or reads what is selected in it. */
export async function act(tabId: number, intent: Intent): Promise<void> {
  const target = { tabId };
  const putThere = () => granted(() => api.scripting.executeScript({ target, files: ['content.js'], injectImmediately: true }));
  const told = granted(() => api.scripting.executeScript({ target, func: actIfPresent, args: [intent], injectImmediately: true }));
  // Not one after the other: each is a way to the page and back. A script that is there already does nothing.
  const put = present.has(tabId) ? told.then(([answer]) => answer?.result === false ? putThere() : []) : putThere();
  expectDocument(tabId, Promise.all([told, put]).then(answers => answers.map(([answer]) => answer?.result).find(isDocument) ?? null));
  try {
    await Promise.all([told, put]);
    present.add(tabId);
    await clearNotice(tabId);
  } catch {
    // The browser refuses on its own pages, in the store and where a policy says so. Nobody asked for what comes unasked.
    if (intent !== 'auto') await showNotice(tabId);
  }
}

/**
 * Runs in the tab, by itself: it can use nothing of this file. Where the script is not there, it leaves word for the one that
 * comes, and says false. Only what is the
 * global's own counts: in Chromium an element of the page is a global too, by its id (`clobbering` in `tests/hostile`).
 */
function actIfPresent(intent: Intent): string | null | false {
  if (Object.hasOwn(globalThis, 'lectern')) {
    globalThis.lectern?.act(intent);
    return globalThis.lectern?.handOver() ?? null;
  }
  if (!Object.hasOwn(globalThis, 'lecternIntents')) globalThis.lecternIntents = [];
  globalThis.lecternIntents?.push(intent);
  return false;
}

function isDocument(answer: unknown): answer is string {
  return typeof answer === 'string';
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
