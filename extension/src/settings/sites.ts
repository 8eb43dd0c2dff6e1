//! What a person chose for single sites. It stays on this machine: which sites somebody reads is nobody's business.

import { api } from '../platform/browser.ts';
import { isRecord } from '../platform/shape.ts';
import { validChoices, type Settings } from './settings.ts';

/** What is set for one site. */
export interface Site {
  /** Its articles open by themselves. */
  auto?: true;
  /** Settings that differ from those of other sites. */
  settings?: Partial<Settings>;
  /** A CSS selector of the part that is read. */
  part?: string;
}

/** By host name. */
export type Sites = Record<string, Site>;

export const SITES_KEY = 'sites';

/** What is stored, kept current: so a choice is stored in the moment in which it is made, and its page may be left at once. */
let known: Sites | undefined;

/** What is set for every site. */
export async function loadSites(): Promise<Sites> {
  if (known !== undefined) return known;
  try {
    const stored = await api.storage.local.get(SITES_KEY) as Record<string, unknown>;
    if (known === undefined) api.storage.local.onChanged.addListener(follow);
    known ??= validSites(stored[SITES_KEY]);
    return known;
  } catch {
    return {};
  }
}

function follow(changes: Record<string, { newValue?: unknown }>): void {
  if (SITES_KEY in changes) known = validSites(changes[SITES_KEY]?.newValue);
}

/** Changes what is set for a site; a site of which nothing is left is forgotten. Where storage cannot be read, nothing is overwritten. */
export async function changeSite(host: string, change: (site: Site) => Site): Promise<void> {
  if (known === undefined) await loadSites();
  if (known === undefined) return;
  const { [host]: site = {}, ...others }: Sites = known;
  const changed = validSite(change(site));
  known = Object.keys(changed).length === 0 ? others : { ...others, [host]: changed };
  await api.storage.local.set({ [SITES_KEY]: known });
}

/** Sites from whatever was stored or imported. */
export function validSites(stored: unknown): Sites {
  if (!isRecord(stored)) return {};
  const sites = Object.entries(stored).filter(([, site]) => isRecord(site)).map(([host, site]) => [host, validSite(site as Site)] as const);
  return Object.fromEntries(sites.filter(([, site]) => Object.keys(site).length > 0));
}

function validSite({ auto, settings, part }: Site): Site {
  return {
    ...(auto === true ? { auto } : {}),
    ...(isRecord(settings) ? { settings: validChoices(settings) } : {}),
    ...(typeof part === 'string' && part !== '' ? { part } : {}),
  };
}

/** The name that a page's site goes by; empty for a page that has none, such as a file. */
export function siteOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
}
