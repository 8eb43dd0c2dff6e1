//! The package in Node: the module is a file beside this one.

import { readFileSync } from 'node:fs';
import { initSync } from './lectern.js';

initSync({ module: readFileSync(new URL('./lectern_bg.wasm', import.meta.url)) });

export * from './api.js';
