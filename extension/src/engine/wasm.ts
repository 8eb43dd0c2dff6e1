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
  /** Whether a page is likely to be an article. */
  isReadable(html: string): boolean;
  /** Takes a page that was captured elsewhere. */
  capture(html: string, url: string): CapturedPage;
}

/** A page that was captured elsewhere. It is in the engine's memory until it is read or dropped. */
export interface CapturedPage {
  /** Positions of the elements of which the engine would like to have layout facts. */
  candidates(): number[];
  /** Reads the page, once. */
  read(facts: Facts, options: ReadOptions): Outcome;
  drop(): void;
}

/** Starts the engine from its compiled module. */
export function start(module: WebAssembly.Module, engine: Place): Engine {
  glue.initSync({ module });
  const outcome = (answer: unknown): Outcome => {
    const { elements, milliseconds, ...result } = answer as Answer;
    return { result, engine, elements, milliseconds };
  };
  return {
    readLive: options => outcome(glue.readLive(options)),
    isReadable: html => glue.isReadable(html),
    capture: (html, url) => {
      const page = new glue.CapturedPage(html);
      return {
        candidates: () => [...page.candidates()],
        read: (facts, options) => outcome(page.read(url, facts, options)),
        drop: () => page.free(),
      };
    },
  };
}
