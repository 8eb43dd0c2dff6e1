//! Entry of the background: a service worker in Chromium, an event page in Firefox.
//!
//! It is put to sleep when idle: listeners are added at once, and nothing is kept that cannot be made again.

import { api } from '../platform/browser.ts';
import { listen } from '../platform/messages.ts';
import { act } from './act.ts';
import { openIfWanted } from './auto.ts';
import { conversation } from './conversation.ts';
import { prepare } from './engine.ts';
import { hintIfWanted } from './hint.ts';
import { makeMenu, chooseEntry } from './menu.ts';

api.action.onClicked.addListener(tab => {
  if (ENGINE_PLACE === 'background') prepare();
  if (tab.id !== undefined) void act(tab.id, 'toggle');
});

api.runtime.onInstalled.addListener(makeMenu);
api.contextMenus.onClicked.addListener(chooseEntry);
api.tabs.onUpdated.addListener((tabId, change, tab) => {
  void openIfWanted(tabId, change, tab);
  void hintIfWanted(tabId, change, tab);
});

listen(conversation);
