//! Reads the page with the engine in this script where the page lets it run, else with the background's.

import wasm from 'lectern:wasm';
import { capture } from '../engine/capture.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { start, type Engine } from '../engine/wasm.ts';
import { send } from '../platform/messages.ts';

/** `null` once the page's policy has refused WebAssembly. */
let engine: Engine | null | undefined;

/** One reading of the page as it is now. */
export async function read(options: ReadOptions): Promise<Outcome> {
  if (engine === undefined) engine = startHere();
  if (engine !== null) return engine.readLive(options);
  const began = performance.now();
  const taken = capture();
  const captured = performance.now();
  const outcome = await send({ kind: 'read', capture: taken, options });
  const away = performance.now() - captured - sum(outcome.milliseconds);
  return { ...outcome, milliseconds: { capture: captured - began, messages: away, ...outcome.milliseconds } };
}

/**
 * Compiling inline bytes synchronously is the fastest start there is, and needs no resource that the page could
 * look for. Chromium applies the page's content security policy to it; Firefox does not.
 */
function startHere(): Engine | null {
  const began = performance.now();
  try {
    const module = new WebAssembly.Module(bytes(wasm));
    return start(module, 'content', performance.now() - began);
  } catch (reason) {
    if (reason instanceof WebAssembly.CompileError) return null;
    throw reason;
  }
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}

function sum(times: Record<string, number>): number {
  return Object.values(times).reduce((total, time) => total + time, 0);
}
