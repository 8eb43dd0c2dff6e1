//! Bundled typefaces. Their bytes come from the background: a file that a page could ask for would show it that
//! the extension is there.

import { converse } from '../../platform/messages.ts';
import { FONTS, type Font, type FontFile } from '../../settings/fonts.ts';
import type { View } from '../view.ts';

/** Loads the chosen typeface, and takes all of them out of the document when the reader is gone. */
export function fonts({ settings, gone }: View): void {
  const loaded = new Map<Font, Promise<void>>();
  const use = (font: Font) => {
    if (FONTS[font].files.length === 0 || loaded.has(font)) return;
    loaded.set(font, load(font, gone));
  };
  use(settings.current.font);
  settings.onChange(({ font }) => use(font), gone);
}

async function load(font: Font, gone: AbortSignal): Promise<void> {
  const background = converse();
  try {
    const { files } = await background.ask({ kind: 'font', font }, 'font');
    const faces = FONTS[font].files.map((face, index) => fontFace(font, face, files[index] ?? ''));
    if (gone.aborted) return;
    for (const face of faces) document.fonts.add(face);
    gone.addEventListener('abort', () => { for (const face of faces) document.fonts.delete(face); });
  } catch (reason) {
    // The system's typeface, next in the stack, stays.
    console.warn('Lectern:', reason);
  } finally {
    background.end();
  }
}

function fontFace(font: Font, { weight, style, unicodeRange }: FontFile, base64: string): FontFace {
  const family = FONTS[font].family?.split(',')[0]?.replaceAll("'", '') ?? font;
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  return new FontFace(family, bytes, { weight, style, ...(unicodeRange === undefined ? {} : { unicodeRange }) });
}
