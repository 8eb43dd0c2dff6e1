//! The engine in the background, for pages in which WebAssembly must not run.

import { start, type Engine } from '../engine/wasm.ts';
import { api } from '../platform/browser.ts';
import type { ReadingRequest, Reply } from '../platform/messages.ts';

let engine: Promise<Engine> | undefined;

/** Starts the engine ahead of the reading that a click leads to. */
export function prepare(): void {
  engine ??= startEngine();
}

/** What answers the requests of one reading. The engine lives as long as the background does. */
export function reading(): (request: ReadingRequest) => Promise<Reply> {
  let page = { html: '', url: '' };
  return async request => {
    engine ??= startEngine();
    const { candidates, readCapture } = await engine;
    switch (request.kind) {
      case 'page':
        page = request;
        return { kind: 'candidates', elements: candidates(page.html) };
      case 'facts':
        return { kind: 'outcome', outcome: readCapture(page.html, page.url, request.facts, request.options) };
    }
  };
}

/** Whether a page is likely to be an article. */
export async function looksReadable(html: string): Promise<boolean> {
  engine ??= startEngine();
  return (await engine).isReadable(html);
}

async function startEngine(): Promise<Engine> {
  const began = performance.now();
  // A file of the extension itself: nothing goes over the network.
  const module = await WebAssembly.compileStreaming(fetch(api.runtime.getURL('lectern.wasm')));
  return start(module, 'background', performance.now() - began);
}
