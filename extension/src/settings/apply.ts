//! Settings become attributes and CSS custom properties; nothing is extracted or rendered again.

import { FONTS } from './fonts.ts';
import type { Settings } from './settings.ts';

/** Applies all settings to the reader's dialog. */
export function applySettings(dialog: HTMLElement, settings: Settings): void {
  dialog.dataset['theme'] = settings.theme;
  dialog.dataset['alignment'] = settings.alignment;
  dialog.toggleAttribute('data-hyphens', settings.hyphens);
  dialog.toggleAttribute('data-dim-images', settings.dimImages);
  const properties: Record<string, string | undefined> = {
    '--font-size': `${settings.fontSize}px`,
    '--measure': String(settings.measure),
    '--line-height': String(settings.lineHeight),
    '--paragraph-gap': `${settings.paragraphGap}em`,
    '--letter-spacing': `${settings.letterSpacing}em`,
    '--word-spacing': `${settings.wordSpacing}em`,
    '--chosen-font': FONTS[settings.font].family,
  };
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) dialog.style.removeProperty(name);
    else dialog.style.setProperty(name, value);
  }
}
