//! The files of bundled typefaces.

import { api } from '../platform/browser.ts';
import { FONTS, type Font } from '../settings/fonts.ts';

/** The files of this typeface in base64, in the order of `FONTS`: messages carry no bytes in Chromium. */
export function fontFiles(font: Font): Promise<string[]> {
  return Promise.all(FONTS[font].files.map(async ({ file }) => {
    const response = await fetch(api.runtime.getURL(`fonts/${file}`));
    return base64(new Uint8Array(await response.arrayBuffer()));
  }));
}

/** Pieces keep the number of a call's arguments within what engines allow. */
const PIECE = 0x2000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += PIECE) binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(binary);
}
