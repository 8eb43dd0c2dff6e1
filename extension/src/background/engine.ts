//! The engine in the background, for pages that do not let WebAssembly run in them.

import type { Capture } from '../engine/capture.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { start, type Engine } from '../engine/wasm.ts';
import { api } from '../platform/browser.ts';

let engine: Promise<Engine> | undefined;

/** Starts the engine ahead of the reading that a click leads to, where that reading is done here. */
export function prepare(): void {
  if (ENGINE_PLACE === 'background') engine ??= startEngine();
}

/** Reads a captured page. The engine starts with the first one and lives as long as the background does. */
export async function read(capture: Capture, options: ReadOptions): Promise<Outcome> {
  engine ??= startEngine();
  return (await engine).readCapture(capture, options);
}

async function startEngine(): Promise<Engine> {
  const began = performance.now();
  // A file of the extension itself: nothing goes over the network.
  const module = await WebAssembly.compileStreaming(fetch(api.runtime.getURL('lectern.wasm')));
  return start(module, 'background', performance.now() - began);
}
