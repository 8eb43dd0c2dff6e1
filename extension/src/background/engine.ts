//! The engine in the background, for pages in which WebAssembly must not run.

import type { Outcome } from '../engine/engine.ts';
import { start, type CapturedPage, type Engine } from '../engine/wasm.ts';
import { api } from '../platform/browser.ts';
import type { ReadingRequest, Reply } from '../platform/messages.ts';
import { handedOver } from './hand-over.ts';
import { rehearse } from './rehearsal.ts';

let compiling: Promise<WebAssembly.Module> | undefined;
let engine: Engine | undefined;
/** Whether a person's page has come. */
let isAsked = false;

/** Has the engine ready for the reading that a click will lead to. */
export async function prepare(): Promise<void> {
  // Whoever asks for a reading hears why there is no engine, and tries again.
  const ready = await running().catch(() => undefined);
  if (ready !== undefined) await rehearse(ready, () => !isAsked).catch(() => discard(ready));
}

/** What answers the requests of one reading of a tab's page, or of a page of ours. */
export function reading(tabId: number | undefined): (request: ReadingRequest) => Promise<Reply> {
  let reader: { engine: Engine; page: CapturedPage } | undefined;
  let compile = 0;
  return async request => {
    switch (request.kind) {
      case 'page': {
        isAsked = true;
        const html = request.html ?? await handedOver(tabId);
        if (html === null) return { kind: 'candidates', elements: null };
        const asked = performance.now();
        const ready = await running();
        // What a click waited for. The engine starts while the page is being captured.
        compile = performance.now() - asked;
        reader?.page.drop();
        return trying(ready, () => {
          reader = { engine: ready, page: ready.capture(html, request.url) };
          return { kind: 'candidates', elements: reader.page.candidates() };
        });
      }
      case 'facts': {
        if (reader === undefined) throw new Error('facts of no page');
        const { engine: used, page } = reader;
        reader = undefined;
        const outcome = trying(used, (): Outcome => page.read(request.facts, request.options));
        return { kind: 'outcome', outcome: { ...outcome, milliseconds: { ...outcome.milliseconds, compile } } };
      }
    }
  };
}

/** Whether a page is likely to be an article. */
export async function looksReadable(html: string): Promise<boolean> {
  const ready = await running();
  return trying(ready, () => ready.isReadable(html));
}

/** The engine, which lives as long as the background does; a new one where the last was given up. */
async function running(): Promise<Engine> {
  // A file of the extension itself: nothing goes over the network.
  compiling ??= WebAssembly.compileStreaming(fetch(api.runtime.getURL('lectern.wasm')));
  const module = await compiling.catch(reason => {
    compiling = undefined;
    throw reason;
  });
  return engine ??= start(module, 'background');
}

/** Works with an engine. One that fails, for want of memory most likely, is in no known state; and memory does not shrink. */
function trying<Result>(used: Engine, work: () => Result): Result {
  try {
    const result = work();
    if (used.isBloated) discard(used);
    return result;
  } catch (reason) {
    discard(used);
    throw reason;
  }
}

/** Lets go of an engine: what still holds a page of it keeps it until that is read. */
function discard(used: Engine): void {
  if (engine === used) engine = undefined;
}
