//! The extension API under one name in both browsers.

/** Firefox names it `browser`, Chromium `chrome`; both return promises. */
export const api: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? globalThis.chrome;
