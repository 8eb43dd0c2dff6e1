//! Remembers where an article was left, on this machine only, and goes on from there. Private windows leave
//! nothing behind.

import { api } from '../../platform/browser.ts';
import { isRecord } from '../../platform/shape.ts';
import type { View } from '../view.ts';

export const PLACES_KEY = 'places';

/** Articles that are remembered; the one that was left longest ago is forgotten first. */
const MOST = 300;

export interface Place {
  /** The block that was read, and how many there were: an article that changed is begun anew. */
  block: number;
  blocks: number;
  /** When it was left, in milliseconds of the clock. */
  left: number;
}

export type Places = Record<string, Place>;

/** Goes to the remembered place, unless the page itself is at another, and remembers the next one. */
export function memory({ url, flow, document: page, settings, gone }: View): void {
  if (api.extension.inIncognitoContext || !settings.current.keepPlaces) return;
  const article = url.split('#')[0] ?? url;
  const blocks = [...page.querySelectorAll<HTMLElement>('.body > *')];
  const current = () => blocks.findIndex(block => flow.ahead(block).end > 0);

  let moved = false;
  void load().then(places => {
    const place = places[article];
    // The person was faster, or the page was already at a place of its own.
    if (gone.aborted || flow.begun || place?.blocks !== blocks.length) return;
    const block = blocks[place.block];
    if (block !== undefined) flow.goTo(block);
  });

  let block = 0;
  flow.onMove(() => {
    moved = true;
    // Whoever came to the end begins anew.
    block = flow.read >= 1 ? 0 : Math.max(0, current());
  });
  const remember = () => {
    if (moved) void save(article, { block, blocks: blocks.length, left: Date.now() });
  };
  gone.addEventListener('abort', remember);
  window.addEventListener('pagehide', remember, { signal: gone });
}

async function load(): Promise<Places> {
  const stored = await api.storage.local.get(PLACES_KEY).catch(() => ({})) as Record<string, unknown>;
  return validPlaces(stored[PLACES_KEY]);
}

/** Places from whatever was stored or imported. */
export function validPlaces(stored: unknown): Places {
  if (!isRecord(stored)) return {};
  const isPlace = (place: unknown) => isRecord(place) && ['block', 'blocks', 'left'].every(name => typeof place[name] === 'number');
  return Object.fromEntries(Object.entries(stored).filter(([, place]) => isPlace(place))) as Places;
}

async function save(article: string, place: Place): Promise<void> {
  const { [article]: _, ...others } = await load();
  const newest = Object.entries(others).sort(([, a], [, b]) => b.left - a.left).slice(0, MOST - 1);
  const places = Object.fromEntries(place.block > 0 ? [[article, place], ...newest] : newest);
  await api.storage.local.set({ [PLACES_KEY]: places }).catch(() => undefined);
}
