//! Reads the page with this browser's engine.

import wasm from 'lectern:wasm';
import { layoutFacts, serializedPage, type Facts } from '../engine/capture.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { start, type Engine } from '../engine/wasm.ts';
import { bytesOf } from '../platform/base64.ts';
import { converse } from '../platform/messages.ts';

/** What is to be read, as it is now, on its way to the background. */
export interface Capture {
  html: string;
  /** Milliseconds. */
  took: number;
}

/** The page as it is now, where the background is to read it; undefined where this script does, or where it is too long. */
export function captureForBackground(): Capture | undefined {
  if (isReadHere()) return undefined;
  const capture = captured();
  return capture.html.length > MAX_MESSAGE ? undefined : capture;
}

/**
 * One reading of the page as it is now, or as it was captured: then the background has it already. The options may be on their way.
 *
 * Firefox runs the engine in this script, unless the page is large. Chromium asks the page's content security policy first, and where the
 * policy forbids it, tells the page so with an event and its server with a report: merely trying would show that
 * the extension is there and send something over the network. So in Chromium the background reads, always.
 *
 * `meanwhile` is called when this script has nothing to do but wait: a message that came in the middle of it would wait too.
 */
export function read(options: ReadOptions | Promise<ReadOptions>, meanwhile: () => void = () => {}, capture?: Capture): Promise<Outcome> {
  // The bundler sees that the first is never so in Chromium, and leaves the engine out of this script.
  return ENGINE_PLACE === 'content' && capture === undefined && isReadHere() ? readHere(options, meanwhile) : readAway(options, meanwhile, capture);
}

function isReadHere(): boolean {
  return ENGINE_PLACE === 'content' && document.getElementsByTagName('*').length <= MAX_ELEMENTS_HERE;
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

let module: WebAssembly.Module | undefined;
let engine: Engine | undefined;

async function readHere(options: ReadOptions | Promise<ReadOptions>, meanwhile: () => void): Promise<Outcome> {
  const began = performance.now();
  // Compiling inline bytes synchronously is the fastest start there is, and needs no file that the page could look for.
  module ??= new WebAssembly.Module(bytesOf(wasm));
  const running = engine ?? start(module, 'content');
  const compile = performance.now() - began;
  meanwhile();
  const wanted = await options;
  // One that fails, for want of memory most likely, is in no known state: the next one is new.
  engine = undefined;
  const outcome = running.readLive(wanted);
  if (!running.isBloated) engine = running;
  return { ...outcome, milliseconds: { compile, ...outcome.milliseconds } };
}

/** The page goes over once; the background asks back for the layout of a few of its elements. */
async function readAway(options: ReadOptions | Promise<ReadOptions>, meanwhile: () => void, given?: Capture): Promise<Outcome> {
  const began = performance.now();
  const background = converse();
  try {
    let capture = given ?? captured();
    if (capture.html.length > MAX_MESSAGE) return { result: { error: 'too-large' }, engine: 'background', elements: 0, milliseconds: {} };
    const send = (html: string | null) => background.ask({ kind: 'page', html, url: document.URL }, 'candidates');
    const { elements } = await send(given === undefined ? capture.html : null);
    const numbers = elements ?? (await send(capture.html)).elements ?? [];
    const asked = performance.now();
    const facts = layoutFacts(numbers);
    capture = { ...capture, took: capture.took + performance.now() - asked };
    const answer = background.ask({ kind: 'facts', facts, options: await options }, 'outcome');
    meanwhile();
    const { outcome } = await answer;
    const took = performance.now() - began + (given?.took ?? 0);
    const messages = took - capture.took - sum(outcome.milliseconds);
    return { ...outcome, milliseconds: { ...outcome.milliseconds, capture: capture.took, messages } };
  } finally {
    background.end();
  }
}

function captured(): Capture {
  const began = performance.now();
  const html = serializedPage();
  return { html, took: performance.now() - began };
}

function sum(times: Record<string, number>): number {
  return Object.values(times).reduce((total, time) => total + time, 0);
}
