//! Reads the page with this browser's engine.

import wasm from 'lectern:wasm';
import { layoutFacts, serializedPage, type Facts } from '../engine/capture.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { start, type Engine } from '../engine/wasm.ts';
import { bytesOf } from '../platform/base64.ts';
import { converse } from '../platform/messages.ts';

/**
 * One reading of the page as it is now.
 *
 * Firefox runs the engine in this script, unless the page is large. Chromium asks the page's content security policy first, and where the
 * policy forbids it, tells the page so with an event and its server with a report: merely trying would show that
 * the extension is there and send something over the network. So in Chromium the background reads, always.
 */
export function read(options: ReadOptions): Promise<Outcome> {
  const here = ENGINE_PLACE === 'content' && document.getElementsByTagName('*').length <= MAX_ELEMENTS_HERE;
  return here ? readHere(options) : readAway(options);
}

/**
 * A page with more elements would stand still while it is read: so many take up to 50 ms. The background of Firefox
 * is another process as well.
 */
const MAX_ELEMENTS_HERE = 5_000;

/** More characters are more than a message carries (64 MiB). */
const MAX_MESSAGE = 60_000_000;

/** Nothing of a page that was fetched is laid out. */
const NO_FACTS: Facts = { viewportWidth: 0, pixelRatio: 1, elements: [] };

/** Reads a page that is not this one, in the background: its serialized document, and its address. */
export async function readFetched(html: string, url: string): Promise<Outcome> {
  const background = converse();
  try {
    await background.ask({ kind: 'page', html, url }, 'candidates');
    return (await background.ask({ kind: 'facts', facts: NO_FACTS, options: { readAnyway: true } }, 'outcome')).outcome;
  } finally {
    background.end();
  }
}

let engine: Engine | undefined;

async function readHere(options: ReadOptions): Promise<Outcome> {
  const began = performance.now();
  engine ??= startHere();
  const compile = performance.now() - began;
  const running = engine;
  // One that fails, for want of memory most likely, is in no known state: the next one is new.
  engine = undefined;
  const outcome = running.readLive(options);
  engine = running;
  return { ...outcome, milliseconds: { compile, ...outcome.milliseconds } };
}

/** Compiling inline bytes synchronously is the fastest start there is, and needs no file that the page could look for. */
function startHere(): Engine {
  return start(new WebAssembly.Module(bytesOf(wasm)), 'content');
}

/** The page goes over once; the background asks back for the layout of a few of its elements. */
async function readAway(options: ReadOptions): Promise<Outcome> {
  const began = performance.now();
  const background = converse();
  try {
    const html = serializedPage();
    if (html.length > MAX_MESSAGE) return { result: { error: 'too-large' }, engine: 'background', elements: 0, milliseconds: {} };
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
