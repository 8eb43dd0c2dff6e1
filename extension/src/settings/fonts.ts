//! The typefaces to choose from: what the system has, and two that come with the extension.

/** A file of a bundled typeface, in `fonts/` of the built extension. */
export interface FontFile {
  file: string;
  weight: string;
  style: 'normal' | 'italic';
  /** The characters that it is for, where there is more than one file for a style. */
  unicodeRange?: string;
}

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const LATIN_EXTENDED = 'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';

/** Each typeface with its stack of names; `serif` leaves the stack to `languages.css`. */
export const FONTS = {
  serif: { family: undefined, files: [] },
  sans: { family: SANS, files: [] },
  mono: { family: "ui-monospace, 'SF Mono', 'Cascadia Code', Consolas, 'Liberation Mono', monospace", files: [] },
  atkinson: { family: `'Lectern Atkinson', ${SANS}`, files: [...atkinson('normal'), ...atkinson('italic')] },
  opendyslexic: { family: `'Lectern OpenDyslexic', ${SANS}`, files: (['normal', 'italic'] as const).flatMap(openDyslexic) },
} satisfies Record<string, { family: string | undefined; files: FontFile[] }>;

export type Font = keyof typeof FONTS;
export const FONT_NAMES = Object.keys(FONTS) as Font[];

function atkinson(style: 'normal' | 'italic'): FontFile[] {
  return [
    { file: `atkinson-hyperlegible-next-latin-wght-${style}.woff2`, weight: '200 800', style },
    { file: `atkinson-hyperlegible-next-latin-ext-wght-${style}.woff2`, weight: '200 800', style, unicodeRange: LATIN_EXTENDED },
  ];
}

function openDyslexic(style: 'normal' | 'italic'): FontFile[] {
  return ['400', '700'].map(weight => ({ file: `opendyslexic-latin-${weight}-${style}.woff2`, weight, style }));
}
