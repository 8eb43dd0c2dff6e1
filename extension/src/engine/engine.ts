//! The engine as the content script sees it: one function, whichever of the two places it runs in.

import type { Article, NotReadable } from './article.ts';

/** Choices of one reading: a mirror of `src/options.rs`. */
export interface ReadOptions {
  readAnyway?: boolean;
  root?: number;
  restore?: number[];
}

/** Where the WebAssembly ran. */
export type Place = 'content' | 'background';

/** Why there is nothing to show. The last two are faults of the extension, not of the page. */
export type Failure = NotReadable | 'bad-request' | 'no-document';

/** What a reading gives: an `Answer` of `src/wasm.rs`, and where it comes from. */
export interface Outcome {
  result: { article: Article } | { error: Failure };
  engine: Place;
  /** How many elements `Block.element` and its like count: see `live-elements.ts`. */
  elements: number;
  /** How long each stage took. */
  milliseconds: Record<string, number>;
}

/** The forms in which the engine writes an article down. */
export const FORMATS = ['markdown', 'html', 'text', 'epub'] as const;
export type Format = (typeof FORMATS)[number];
