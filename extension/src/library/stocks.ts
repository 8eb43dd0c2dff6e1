//! What the extension stores, by kind: how much there is of it, and how it is emptied.

import { api } from '../platform/browser.ts';
import { storedRecord } from '../platform/shape.ts';
import { PLACES_KEY } from '../reader/features/memory.ts';
import { SITES_KEY } from '../settings/sites.ts';
import { SETTINGS_KEY } from '../settings/store.ts';
import { base64 } from '../platform/base64.ts';
import { allImages, forgetAllImages, keptArticles, unkeepAll } from './database.ts';
import { allHighlights, deleteAllHighlights } from './highlights.ts';

export const STOCKS = ['settings', 'sites', 'places', 'highlights', 'articles', 'images'] as const;
export type Stock = (typeof STOCKS)[number];

/** How many entries there are of this kind, and how many bytes they take as JSON. */
export async function stockOf(stock: Stock): Promise<{ entries: number; bytes: number }> {
  if (stock === 'images') {
    const images = await allImages();
    return { entries: images.length, bytes: images.reduce((total, { bytes }) => total + bytes.byteLength, 0) };
  }
  const value = await valueOf(stock);
  const entries = stock === 'highlights' ? Object.values(value).flat().length : Object.keys(value).filter(name => name !== 'version').length;
  return { entries, bytes: entries === 0 ? 0 : new Blob([JSON.stringify(value)]).size };
}

/** Deletes all of this kind. */
export async function emptyStock(stock: Stock): Promise<void> {
  switch (stock) {
    case 'settings': return api.storage.sync.remove(SETTINGS_KEY);
    case 'sites': return api.storage.local.remove(SITES_KEY);
    case 'places': return api.storage.local.remove(PLACES_KEY);
    case 'highlights': return deleteAllHighlights();
    case 'articles': return unkeepAll();
    case 'images': return forgetAllImages();
  }
}

/** All of this kind, as it is stored. */
export async function valueOf(stock: Stock): Promise<Record<string, unknown>> {
  switch (stock) {
    case 'settings': return stored(api.storage.sync, SETTINGS_KEY);
    case 'sites': return stored(api.storage.local, SITES_KEY);
    case 'places': return stored(api.storage.local, PLACES_KEY);
    case 'highlights': return allHighlights();
    case 'images': return Object.fromEntries((await allImages()).map(({ url, src, type, bytes }) => [`${url} ${src}`, { url, src, type, file: base64(new Uint8Array(bytes)) }]));
    case 'articles': return Object.fromEntries((await keptArticles()).map(kept => [kept.url, kept]));
  }
}

async function stored(area: chrome.storage.StorageArea, key: string): Promise<Record<string, unknown>> {
  return storedRecord((await area.get(key) as Record<string, unknown>)[key]);
}
