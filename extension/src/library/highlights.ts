//! Highlights and notes, kept for each article on this machine. Every change is stored at once: none is ever lost, not
//! even one whose words are gone from the page.

import { api } from '../platform/browser.ts';
import { isRecord } from '../platform/shape.ts';

/** Words of an article, and what stands around them: found again in whatever is read of it the next time. */
export interface Quote {
  exact: string;
  before: string;
  after: string;
}

export interface Highlight {
  id: string;
  quote: Quote;
  note: string;
  /** When it was made, in milliseconds of the clock. */
  made: number;
}

/** Each article has a key of its own, so that two tabs do not write over each other. */
const PREFIX = 'highlights:';

/** The highlights of the article at this address. */
export async function loadHighlights(address: string): Promise<Highlight[]> {
  const key = PREFIX + address;
  return validHighlights((await api.storage.local.get(key) as Record<string, unknown>)[key]);
}

/** Stores one, in place of what it was before. */
export async function storeHighlight(address: string, highlight: Highlight): Promise<void> {
  const others = (await loadHighlights(address)).filter(({ id }) => id !== highlight.id);
  await store(address, [...others, highlight]);
}

export async function deleteHighlight(address: string, id: string): Promise<void> {
  await store(address, (await loadHighlights(address)).filter(each => each.id !== id));
}

/** Those of all articles, by address. */
export async function allHighlights(): Promise<Record<string, Highlight[]>> {
  const stored = Object.entries(await api.storage.local.get(null) as Record<string, unknown>);
  const highlights = stored.filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(highlights.map(([key, value]) => [key.slice(PREFIX.length), validHighlights(value)]));
}

/** Adds those of a file to what is there; one that is there already stays as it is. */
export async function addHighlights(imported: Record<string, unknown>): Promise<void> {
  for (const [address, value] of Object.entries(imported)) {
    const own = await loadHighlights(address);
    const added = validHighlights(value).filter(({ id }) => !own.some(each => each.id === id));
    if (added.length > 0) await store(address, [...own, ...added]);
  }
}

export async function deleteAllHighlights(): Promise<void> {
  await api.storage.local.remove(Object.keys(await allHighlights()).map(address => PREFIX + address));
}

async function store(address: string, highlights: Highlight[]): Promise<void> {
  if (highlights.length === 0) await api.storage.local.remove(PREFIX + address);
  else await api.storage.local.set({ [PREFIX + address]: highlights });
}

function validHighlights(stored: unknown): Highlight[] {
  return Array.isArray(stored) ? stored.filter(isHighlight) : [];
}

function isHighlight(value: unknown): value is Highlight {
  return isRecord(value) && typeof value['id'] === 'string' && typeof value['note'] === 'string' && typeof value['made'] === 'number'
    && isRecord(value['quote']) && ['exact', 'before', 'after'].every(name => typeof (value['quote'] as Record<string, unknown>)[name] === 'string');
}
