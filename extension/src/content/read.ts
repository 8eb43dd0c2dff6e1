//! Reads the page with this browser's engine.

import wasm from 'lectern:wasm';
import { layoutFacts, serializedPage } from '../engine/capture.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { start, type Engine } from '../engine/wasm.ts';
import { converse } from '../platform/messages.ts';

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

/** The page goes over once; the background asks back for the layout of a few of its elements. */
async function readAway(options: ReadOptions): Promise<Outcome> {
  const began = performance.now();
  const background = converse();
  try {
    const html = serializedPage();
    let capture = performance.now() - began;
    const { elements } = await background.ask({ kind: 'page', html, url: document.URL }, 'candidates');
    const asked = performance.now();
    const facts = layoutFacts(elements);
    capture += performance.now() - asked;
    const { outcome } = await background.ask({ kind: 'facts', facts, options }, 'outcome');
    const messages = performance.now() - began - capture - sum(outcome.milliseconds);
    return { ...outcome, milliseconds: { ...outcome.milliseconds, capture, messages } };
  } finally {
    background.end();
  }
}

function sum(times: Record<string, number>): number {
  return Object.values(times).reduce((total, time) => total + time, 0);
}
