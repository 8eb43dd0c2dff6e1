//! What an earlier script of this extension has left in the page when an update replaced it: a reader that stores nothing and
//! answers to nobody.

import { uncoverPage } from '../reader/beneath.ts';

/** What Firefox calls the function that lets an extension into closed roots. */
interface Hosting {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** Takes it away; whether there was one. In Chromium its own script notices, and puts the page back; Firefox has ended it. */
export function removeOutlived(): boolean {
  const hosts = [...document.documentElement.children].filter(isOurs);
  for (const host of hosts) host.remove();
  if (hosts.length > 0) uncoverPage();
  return hosts.length > 0;
}

/** A page may have elements with closed roots of its own beside its body, but none that looks like ours inside. */
function isOurs(element: Element): boolean {
  if (!(element instanceof HTMLElement) || element.localName !== 'div') return false;
  const root = ENGINE_PLACE === 'content' ? (element as Hosting).openOrClosedShadowRoot : chrome.dom.openOrClosedShadowRoot(element);
  return root?.mode === 'closed' && [...root.children].some(child => child.matches('dialog.reader, dialog.card, .picker'));
}
