//! The engine's module: one instance in each place it runs in.

import glue from 'lectern:glue';
import type { Facts } from './capture.ts';
import type { Outcome, Place, ReadOptions } from './engine.ts';

/** What `src/wasm.rs` answers with. */
type Answer = Outcome['result'] & Pick<Outcome, 'elements' | 'milliseconds'>;

/** A running engine. */
export interface Engine {
  /** Captures the page that this script runs in, and reads it. */
  readLive(options: ReadOptions): Outcome;
  /** Positions of the elements of a page of which the engine would like to have layout facts. */
  candidates(html: string): number[];
  /** Whether a page is likely to be an article. */
  isReadable(html: string): boolean;
  /** Reads a page that was captured elsewhere. */
  readCapture(html: string, url: string, facts: Facts, options: ReadOptions): Outcome;
}

/** Starts the engine from its compiled module, which took so many milliseconds to compile. */
export function start(module: WebAssembly.Module, engine: Place, compile: number): Engine {
  glue.initSync({ module });
  let unpaid = compile;
  const outcome = (answer: unknown): Outcome => {
    const { elements, milliseconds, ...result } = answer as Answer;
    const timed = { compile: unpaid, ...milliseconds };
    // The first reading pays for the start.
    unpaid = 0;
    return { result, engine, elements, milliseconds: timed };
  };
  return {
    readLive: options => outcome(glue.readLive(options)),
    isReadable: html => glue.isReadable(html),
    candidates: html => [...glue.candidates(html)],
    readCapture: (html, url, facts, options) => outcome(glue.readCapture(html, url, facts, options)),
  };
}
