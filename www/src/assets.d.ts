//! What `build.mjs` makes into modules, beside what the extension's does.

/** The glue of the module that explains: `src/wasm/explain.rs`. */
declare module 'lectern:explain-glue' {
  import type { Facts } from '../../extension/src/engine/capture.ts';
  import type { ReadOptions } from '../../extension/src/engine/engine.ts';
  import type { Costs, Explanation } from './explanation.ts';

  /** A new instance. */
  export default function instantiate(module: WebAssembly.Module): {
    candidates(html: string): Uint32Array;
    explainCapture(html: string, url: string, facts: Facts | undefined, options: ReadOptions, costs: Costs | undefined): Explanation | undefined;
    influences(rows: Float32Array, index: number): Float32Array;
  };
}
