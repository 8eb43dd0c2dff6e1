//! The engine that explains, and the module that writes articles down, each compiled when it is first asked.

import startExplainer from 'lectern:explain-glue';
import startWriter from 'lectern:write-glue';
import type { Article } from '../../extension/src/engine/article.ts';
import type { Facts } from '../../extension/src/engine/capture.ts';
import type { Format, ReadOptions } from '../../extension/src/engine/engine.ts';
import type { Costs, Explanation } from './explanation.ts';

let starting: Promise<void> | undefined;
let explainer: ReturnType<typeof startExplainer>;
let writing: Promise<ReturnType<typeof startWriter>> | undefined;

/** Resolves when pages can be explained. */
export function start(): Promise<void> {
  return starting ??= compiled('explain.wasm').then(module => { explainer = startExplainer(module); });
}

/** Positions of the elements of which the engine would like to have layout facts. */
export function candidates(html: string): number[] {
  return [...explainer.candidates(html)];
}

/** Explains a captured page; `costs` are those that ship where none are given. */
export function explain(html: string, url: string, facts: Facts | undefined, options: ReadOptions, costs: Costs | undefined): Explanation {
  const explanation = explainer.explainCapture(html, url, facts, options, costs);
  if (explanation === undefined) throw new Error('The engine took something for another thing: reload the page.');
  return explanation;
}

/** How much each feature of a block speaks for it, in logits, against the page's median. */
export function influences(rows: Float32Array, block: number): number[] {
  return [...explainer.influences(rows, block)];
}

/** The article as a file of this format. */
export async function written(article: Article, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const writer = await (writing ??= compiled('write.wasm').then(startWriter));
  const file = writer.writeArticle(JSON.stringify(article), format);
  if (file === undefined) throw new Error('The article could not be written.');
  return new Uint8Array(file);
}

/** Not by streaming: a plain server may not know the media type. */
async function compiled(name: string): Promise<WebAssembly.Module> {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`The server has no ${name}.`);
  return WebAssembly.compile(await response.arrayBuffer());
}
