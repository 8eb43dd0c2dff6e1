//! Reads the page with this browser's engine.

import wasm from 'lectern:wasm';
import { capture } from '../engine/capture.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { start, type Engine } from '../engine/wasm.ts';
import { send } from '../platform/messages.ts';

/**
 * One reading of the page as it is now.
 *
 * Firefox runs the engine in this script. Chromium asks the page's content security policy first, and where the
 * policy forbids it, tells the page so with an event and its server with a report: merely trying would show that
 * the extension is there and send something over the network. So in Chromium the background reads, always.
 */
export const read: (options: ReadOptions) => Promise<Outcome> = ENGINE_PLACE === 'content' ? readHere : readAway;

let engine: Engine | undefined;

async function readHere(options: ReadOptions): Promise<Outcome> {
  engine ??= startHere();
  return engine.readLive(options);
}

/** Compiling inline bytes synchronously is the fastest start there is, and needs no file that the page could look for. */
function startHere(): Engine {
  const began = performance.now();
  const bytes = Uint8Array.from(atob(wasm), character => character.charCodeAt(0));
  return start(new WebAssembly.Module(bytes), 'content', performance.now() - began);
}

async function readAway(options: ReadOptions): Promise<Outcome> {
  const began = performance.now();
  const taken = capture();
  const captured = performance.now();
  const outcome = await send({ kind: 'read', capture: taken, options });
  const messages = performance.now() - captured - sum(outcome.milliseconds);
  return { ...outcome, milliseconds: { ...outcome.milliseconds, capture: captured - began, messages } };
}

function sum(times: Record<string, number>): number {
  return Object.values(times).reduce((total, time) => total + time, 0);
}
