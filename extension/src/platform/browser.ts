//! The extension API under one name in both browsers.

/**
 * Both browsers name it so, and in both it returns promises (Firefox: in Manifest 3). Firefox's `browser` is never asked
 * for: in Chromium that name is free, and a page that has a frame or an element called so would be the answer.
 */
export const api: typeof chrome = globalThis.chrome;
