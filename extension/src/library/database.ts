//! The reading list: articles kept in the extension's own database, which no page can see. Only the background and
//! the extension's pages may use it: in a content script it would be the page's.

import { isArticle } from '../engine/article-shape.ts';
import type { Article } from '../engine/article.ts';
import { isNumber, isString, shaped, type Shape } from '../platform/shape.ts';
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
const VERSION = 2;
const ARTICLES = 'articles';
const IMAGES = 'images';

/** An image of a kept article. */
export interface KeptImage {
  /** The address of the article, and that of the image as the article names it. */
  url: string;
  src: string;
  type: string;
  bytes: ArrayBuffer;
}

/** Keeps an article, in place of an earlier reading of it. What was left out and what else could be read stay behind. */
export async function keep(url: string, article: Article, kept = Date.now()): Promise<void> {
  const slim: Article = { ...article, removed: [], candidates: [] };
  await inStore('readwrite', store => store.put({ url: articleAddress(url), article: slim, kept } satisfies Kept));
}

/** Takes an article out, and its images. */
export async function unkeep(url: string): Promise<void> {
  await inStore('readwrite', store => store.delete(articleAddress(url)));
  await forgetImages(url);
}

export async function keepImage(image: KeptImage): Promise<void> {
  await inStore('readwrite', store => store.put({ ...image, url: articleAddress(image.url) }), IMAGES);
}

/** The images of the article at this address. */
export async function imagesOf(url: string): Promise<KeptImage[]> {
  return await inStore('readonly', store => store.getAll(ofArticle(url)), IMAGES) as KeptImage[];
}

/** Those of all articles. */
export async function allImages(): Promise<KeptImage[]> {
  return await inStore('readonly', store => store.getAll(), IMAGES) as KeptImage[];
}

export async function forgetImages(url: string): Promise<void> {
  await inStore('readwrite', store => store.delete(ofArticle(url)), IMAGES);
}

export async function forgetAllImages(): Promise<void> {
  await inStore('readwrite', store => store.clear(), IMAGES);
}

/** Keys are pairs of two addresses: no string is greater than every other, but an array is greater than every string. */
function ofArticle(url: string): IDBKeyRange {
  const address = articleAddress(url);
  return IDBKeyRange.bound([address], [address, []]);
}

export async function isKept(url: string): Promise<boolean> {
  return await inStore('readonly', store => store.count(articleAddress(url))) > 0;
}

/** The article of this address. */
export async function keptArticle(url: string): Promise<Kept | undefined> {
  const kept: unknown = await inStore('readonly', store => store.get(articleAddress(url)));
  return isKeptArticle(kept) ? kept : undefined;
}

/** All of them, the last one first. One that this version cannot read stays where it is, unseen. */
export async function keptArticles(): Promise<Kept[]> {
  const all: unknown[] = await inStore('readonly', store => store.getAll());
  return all.filter(isKeptArticle).sort((a, b) => b.kept - a.kept);
}

export async function unkeepAll(): Promise<void> {
  await inStore('readwrite', store => store.clear());
  await forgetAllImages();
}

/** Whether a value, stored or from a file, is a kept article. */
export function isKeptArticle(value: unknown): value is Kept {
  return KEPT(value);
}

const KEPT = shaped({ url: url => isString(url) && /^(https?|file):/.test(url), kept: isNumber, article: isArticle } satisfies Shape<Kept>);

/** One request, done when what it wrote is safe. */
async function inStore<Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>, name = ARTICLES): Promise<Value> {
  const database = await open();
  try {
    const transaction = database.transaction(name, mode);
    const request = ask(transaction.objectStore(name));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

/** A newer version's database is used as it is: what is in it may still be what this one knows. */
async function open(): Promise<IDBDatabase> {
  try {
    return await opened(VERSION);
  } catch (reason) {
    if (reason instanceof DOMException && reason.name === 'VersionError') return opened();
    throw reason;
  }
}

function opened(version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, version);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore(ARTICLES, { keyPath: 'url' });
      if (oldVersion < 2) request.result.createObjectStore(IMAGES, { keyPath: ['url', 'src'] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
