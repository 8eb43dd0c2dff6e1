//! Settings become attributes and CSS custom properties; nothing is extracted or rendered again.

import { isDark, mixed, readable } from './colors.ts';
import { FONTS } from './fonts.ts';
import type { Settings } from './settings.ts';

/** Applies all settings to the reader's dialog, or to a page of the extension. */
export function applySettings(dialog: HTMLElement, settings: Settings): void {
  dialog.dataset['theme'] = settings.theme;
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
    ...ownColors(settings),
  };
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) dialog.style.removeProperty(name);
    else dialog.style.setProperty(name, value);
  }
}

/** The person's own three colors, and what follows from them. They are there in every theme, for the one to choose. */
function ownColors({ paperColor, inkColor, linkColor }: Settings): Record<string, string> {
  const ink = readable(inkColor, paperColor);
  const surface = mixed(paperColor, ink, 0.06);
  return {
    '--own-paper': paperColor,
    // Text stands on the surface too, which is a little nearer to it.
    '--own-ink': readable(ink, surface),
    '--own-link': readable(linkColor, surface),
    '--own-muted': readable(mixed(ink, paperColor, 0.3), surface),
    '--own-line': mixed(paperColor, ink, 0.2),
    '--own-surface': surface,
    '--own-mark': mixed(paperColor, readable(linkColor, paperColor), 0.22),
    '--own-scheme': isDark(paperColor) ? 'dark' : 'light',
  };
}
