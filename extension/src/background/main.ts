//! Entry of the background: a service worker in Chromium, an event page in Firefox.
//!
//! It is put to sleep when idle: listeners are added at once, and nothing is kept that cannot be made again.

import { api } from '../platform/browser.ts';
import { act, forgetContent } from './act.ts';
import { openIfWanted } from './auto.ts';
import { conversation } from './conversation.ts';
import { prepare } from './engine.ts';
import { hintIfWanted } from './hint.ts';
import { listen } from './listen.ts';
import { makeMenu, chooseEntry } from './menu.ts';

api.action.onClicked.addListener(tab => {
  if (tab.id !== undefined) void act(tab.id, 'toggle');
});

api.runtime.onInstalled.addListener(makeMenu);
api.contextMenus.onClicked.addListener(chooseEntry);
api.tabs.onUpdated.addListener((tabId, change, tab) => {
  forgetContent(tabId, change);
  void openIfWanted(tabId, change, tab);
  void hintIfWanted(tabId, change, tab);
});

// Firefox would replace the extension at once, and with it end the script of a reader that is open. Who listens for an update
// gets it when the browser starts the next time.
api.runtime.onUpdateAvailable.addListener(() => {});

listen(conversation);
// A page that loads wakes the background: the engine is ready by the time that somebody clicks there.
if (ENGINE_PLACE === 'background') void prepare();
