//! Highlights and notes, kept for each article on this machine. Every change is stored at once: none is ever lost, not
//! even one whose words are gone from the page.

import { api } from '../platform/browser.ts';
import { isNumber, isRecord, isString, shaped, type Shape } from '../platform/shape.ts';

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
  return (await storedAt(address)).filter(isHighlight);
}

/** Stores one, in place of what it was before. */
export async function storeHighlight(address: string, highlight: Highlight): Promise<void> {
  await change(address, stored => [...without(stored, highlight.id), highlight]);
}

export async function deleteHighlight(address: string, id: string): Promise<void> {
  await change(address, stored => without(stored, id));
}

/** Those of all articles, by address. */
export async function allHighlights(): Promise<Record<string, Highlight[]>> {
  const stored = Object.entries(await api.storage.local.get(null) as Record<string, unknown>);
  const highlights = stored.filter(([key]) => key.startsWith(PREFIX));
  return Object.fromEntries(highlights.map(([key, value]) => [key.slice(PREFIX.length), Array.isArray(value) ? value.filter(isHighlight) : []]));
}

/** Adds those of a file to what is there; one that is there already stays as it is. How many could not be taken in. */
export async function addHighlights(imported: Record<string, unknown>): Promise<number> {
  let refused = 0;
  for (const [address, value] of Object.entries(imported)) {
    const entries = Array.isArray(value) ? value : [value];
    const good = entries.filter(isHighlight);
    refused += entries.length - good.length;
    if (good.length === 0) continue;
    const isNew = (stored: unknown[], id: string) => without(stored, id).length === stored.length;
    await change(address, stored => [...stored, ...good.filter(({ id }) => isNew(stored, id))]).catch(() => { refused += good.length; });
  }
  return refused;
}

export async function deleteAllHighlights(): Promise<void> {
  await api.storage.local.remove(Object.keys(await allHighlights()).map(address => PREFIX + address));
}

/** What is stored for an article, as it is: what is no highlight to this version stays, unseen. */
async function storedAt(address: string): Promise<unknown[]> {
  const { [PREFIX + address]: stored } = await api.storage.local.get(PREFIX + address) as Record<string, unknown>;
  return Array.isArray(stored) ? stored : stored === undefined ? [] : [stored];
}

/** Changes take their turns: one that began before the last was stored would undo it. */
let turn: Promise<unknown> = Promise.resolve();

function change(address: string, changed: (stored: unknown[]) => unknown[]): Promise<void> {
  const mine = turn.then(async () => {
    const highlights = changed(await storedAt(address));
    if (highlights.length === 0) await api.storage.local.remove(PREFIX + address);
    else await api.storage.local.set({ [PREFIX + address]: highlights });
  });
  turn = mine.catch(() => undefined);
  return mine;
}

function without(stored: unknown[], id: string): unknown[] {
  return stored.filter(each => !isRecord(each) || each['id'] !== id);
}

const HIGHLIGHT = shaped({
  id: isString, note: isString, made: isNumber, quote: shaped({ exact: isString, before: isString, after: isString } satisfies Shape<Quote>),
} satisfies Shape<Highlight>);

function isHighlight(value: unknown): value is Highlight {
  return HIGHLIGHT(value);
}
