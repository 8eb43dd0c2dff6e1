//! What `build.mjs` makes into modules and constants.

/** Where this browser's engine runs: `ENGINE_PLACES` in `manifest.mjs`. */
declare const ENGINE_PLACE: 'content' | 'background';

declare module '*.css' {
  /** The style sheet's rules, minified. */
  const rules: string;
  export default rules;
}

/** The glue that wasm-bindgen wrote for `src/wasm.rs` (its output for `no-modules`). */
declare module 'lectern:glue' {
  import type { ReadOptions } from 'engine/engine.ts';
  import type { Facts } from 'engine/capture.ts';

  /** A new instance, with a memory of its own. */
  export default function instantiate(module: WebAssembly.Module): {
    readLive(options: ReadOptions): unknown;
    CapturedPage: new (html: string) => CapturedPage;
    isReadable(html: string): boolean;
    memory: WebAssembly.Memory;
  };
  interface CapturedPage {
    candidates(): Uint32Array;
    /** Gives the memory back as well. */
    read(url: string, facts: Facts, options: ReadOptions): unknown;
    free(): void;
  }
}

/** The glue of the module that writes articles down: `src/wasm/write.rs`. */
declare module 'lectern:write-glue' {
  export default function instantiate(module: WebAssembly.Module): {
    /** `images` are the bytes of those that a page or a book carries with it, by their addresses. */
    writeArticle(article: string, format: string, images?: Map<string, Uint8Array>): Uint8Array | undefined;
    joinArticles(article: string, next: string, url: string): string | undefined;
  };
}

/** The WebAssembly module itself, in base64. */
declare module 'lectern:wasm' {
  const base64: string;
  export default base64;
}

/** Hyphenation by patterns: the package has no types of its own. */
declare module 'hyphen' {
  export type HyphenationPatterns = unknown[];
  export default function createHyphenator(patterns: HyphenationPatterns, options: { hyphenChar: string; minWordLength: number }): (text: string) => string;
}
