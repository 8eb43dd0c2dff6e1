//! The engine's module: one instance in each place it runs in.

import glue from 'lectern:glue';
import type { Capture } from './capture.ts';
import type { Outcome, Place, ReadOptions } from './engine.ts';

/** What `src/wasm.rs` answers with. */
type Answer = Outcome['result'] & Pick<Outcome, 'numbering' | 'milliseconds'>;

/** A running engine. */
export interface Engine {
  /** Captures the page that this script runs in, and reads it. */
  readLive(options: ReadOptions): Outcome;
  readCapture(capture: Capture, options: ReadOptions): Outcome;
}

/** Starts the engine from its compiled module. */
export function start(module: WebAssembly.Module, engine: Place, compile: number): Engine {
  glue.initSync({ module });
  // The first reading pays for the start.
  const compiled = () => {
    const paid = compile;
    compile = 0;
    return paid;
  };
  const outcome = (answer: unknown): Outcome => {
    const { numbering, milliseconds, ...result } = answer as Answer;
    return { result, engine, numbering, milliseconds: { compile: compiled(), ...milliseconds } };
  };
  return {
    readLive: options => outcome(glue.readLive(options)),
    readCapture: ({ html, url, facts }, options) => outcome(glue.readCapture(html, url, facts, options)),
  };
}
