//! What the package exports.

import type { Article, NotReadable as Reason } from './article.js';

export type * from './article.js';

/** Choices of one reading. */
export interface Options {
  /** Answer with the best there is even when the page is not judged to be an article. */
  readAnyway?: boolean;
  /** Read this element (its position in document order) instead of the one that would be chosen. */
  root?: number;
  /** Elements (positions in document order) that were left out and are to be put back. */
  restore?: number[];
}

/** Why there is no article; `message` is a sentence in English. */
export declare class NotReadable extends Error {
  readonly reason: Reason;
}

/**
 * Finds the article in an HTML document. `url` is the document's address, against which links are resolved.
 * Throws a `NotReadable` where there is none.
 */
export declare function extract(html: string, url?: string, options?: Options): Article;

/** Whether a document is likely to be an article: cheap enough to ask of every page. */
export declare function isReadable(html: string): boolean;

export declare function toMarkdown(article: Article): string;

/** The bytes of images (JPEG, PNG, GIF or WebP), by the addresses that the article has them under. What is something else is left out. */
export type Images = Map<string, Uint8Array>;

/** A document of its own: nothing in it runs, and nothing but the article's media is asked for. `images` are in it. */
export declare function toHtml(article: Article, images?: Images): string;

export declare function toText(article: Article): string;

/** The bytes of an EPUB 3. `images` are in it; of the others it has their words, and links to them. */
export declare function toEpub(article: Article, images?: Images): Uint8Array;
