//! Writes articles down as files, and joins their pages. The module that does it is not the engine's: it is compiled when
//! it is first asked.

import instantiate from 'lectern:write-glue';
import { isArticle } from '../engine/article-shape.ts';
import type { Article } from '../engine/article.ts';
import type { Format } from '../engine/engine.ts';
import type { CarriedImage } from '../library/file-images.ts';
import { base64, bytesOf } from '../platform/base64.ts';
import { api } from '../platform/browser.ts';

let started: Promise<ReturnType<typeof instantiate>> | undefined;

/** The article as a file of this format with these images in it, in base64; null where it cannot be written. */
export async function written(article: Article, format: Format, images: CarriedImage[]): Promise<string | null> {
  const writer = await (started ??= start());
  const file = writer.writeArticle(JSON.stringify(article), format, new Map(images.map(({ src, file }) => [src, bytesOf(file)])));
  return file === undefined ? null : base64(file);
}

/** The article with the page behind it, which stands at `url`. */
export async function joined(article: Article, next: Article, url: string): Promise<Article> {
  const writer = await (started ??= start());
  const joined: unknown = JSON.parse(writer.joinArticles(JSON.stringify(article), JSON.stringify(next), url) ?? 'null');
  if (!isArticle(joined)) throw new Error('not joined');
  return joined;
}

async function start(): Promise<ReturnType<typeof instantiate>> {
  // A file of the extension itself: nothing goes over the network.
  return instantiate(await WebAssembly.compileStreaming(fetch(api.runtime.getURL('write.wasm'))));
}
