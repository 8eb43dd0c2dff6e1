//! Entry of the background: a service worker in Chromium, an event page in Firefox.
//!
//! It is put to sleep when idle: listeners are added at once, and nothing is kept that cannot be made again.

import { api } from '../platform/browser.ts';
import { listen } from '../platform/messages.ts';
import { conversation } from './conversation.ts';
import { prepare } from './engine.ts';
import { toggle } from './toggle.ts';

api.action.onClicked.addListener(tab => {
  if (ENGINE_PLACE === 'background') prepare();
  if (tab.id !== undefined) void toggle(tab.id);
});

listen(conversation);
