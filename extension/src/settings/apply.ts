//! Settings become attributes and CSS custom properties; nothing is extracted or rendered again.

import { isDark, mixed, ownInks } from './colors.ts';
import { FONTS } from './fonts.ts';
import type { Settings } from './settings.ts';

/** Applies all settings to the reader's dialog, or to a page of the extension. */
export function applySettings(dialog: HTMLElement, settings: Settings): void {
  applyTheme(dialog, settings);
  dialog.dataset['layout'] = settings.layout;
  dialog.dataset['focus'] = settings.lineFocus;
  dialog.toggleAttribute('data-vertical', settings.vertical);
  dialog.dataset['alignment'] = settings.alignment;
  dialog.toggleAttribute('data-hyphens', settings.hyphens);
  dialog.toggleAttribute('data-dim-images', settings.dimImages);
  dialog.toggleAttribute('data-plain-links', !settings.showLinks);
  dialog.toggleAttribute('data-no-images', !settings.showImages);
  const properties: Record<string, string | undefined> = {
    '--font-size': `${settings.fontSize}px`,
    '--measure': String(settings.measure),
    '--line-height': String(settings.lineHeight),
    '--paragraph-gap': `${settings.paragraphGap}em`,
    '--letter-spacing': `${settings.letterSpacing}em`,
    '--word-spacing': `${settings.wordSpacing}em`,
    '--chosen-font': FONTS[settings.font].family,
  };
  setProperties(dialog, properties);
}

/** Applies the colors alone, to what shows no article. */
export function applyTheme(dialog: HTMLElement, settings: Settings): void {
  dialog.dataset['theme'] = settings.theme;
  setProperties(dialog, ownColors(settings));
}

function setProperties({ style }: HTMLElement, properties: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) style.removeProperty(name);
    else style.setProperty(name, value);
  }
}

/** The person's own three colors, and what follows from them. They are there in every theme, for the one to choose. */
function ownColors(settings: Settings): Record<string, string> {
  const { paperColor: paper } = settings;
  const { ink, link, muted, surface, mark } = ownInks(settings);
  return {
    '--own-paper': paper,
    '--own-ink': ink,
    '--own-link': link,
    '--own-muted': muted,
    '--own-line': mixed(paper, ink, 0.2),
    '--own-surface': surface,
    '--own-mark': mark,
    '--own-scheme': isDark(paper) ? 'dark' : 'light',
  };
}
