//! What a person chose for single sites. It stays on this machine: which sites somebody reads is nobody's business.

import { api } from '../platform/browser.ts';
import { isRecord, storedRecord } from '../platform/shape.ts';
import { validChoices, type Settings } from './settings.ts';

/** What is set for one site. */
export interface Site {
  /** Its articles open by themselves. */
  auto?: true;
  /** Settings that differ from those of other sites. */
  settings?: Partial<Settings>;
  /** A CSS selector of the part that is read. */
  part?: string;
  /** CSS selectors of what was left out and put back. */
  putBack?: string[];
}

/** By host name. */
export type Sites = Record<string, Site>;

export const SITES_KEY = 'sites';

/**
 * What is stored, as it is and kept current: so a choice is stored in the moment in which it is made, and its page may be left
 * at once. Not there until it could be read: what was not read is not written over.
 */
let known: Record<string, unknown> | undefined;

/** What is set for every site; where storage cannot be read, nothing is. */
export async function loadSites(): Promise<Sites> {
  try {
    return validSites(known ?? await read());
  } catch {
    return {};
  }
}

async function read(): Promise<Record<string, unknown>> {
  const stored = await readStored();
  if (known === undefined) api.storage.local.onChanged.addListener(changes => { if (SITES_KEY in changes) void refresh().catch(() => {}); });
  return known ??= stored;
}

async function readStored(): Promise<Record<string, unknown>> {
  return storedRecord((await api.storage.local.get(SITES_KEY) as Record<string, unknown>)[SITES_KEY]);
}

/** How often something was stored here. */
let nStored = 0;

/** Reads anew: what an event tells may be older than what is stored. */
async function refresh(): Promise<void> {
  const before = nStored;
  const stored = await readStored();
  // What was chosen here meanwhile is newer, and is told of in its turn.
  if (nStored !== before) return;
  known = stored;
  const sites = validSites(known);
  for (const listener of listeners) listener(sites);
}

const listeners = new Set<(sites: Sites) => void>();

/** Calls back with what is set for every site when something was changed, here or elsewhere. */
export function onSites(listener: (sites: Sites) => void): void {
  listeners.add(listener);
}

/**
 * Changes what is set for a site; a site of which nothing is left is forgotten. What another version knows of it stays. Fails
 * where nothing can be stored.
 */
export async function changeSite(host: string, change: (site: Site) => Site): Promise<void> {
  const stored = storedRecord((known ?? await read())[host]);
  const site = validSite(stored);
  const changed = validSite(change(site));
  const settings = changed.settings && withUnknown(storedRecord(stored['settings']), site.settings, changed.settings);
  await storeSite(host, withUnknown(stored, site, { ...changed, ...(settings && { settings }) }));
}

/** `changed`, and of what is stored that of which `valid` knows nothing. */
function withUnknown(stored: Record<string, unknown>, valid: object = {}, changed: object): Record<string, unknown> {
  return { ...Object.fromEntries(Object.entries(stored).filter(([name]) => !(name in valid))), ...changed };
}

/** Forgets all that is set for a site. */
export async function forgetSite(host: string): Promise<void> {
  await storeSite(host, {});
}

async function storeSite(host: string, site: Record<string, unknown>): Promise<void> {
  const { [host]: _, ...others } = known ?? await read();
  nStored += 1;
  known = Object.keys(site).length === 0 ? others : { ...others, [host]: site };
  await api.storage.local.set({ [SITES_KEY]: known });
}

/** Sites from whatever was stored or imported. */
export function validSites(stored: unknown): Sites {
  if (!isRecord(stored)) return {};
  const sites = Object.entries(stored).filter(([, site]) => isRecord(site)).map(([host, site]) => [host, validSite(storedRecord(site))] as const);
  return Object.fromEntries(sites.filter(([, site]) => Object.keys(site).length > 0));
}

function validSite({ auto, settings, part, putBack }: { [Name in keyof Site]?: unknown }): Site {
  const selectors = Array.isArray(putBack) ? putBack.filter(each => typeof each === 'string' && each !== '') : [];
  return {
    ...(auto === true ? { auto } : {}),
    ...(isRecord(settings) ? { settings: validChoices(settings) } : {}),
    ...(typeof part === 'string' && part !== '' ? { part } : {}),
    ...(selectors.length > 0 ? { putBack: selectors } : {}),
  };
}

/** The name that a page's site goes by; empty for a page that has none, such as a file. */
export function siteOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
}
