//! Entry of the background: a service worker in Chromium, an event page in Firefox.
//!
//! It is put to sleep when idle: listeners are added at once, and nothing is kept that cannot be made again.

import { api } from '../platform/browser.ts';
import { answer } from '../platform/messages.ts';
import { prepare, read } from './engine.ts';
import { toggle } from './toggle.ts';

api.action.onClicked.addListener(tab => {
  prepare();
  if (tab.id !== undefined) void toggle(tab.id);
});

answer(message => {
  switch (message.kind) {
    case 'read': return read(message.capture, message.options);
  }
});
