//! The extension API under one name in both browsers.

/**
 * Firefox names it `browser`, Chromium `chrome`; both return promises. Which browser this is was known when it was built: in
 * Chromium `browser` is no name of the extension's own, and a page that has an element called so would be the answer.
 */
export const api: typeof chrome = ENGINE_PLACE === 'content' ? (globalThis as { browser?: typeof chrome }).browser ?? chrome : chrome;

/** Whether the extension was updated or removed since this script began: nothing of it answers any more. */
export function isOutlived(): boolean {
  return api.runtime?.id === undefined;
}
