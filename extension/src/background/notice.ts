//! The icon says when the reader cannot run. The browser forgets it when the tab goes elsewhere.

import { api } from '../platform/browser.ts';
import { text } from '../platform/text.ts';

/** Dark enough for the badge's white text. */
const BADGE_COLOR = '#8a3d0a';

/** Marks the icon in this tab, with the reason as its tooltip. */
export async function showNotice(tabId: number): Promise<void> {
  await Promise.allSettled([
    api.action.setBadgeText({ tabId, text: '!' }),
    api.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR }),
    api.action.setTitle({ tabId, title: text('actionBlocked') }),
  ]);
}

/** Takes the mark away. */
export async function clearNotice(tabId: number): Promise<void> {
  await Promise.allSettled([
    api.action.setBadgeText({ tabId, text: '' }),
    api.action.setTitle({ tabId, title: text('actionRead') }),
  ]);
}
