//! Remembers where an article was left, on this machine only, and goes on from there. Private windows leave
//! nothing behind.

import { api } from '../../platform/browser.ts';
import { isCount, isNumber, isRecord, shaped, storedRecord, type Shape } from '../../platform/shape.ts';
import { firstBlock } from '../flow/anchor.ts';
import type { View } from '../view.ts';

export const PLACES_KEY = 'places';

/** Articles that are remembered; the one that was left longest ago is forgotten first. */
const MOST = 300;

/** How long after a move the place is stored, in milliseconds. */
const STORE_AFTER = 1000;

export interface Place {
  /** The block that was read, and how many there were: an article that changed is begun anew. */
  block: number;
  blocks: number;
  /** When it was left, in milliseconds of the clock. */
  left: number;
}

export type Places = Record<string, Place>;

/** Goes to the remembered place, unless the page itself is at another, and remembers the next one. */
export function memory({ shown: all, url, flow, document: page, blocks, beginAt, settings, gone }: View): void {
  if (api.extension.inIncognitoContext || !settings.current.keepPlaces) return;
  const article = url.split('#')[0] ?? url;
  const current = () => {
    const first = firstBlock(page, flow);
    return first === undefined ? 0 : blocks.indexOf(first);
  };

  let moved = false;
  void load().then(places => {
    const place = validPlaces(places)[article];
    if (place?.blocks === all.length) beginAt(place.block);
  }).catch(() => undefined);

  let block = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  flow.onMove(() => {
    moved = true;
    // A page that is closed has no time to store anything.
    waiting ??= setTimeout(() => {
      waiting = undefined;
      remember();
    }, STORE_AFTER);
    // Whoever came to the end begins anew.
    block = flow.read >= 1 && blocks.length === all.length ? 0 : current();
  });
  const remember = () => {
    // What could not be stored was no wish of the person's: nothing is said.
    if (moved) save(article, { block, blocks: all.length, left: Date.now() }).catch(() => undefined);
  };
  gone.addEventListener('abort', () => {
    clearTimeout(waiting);
    remember();
  });
  window.addEventListener('pagehide', remember, { signal: gone });
}

/** What is stored, as it is. */
async function load(): Promise<Record<string, unknown>> {
  return storedRecord((await api.storage.local.get(PLACES_KEY) as Record<string, unknown>)[PLACES_KEY]);
}

/** Places from whatever was stored or imported. */
export function validPlaces(stored: unknown): Places {
  return isRecord(stored) ? Object.fromEntries(Object.entries(stored).filter(([, place]) => PLACE(place))) as Places : {};
}

const PLACE = shaped({ block: isCount, blocks: isCount, left: isNumber } satisfies Shape<Place>);

/** Fails where what is there cannot be read, so as not to write over it. What is no place to this version counts as the oldest. */
async function save(article: string, place: Place): Promise<void> {
  const { [article]: _, ...others } = await load();
  const left = (each: unknown) => PLACE(each) ? (each as Place).left : 0;
  const newest = Object.entries(others).sort(([, a], [, b]) => left(b) - left(a)).slice(0, MOST - 1);
  const places = Object.fromEntries(place.block > 0 ? [[article, place], ...newest] : newest);
  await api.storage.local.set({ [PLACES_KEY]: places });
}
