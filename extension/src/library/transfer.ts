//! All that is stored as one JSON file, and back. What comes in is checked value by value, and replaces nothing that
//! was made here: an article that is kept stays as it is, and so do a highlight and a place.

import { api } from '../platform/browser.ts';
import { isRecord } from '../platform/shape.ts';
import { PLACES_KEY, validPlaces } from '../reader/features/memory.ts';
import { migrated, VERSION } from '../settings/migrations.ts';
import { validChoices } from '../settings/settings.ts';
import { SITES_KEY, validSites } from '../settings/sites.ts';
import { SETTINGS_KEY } from '../settings/store.ts';
import { bytesOf } from '../platform/base64.ts';
import { isKept, isKeptArticle, keep, keepImage } from './database.ts';
import { addHighlights } from './highlights.ts';
import { STOCKS, valueOf } from './stocks.ts';

/** Says that a file is one of these, and of which shape. */
const MARK = 'lectern';
const SHAPE = 1;

/** Everything, as the text of a file. */
export async function exported(): Promise<string> {
  const stocks = await Promise.all(STOCKS.map(async stock => [stock, await valueOf(stock)] as const));
  return JSON.stringify({ [MARK]: SHAPE, ...Object.fromEntries(stocks) }, null, 1);
}

/** Takes in what a file has; false, and nothing is changed, where it is no such file. */
export async function imported(file: string): Promise<boolean> {
  const all = parsed(file);
  if (all?.[MARK] !== SHAPE) return false;
  const [settings, sites, places] = await Promise.all([valueOf('settings'), valueOf('sites'), valueOf('places')]);
  const choices = validChoices(migrated(all['settings']));
  await api.storage.sync.set({ [SETTINGS_KEY]: { ...choices, ...settings, version: VERSION } });
  await api.storage.local.set({
    [SITES_KEY]: { ...validSites(all['sites']), ...sites },
    [PLACES_KEY]: { ...validPlaces(all['places']), ...places },
  });
  if (isRecord(all['highlights'])) await addHighlights(all['highlights']);
  const articles = isRecord(all['articles']) ? Object.values(all['articles']) : [];
  for (const each of articles) {
    if (isKeptArticle(each) && !await isKept(each.url)) await keep(each.url, each.article, each.kept);
  }
  const images = isRecord(all['images']) ? Object.values(all['images']).filter(isImage) : [];
  for (const { url, src, type, file: bytes } of images) {
    // An image without its article is of no use.
    if (await isKept(url)) await keepImage({ url, src, type, bytes: bytesOf(bytes).buffer });
  }
  return true;
}

/** Whether a value from a file is an image of a kept article. */
function isImage(value: unknown): value is { url: string; src: string; type: string; file: string } {
  return isRecord(value) && ['url', 'src', 'type', 'file'].every(name => typeof value[name] === 'string')
    && String(value['type']).startsWith('image/') && /^[A-Za-z0-9+/]*={0,2}$/.test(String(value['file']));
}

function parsed(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(file);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
