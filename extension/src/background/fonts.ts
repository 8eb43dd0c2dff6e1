//! The files of bundled typefaces.

import { base64 } from '../platform/base64.ts';
import { api } from '../platform/browser.ts';
import { FONTS, type Font } from '../settings/fonts.ts';

/** The files of this typeface in base64, in the order of `FONTS`. */
export function fontFiles(font: Font): Promise<string[]> {
  return Promise.all(FONTS[font].files.map(async ({ file }) => {
    const response = await fetch(api.runtime.getURL(`fonts/${file}`));
    return base64(new Uint8Array(await response.arrayBuffer()));
  }));
}
