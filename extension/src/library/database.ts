//! The reading list: articles kept in the extension's own database, which no page can see. Only the background and
//! the extension's pages may use it: in a content script it would be the page's.

import { isArticle, type Article } from '../engine/article.ts';
import { isRecord } from '../platform/shape.ts';
import { articleAddress } from './address.ts';

/** An article that was kept. */
export interface Kept {
  /** Its address without the place within it: an article is kept once. */
  url: string;
  article: Article;
  /** When it was kept, in milliseconds of the clock. */
  kept: number;
}

const NAME = 'library';
const VERSION = 1;
const ARTICLES = 'articles';

/** Keeps an article, in place of an earlier reading of it. What was left out and what else could be read stay behind. */
export async function keep(url: string, article: Article, kept = Date.now()): Promise<void> {
  const slim: Article = { ...article, removed: [], candidates: [] };
  await inStore('readwrite', store => store.put({ url: articleAddress(url), article: slim, kept } satisfies Kept));
}

export async function unkeep(url: string): Promise<void> {
  await inStore('readwrite', store => store.delete(articleAddress(url)));
}

export async function isKept(url: string): Promise<boolean> {
  return await inStore('readonly', store => store.count(articleAddress(url))) > 0;
}

/** The article of this address. */
export async function keptArticle(url: string): Promise<Kept | undefined> {
  return await inStore('readonly', store => store.get(articleAddress(url))) as Kept | undefined;
}

/** All of them, the last one first. */
export async function keptArticles(): Promise<Kept[]> {
  const all = await inStore('readonly', store => store.getAll()) as Kept[];
  return all.sort((a, b) => b.kept - a.kept);
}

export async function unkeepAll(): Promise<void> {
  await inStore('readwrite', store => store.clear());
}

/** Whether a value from a file is a kept article. */
export function isKeptArticle(value: unknown): value is Kept {
  return isRecord(value) && typeof value['url'] === 'string' && typeof value['kept'] === 'number' && isArticle(value['article']);
}

/** One request, done when what it wrote is safe. */
async function inStore<Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
  const database = await open();
  try {
    const transaction = database.transaction(ARTICLES, mode);
    const request = ask(transaction.objectStore(ARTICLES));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(ARTICLES, { keyPath: 'url' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
