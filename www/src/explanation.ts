//! What the engine explains: a mirror of `src/extract/explain.rs` and `src/wasm/explain.rs`.

import type { Article, NotReadable, Removed } from '../../extension/src/engine/article.ts';

export interface Explanation {
  article: Article | null;
  error: NotReadable | null;
  costs: Costs;
  /** The probability that a block had to have. */
  threshold: number;
  blocks: ExplainedBlock[];
  removals: Removal[];
  /** Names of the features: of the first pass, `width` of them, then of the second. */
  names: string[];
  width: number;
  /** The features of all blocks, row after row. */
  rows: Float32Array;
  stages: [name: string, milliseconds: number][];
  /** How many elements the engine counted. */
  elements: number;
}

export interface ExplainedBlock {
  element: number;
  text: string;
  words: number;
  /** What the first pass made of it, and what it came to in the end. */
  first: number;
  likely: number;
  /** The entry of `removals` that left it out. */
  removal: number | null;
}

export interface Removal {
  element: number;
  /** A single text, whose element may have stayed. */
  only_text: boolean;
  stage: Removed['stage'];
  reason: string;
  score: number;
}

/** What choices cost: `Costs` of `src/extract/select.rs`. */
export interface Costs {
  rootShare: number;
  root: number;
  cut: number;
  caption: number;
  extra: number;
  threshold: [lowest: number, highest: number];
  f1Share: number;
}
