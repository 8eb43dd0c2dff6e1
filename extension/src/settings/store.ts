//! Settings kept in the browser's synchronized storage, the same in every tab; and over them what was set for a site.

import { api } from '../platform/browser.ts';
import { isRecord } from '../platform/shape.ts';
import { migrated, VERSION } from './migrations.ts';
import { differences, validSettings, type Settings } from './settings.ts';
import { changeSite, loadSites, SITES_KEY, validSites } from './sites.ts';

export const SETTINGS_KEY = 'settings';

/** A slider that moves changes a setting many times a second; storage takes two writes a second, in milliseconds. */
const SAVE_EVERY = 500;

export interface SettingsStore {
  readonly current: Settings;
  /** The site that they hold for; empty where there is none. */
  readonly site: string;
  /** A CSS selector of the part of its pages that is read. */
  readonly part: string | undefined;
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
}

/** Reads the stored settings; where storage fails, the defaults hold for this tab. */
export async function loadSettings(site = ''): Promise<SettingsStore> {
  const [stored, sites] = await Promise.all([api.storage.sync.get(SETTINGS_KEY).catch(() => ({})), loadSites()]);
  let everywhere = storedSettings(stored as Record<string, unknown>);
  let here = sites[site]?.settings;
  let part = sites[site]?.part;
  let current = validSettings({ ...everywhere, ...here });
  const listeners = new Set<(settings: Settings) => void>();

  const show = () => {
    current = validSettings({ ...everywhere, ...here });
    for (const listener of listeners) listener(current);
  };
  api.storage.sync.onChanged.addListener(changes => {
    // What was chosen here and is not yet stored is newer than what is told.
    if (!(SETTINGS_KEY in changes) || saves.pending) return;
    everywhere = validSettings(migrated(changes[SETTINGS_KEY]?.newValue));
    show();
  });
  api.storage.local.onChanged.addListener(changes => {
    if (!(SITES_KEY in changes) || site === '' || saves.pending) return;
    ({ settings: here, part } = validSites(changes[SITES_KEY]?.newValue)[site] ?? {});
    show();
  });

  const saves = saver(() => {
    if (here === undefined) return api.storage.sync.set({ [SETTINGS_KEY]: { version: VERSION, ...differences(everywhere) } });
    const settings = here;
    return changeSite(site, old => ({ ...old, settings }));
  });

  return {
    get current() { return current; },
    get part() { return part; },
    get siteOnly() { return here !== undefined; },
    site,
    setSiteOnly(only) {
      if (only === (here !== undefined) || site === '') return;
      here = only ? {} : undefined;
      show();
      if (only) saves.saveSoon();
      else void changeSite(site, ({ settings: _, ...others }) => others).catch(() => undefined);
    },
    change(changes) {
      if (here === undefined) everywhere = validSettings({ ...everywhere, ...changes });
      else here = { ...here, ...changes };
      show();
      saves.saveSoon();
    },
    flush: saves.flush,
    onChange(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

/** The settings in what the storage gave. */
function storedSettings(stored: unknown): Settings {
  return validSettings(migrated(isRecord(stored) ? stored[SETTINGS_KEY] : undefined));
}

/** Saves at once, and then no more often than storage takes it. */
function saver(write: () => Promise<void>): { readonly pending: boolean; saveSoon(): void; flush(): void } {
  let saved = -Infinity;
  let pending: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(pending);
    pending = undefined;
    saved = Date.now();
    void write().catch(() => undefined);
  };
  const flush = () => { if (pending !== undefined) save(); };
  window.addEventListener('pagehide', flush);
  return {
    get pending() { return pending !== undefined; },
    flush,
    // The first change is saved at once: a person may choose and leave.
    saveSoon() {
      const wait = saved + SAVE_EVERY - Date.now();
      if (wait <= 0) save();
      else pending ??= setTimeout(save, wait);
    },
  };
}
