//! All that is stored as one JSON file, and back. What comes in is checked value by value, and replaces nothing that
//! was made here: an article that is kept stays as it is, and so do a highlight and a place.

import { api } from '../platform/browser.ts';
import { IMAGE_SHAPE, type ImageFile } from '../platform/image-file.ts';
import { isCount, isRecord, isString, shaped, storedRecord, type Shape } from '../platform/shape.ts';
import { PLACES_KEY, validPlaces } from '../reader/features/memory.ts';
import { migrated, stamped } from '../settings/migrations.ts';
import { validChoices } from '../settings/settings.ts';
import { SITES_KEY, validSites } from '../settings/sites.ts';
import { SETTINGS_KEY } from '../settings/store.ts';
import { bytesOf } from '../platform/base64.ts';
import { isKept, isKeptArticle, keep, keepImage } from './database.ts';
import { addHighlights } from './highlights.ts';
import { STOCKS, valueOf, type Stock } from './stocks.ts';

/** Says that a file is one of these, and of which shape. */
const MARK = 'lectern';
const SHAPE = 1;

/** Everything, as the text of a file. */
export async function exported(): Promise<string> {
  const stocks = await Promise.all(STOCKS.map(async stock => [stock, await valueOf(stock)] as const));
  return JSON.stringify({ [MARK]: SHAPE, ...Object.fromEntries(stocks) }, null, 1);
}

/**
 * Takes in what a file has, and tells how many entries of it could not be: because they are damaged, of a later version, or
 * because there is no room. Undefined, and nothing is changed, where it is no such file.
 */
export async function imported(file: string): Promise<number | undefined> {
  const all = parsed(file);
  if (all === undefined || !isCount(all[MARK]) || all[MARK] < SHAPE) return undefined;
  const [settings, sites, places] = await Promise.all([valueOf('settings'), valueOf('sites'), valueOf('places')]);
  let refused = 0;
  /** The good ones of a kind's entries, by name or alone; the others are counted. */
  const named = <Entries extends object>(stock: Stock, valid: (entries: Record<string, unknown>) => Entries): Entries => {
    const { version: _, ...entries } = storedRecord(all[stock]);
    const taken = valid(entries);
    refused += Object.keys(entries).length - Object.keys(taken).length;
    return taken;
  };
  const listed = <Entry>(stock: Stock, isEntry: (value: unknown) => value is Entry): Entry[] => {
    const entries = Object.values(storedRecord(all[stock]));
    const taken = entries.filter(isEntry);
    refused += entries.length - taken.length;
    return taken;
  };
  const store = (entries: number, stored: Promise<unknown>) => stored.catch(() => { refused += entries; });

  const choices = named('settings', () => validChoices(migrated(all['settings'])));
  await store(Object.keys(choices).length, api.storage.sync.set({ [SETTINGS_KEY]: stamped({ ...settings, ...choices, ...validChoices(settings) }) }));
  for (const [key, own, taken] of [[SITES_KEY, sites, named('sites', validSites)], [PLACES_KEY, places, named('places', validPlaces)]] as const) {
    await store(Object.keys(taken).length, api.storage.local.set({ [key]: { ...taken, ...own } }));
  }
  refused += await addHighlights(storedRecord(all['highlights']));
  for (const { url, article, kept } of listed('articles', isKeptArticle)) {
    if (!await isKept(url)) await store(1, keep(url, article, kept));
  }
  for (const { url, src, type, file: bytes } of listed('images', isImage)) {
    // An image without its article is of no use.
    if (await isKept(url)) await store(1, keepImage({ url, src, type, bytes: bytesOf(bytes).buffer }));
  }
  return refused;
}

/** An image of a kept article, as a file has it. */
interface ImageEntry extends ImageFile {
  url: string;
  src: string;
}

function isImage(value: unknown): value is ImageEntry {
  return IMAGE(value);
}

const IMAGE = shaped({ ...IMAGE_SHAPE, url: isString, src: isString } satisfies Shape<ImageEntry>);

function parsed(file: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(file);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
