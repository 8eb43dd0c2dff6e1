//! Bundled typefaces. Their bytes come from the background: a file that a page could ask for would show it that
//! the extension is there.

import { bytesOf } from '../../platform/base64.ts';
import { ask } from '../../platform/messages.ts';
import { FONTS, type Font, type FontFile } from '../../settings/fonts.ts';
import type { SettingsStore } from '../../settings/store.ts';
import type { View } from '../view.ts';

/** Loads the chosen typeface, and takes all of them out of the document when the reader is gone. */
export function fonts({ settings, gone }: View): void {
  loadFonts(settings, gone);
}

/** The same, for whatever shows text in the chosen typeface until `gone`. */
export function loadFonts(settings: SettingsStore, gone: AbortSignal): void {
  const loaded = new Map<Font, Promise<void>>();
  const use = (font: Font) => {
    if (FONTS[font].files.length === 0 || loaded.has(font)) return;
    loaded.set(font, load(font, gone));
  };
  use(settings.current.font);
  settings.onChange(({ font }) => use(font), gone);
}

async function load(font: Font, gone: AbortSignal): Promise<void> {
  try {
    const { files } = await ask({ kind: 'font', font }, 'font');
    const faces = FONTS[font].files.map((face, index) => fontFace(font, face, files[index] ?? ''));
    if (gone.aborted) return;
    for (const face of faces) document.fonts.add(face);
    gone.addEventListener('abort', () => { for (const face of faces) document.fonts.delete(face); });
  } catch (reason) {
    // The system's typeface, next in the stack, stays.
    console.warn('Lectern:', reason);
  }
}

function fontFace(font: Font, { weight, style, unicodeRange }: FontFile, file: string): FontFace {
  const family = FONTS[font].family?.split(',')[0]?.replaceAll("'", '') ?? font;
  return new FontFace(family, bytesOf(file), { weight, style, ...(unicodeRange === undefined ? {} : { unicodeRange }) });
}
