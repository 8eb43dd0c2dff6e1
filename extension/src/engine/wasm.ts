//! The engine's module, and its instances.

import instantiate from 'lectern:glue';
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
  /** Whether its memory has grown to more than is worth keeping: it never shrinks while the engine runs. */
  readonly isBloated: boolean;
}

/** A page that was captured elsewhere. It is in the engine's memory until it is read or dropped. */
export interface CapturedPage {
  /** Positions of the elements of which the engine would like to have layout facts. */
  candidates(): number[];
  /** Reads the page, once. */
  read(facts: Facts, options: ReadOptions): Outcome;
  drop(): void;
}

/** A page of a megabyte takes that much, in bytes. An instance of the compiled module is made anew in a millisecond or two. */
const BLOATED = 16 << 20;

/** Starts an engine from its compiled module. */
export function start(module: WebAssembly.Module, place: Place): Engine {
  const engine = instantiate(module);
  const outcome = (answer: unknown): Outcome => {
    const { elements, milliseconds, ...result } = answer as Answer;
    return { result, engine: place, elements, milliseconds };
  };
  return {
    readLive: options => outcome(engine.readLive(options)),
    isReadable: html => engine.isReadable(html),
    capture: (html, url) => {
      const page = new engine.CapturedPage(html);
      return {
        candidates: () => [...page.candidates()],
        read: (facts, options) => outcome(page.read(url, facts, options)),
        drop: () => page.free(),
      };
    },
    get isBloated() { return engine.memory.buffer.byteLength > BLOATED; },
  };
}
