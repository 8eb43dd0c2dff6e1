//! Bundled typefaces. Their bytes come from the background: a file that a page could ask for would show it that
//! the extension is there.

import { bytesOf } from '../../platform/base64.ts';
import { ask } from '../../platform/messages.ts';
import { FONTS, type Font, type FontFile } from '../../settings/fonts.ts';
import type { SettingsStore } from '../../settings/store.ts';
import type { View } from '../view.ts';

/** Those that can be shown at once. No document has them yet. */
const ready = new Map<Font, FontFace[]>();

/** How long a reader waits for its typeface, in milliseconds: text that is set anew under the eye is worse than that. */
const PATIENCE = 250;

/** Gets a typeface ready while the page is being read; done when it is there, or when nobody should wait for it any more. */
export async function prepareFont(font: Font): Promise<void> {
  await Promise.race([facesOf(font), new Promise(resolve => setTimeout(resolve, PATIENCE))]);
}

/** Loads the chosen typeface, and takes all of them out of the document when the reader is gone. */
export function fonts({ settings, gone }: View): void {
  loadFonts(settings, gone);
}

/** The same, for whatever shows text in the chosen typeface until `gone`. */
export function loadFonts(settings: SettingsStore, gone: AbortSignal): void {
  const used = new Set<Font>();
  const add = (faces: FontFace[]) => {
    if (gone.aborted) return;
    for (const face of faces) document.fonts.add(face);
    gone.addEventListener('abort', () => { for (const face of faces) document.fonts.delete(face); });
  };
  const use = (font: Font) => {
    if (used.has(font)) return;
    used.add(font);
    const faces = ready.get(font);
    if (faces !== undefined) add(faces);
    else void facesOf(font).then(add);
  };
  use(settings.current.font);
  settings.onChange(({ font }) => use(font), gone);
}

/** The faces of a typeface; none where it is the system's, or could not be loaded: the next in the stack stays then. */
async function facesOf(font: Font): Promise<FontFace[]> {
  if (FONTS[font].files.length === 0) return [];
  try {
    const { files } = await ask({ kind: 'font', font }, 'font');
    const faces = FONTS[font].files.map((face, index) => fontFace(font, face, files[index] ?? ''));
    await Promise.all(faces.map(face => face.load()));
    ready.set(font, faces);
    return faces;
  } catch (reason) {
    console.warn('Lectern:', reason);
    return [];
  }
}

function fontFace(font: Font, { weight, style, unicodeRange }: FontFile, file: string): FontFace {
  const family = FONTS[font].family?.split(',')[0]?.replaceAll("'", '') ?? font;
  return new FontFace(family, bytesOf(file), { weight, style, ...(unicodeRange === undefined ? {} : { unicodeRange }) });
}
