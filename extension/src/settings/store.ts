//! Settings kept in the browser's synchronized storage, the same in every tab.

import { api } from '../platform/browser.ts';
import { migrated, VERSION } from './migrations.ts';
import { differences, validSettings, type Settings } from './settings.ts';

const KEY = 'settings';

/** A slider that moves changes a setting many times a second; storage takes two writes a second, in milliseconds. */
const SAVE_EVERY = 500;

export interface SettingsStore {
  readonly current: Settings;
  /** Changes some settings here and in every other tab. */
  change(changes: Partial<Settings>): void;
  /** Calls back with all settings after each change, until the signal aborts. */
  onChange(listener: (settings: Settings) => void, signal: AbortSignal): void;
}

/** Reads the stored settings; where storage fails, the defaults hold for this tab. */
export async function loadSettings(): Promise<SettingsStore> {
  const stored = await api.storage.sync.get(KEY).catch(() => ({})) as Record<string, unknown>;
  let current = validSettings(migrated(stored[KEY]));
  const listeners = new Set<(settings: Settings) => void>();

  const set = (settings: Settings) => {
    current = settings;
    for (const listener of listeners) listener(current);
  };
  api.storage.sync.onChanged.addListener(changes => {
    if (KEY in changes) set(validSettings(migrated(changes[KEY]?.newValue)));
  });

  let saved = -Infinity;
  let pending: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(pending);
    pending = undefined;
    saved = Date.now();
    void api.storage.sync.set({ [KEY]: { version: VERSION, ...differences(current) } }).catch(() => undefined);
  };
  // The first change is saved at once: a person may choose and leave.
  const saveSoon = () => {
    const wait = saved + SAVE_EVERY - Date.now();
    if (wait <= 0) save();
    else pending ??= setTimeout(save, wait);
  };
  window.addEventListener('pagehide', () => { if (pending !== undefined) save(); });

  return {
    get current() { return current; },
    change(changes) {
      set(validSettings({ ...current, ...changes }));
      saveSoon();
    },
    onChange(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}
