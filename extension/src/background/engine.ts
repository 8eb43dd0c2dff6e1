//! The engine in the background, for pages in which WebAssembly must not run.

import type { Outcome } from '../engine/engine.ts';
import { start, type CapturedPage, type Engine } from '../engine/wasm.ts';
import { api } from '../platform/browser.ts';
import type { ReadingRequest, Reply } from '../platform/messages.ts';
import { rehearse } from './rehearsal.ts';

let engine: Promise<Engine> | undefined;

/** Starts the engine ahead of the reading that a click leads to. */
export function prepare(): void {
  engine ??= startEngine();
}

/** What answers the requests of one reading. The engine lives as long as the background does. */
export function reading(): (request: ReadingRequest) => Promise<Reply> {
  let page: CapturedPage | undefined;
  let compile = 0;
  return async request => {
    switch (request.kind) {
      case 'page': {
        const asked = performance.now();
        engine ??= startEngine();
        const { capture } = await engine;
        // What a click waited for. The engine starts while the page is being captured.
        compile = performance.now() - asked;
        page?.drop();
        page = capture(request.html, request.url);
        return { kind: 'candidates', elements: page.candidates() };
      }
      case 'facts': {
        if (page === undefined) throw new Error('facts of no page');
        const outcome = readWhole(page, request);
        page = undefined;
        return { kind: 'outcome', outcome: { ...outcome, milliseconds: { ...outcome.milliseconds, compile } } };
      }
    }
  };
}

/** Reads a page. An engine that has failed, for want of memory most likely, is in no known state: the next one is new. */
function readWhole(page: CapturedPage, { facts, options }: ReadingRequest & { kind: 'facts' }): Outcome {
  try {
    return page.read(facts, options);
  } catch (reason) {
    engine = undefined;
    throw reason;
  }
}

/** Whether a page is likely to be an article. */
export async function looksReadable(html: string): Promise<boolean> {
  engine ??= startEngine();
  return (await engine).isReadable(html);
}

async function startEngine(): Promise<Engine> {
  // A file of the extension itself: nothing goes over the network.
  const started = start(await WebAssembly.compileStreaming(fetch(api.runtime.getURL('lectern.wasm'))), 'background');
  rehearse(started);
  return started;
}
