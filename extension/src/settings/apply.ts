//! Settings become attributes and CSS custom properties; nothing is extracted or rendered again.

import type { Settings } from './settings.ts';

/** Applies all settings to the reader's dialog. */
export function applySettings(dialog: HTMLElement, settings: Settings): void {
  dialog.dataset['theme'] = settings.theme;
  dialog.style.setProperty('--font-size', `${settings.fontSize}px`);
  dialog.style.setProperty('--measure', String(settings.measure));
}
