//! Settings kept in the browser's synchronized storage, the same in every tab; and over them what was set for a site.

import { api } from '../platform/browser.ts';
import { migrated, stamped } from './migrations.ts';
import { validChoices, validSettings, withChoices, type Settings } from './settings.ts';
import { changeSite, loadSites, onSites, type Site } from './sites.ts';

export const SETTINGS_KEY = 'settings';

/** A slider that moves changes a setting many times a second; storage takes two writes a second, in milliseconds. */
const SAVE_EVERY = 500;

/** How long after a write that failed there is another, in milliseconds: Chromium counts them by the minute. */
const TRY_AGAIN = 4_000;

export interface SettingsStore {
  readonly current: Settings;
  /** The site that they hold for; empty where there is none. */
  readonly site: string;
  /** What is read of its pages, and what is put back, where something was chosen: CSS selectors. */
  readonly choice: Pick<Site, 'part' | 'putBack'>;
  /** Whether changes are for this site alone. */
  readonly siteOnly: boolean;
  /** Lets changes be for this site alone from now on, or lets the site be like all others again. */
  setSiteOnly(only: boolean): void;
  /** Changes some settings here and in every other tab. */
  change(changes: Partial<Settings>): void;
  /** Stores at once what is not stored yet: a person has let go of a slider and may leave. */
  flush(): void;
  /** Calls back with all settings after each change, until the signal aborts. */
  onChange(listener: (settings: Settings) => void, signal: AbortSignal): void;
  /** Calls back when what was changed could not be stored. */
  onUnsaved(listener: () => void, signal: AbortSignal): void;
}

/** Reads the stored settings; where storage fails, the defaults hold for this tab. */
export async function loadSettings(site = ''): Promise<SettingsStore> {
  const [read, sites] = await Promise.all([readStored().catch(() => undefined), loadSites()]);
  /** What is stored, as it is. Not there until it could be read: what was not read is not written over. */
  let stored = read;
  /** What was chosen here and is not part of that yet. */
  let chosen: Partial<Settings> = {};
  let { settings: here, ...choice }: Site = sites[site] ?? {};
  const effective = () => validSettings({ ...stored, ...chosen, ...here });
  let current = effective();
  const listeners = new Set<(settings: Settings) => void>();
  const unsaved = new Set<() => void>();

  const show = () => {
    current = effective();
    for (const listener of listeners) listener(current);
  };
  // What an event tells may be older than what is stored, and reach a page that was not there yet: it says only that there is news.
  const refresh = async () => {
    const before = saves.count;
    const read = await readStored();
    // What was chosen here meanwhile is newer.
    if (saves.pending || saves.count !== before) return;
    stored = read;
    show();
  };
  api.storage.sync.onChanged.addListener(changes => {
    if (SETTINGS_KEY in changes) void refresh().catch(() => {});
  });
  onSites(sites => {
    if (site === '' || saves.pending) return;
    ({ settings: here, ...choice } = sites[site] ?? {});
    show();
  });

  const failed = () => { for (const listener of unsaved) listener(); };
  const saves = saver(async () => {
    const settings = here;
    if (settings !== undefined) return changeSite(site, old => ({ ...old, settings }));
    const isLate = stored === undefined;
    stored = stamped(withChoices(stored ?? await readStored(), chosen));
    chosen = {};
    if (isLate) show();
    await api.storage.sync.set({ [SETTINGS_KEY]: stored });
  }, failed);

  return {
    get current() { return current; },
    get choice() { return choice; },
    get siteOnly() { return here !== undefined; },
    site,
    setSiteOnly(only) {
      if (only === (here !== undefined) || site === '') return;
      here = only ? {} : undefined;
      show();
      if (only) saves.saveSoon();
      else void changeSite(site, ({ settings: _, ...others }) => others).catch(failed);
    },
    change(changes) {
      if (here === undefined) chosen = { ...chosen, ...validChoices(changes) };
      else here = { ...here, ...changes };
      show();
      saves.saveSoon();
    },
    flush: saves.flush,
    onChange: (listener, signal) => listen(listeners, listener, signal),
    onUnsaved: (listener, signal) => listen(unsaved, listener, signal),
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
}

/** What is stored, in today's shape. */
async function readStored(): Promise<Record<string, unknown>> {
  return migrated((await api.storage.sync.get(SETTINGS_KEY) as Record<string, unknown>)[SETTINGS_KEY]);
}

/** Saves at once, and then no more often than storage takes it. What it did not take is told of once, and offered again. */
function saver(write: () => Promise<void>, failed: () => void): { readonly pending: boolean; readonly count: number; saveSoon(): void; flush(): void } {
  let saved = -Infinity;
  let pending: ReturnType<typeof setTimeout> | undefined;
  let refused = false;
  let count = 0;
  const save = () => {
    clearTimeout(pending);
    pending = undefined;
    saved = Date.now();
    count += 1;
    write().then(() => { refused = false; }, () => {
      if (!refused) failed();
      refused = true;
      pending ??= setTimeout(save, TRY_AGAIN);
    });
  };
  const flush = () => { if (pending !== undefined) save(); };
  window.addEventListener('pagehide', flush);
  return {
    get pending() { return pending !== undefined; },
    /** How often it has begun to save. */
    get count() { return count; },
    flush,
    // The first change is saved at once: a person may choose and leave.
    saveSoon() {
      const wait = saved + SAVE_EVERY - Date.now();
      if (wait <= 0) save();
      else pending ??= setTimeout(save, wait);
    },
  };
}
