//! The package for bundlers: they find the module by its address here, and wait for it.

import start from './lectern.js';

await start({ module_or_path: new URL('./lectern_bg.wasm', import.meta.url) });

export * from './api.js';
