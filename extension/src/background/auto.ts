//! Opens articles by themselves, where the person wants that and has let the extension read those pages. The listener
//! hears of an address only where that permission was given.

import { api } from '../platform/browser.ts';
import { loadSites, siteOf } from '../settings/sites.ts';
import { EVERYWHERE_KEY, pagesLike } from '../settings/everywhere.ts';
import { act } from './act.ts';

/** A tab has finished loading: reads it, if it is one of those. */
export async function openIfWanted(tabId: number, { status }: { status?: string }, { url }: { url?: string | undefined }): Promise<void> {
  if (status !== 'complete' || url === undefined || !/^https?:/.test(url)) return;
  const { [EVERYWHERE_KEY]: everywhere } = await api.storage.local.get(EVERYWHERE_KEY) as Record<string, unknown>;
  const sites = await loadSites();
  if (everywhere !== true && sites[siteOf(url)]?.auto !== true) return;
  if (await api.permissions.contains({ origins: [pagesLike(url)] })) await act(tabId, 'auto');
}
