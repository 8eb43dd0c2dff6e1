//! Colors and how well they can be told apart: contrast as WCAG 2 computes it.

/** What text needs against its background at least (WCAG 1.4.3). */
export const LEAST_CONTRAST = 4.5;

const BLACK = '#000000';
const WHITE = '#ffffff';

/** Steps in which a color is moved toward black or white until it can be read. */
const STEPS = 32;

/** Contrast of two colors, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** `ink` where it can be read on `paper`, else the nearest to it that can, toward black or white. */
export function readable(ink: string, paper: string, least = LEAST_CONTRAST): string {
  const end = contrast(BLACK, paper) > contrast(WHITE, paper) ? BLACK : WHITE;
  for (let step = 0; step <= STEPS; step += 1) {
    const candidate = mixed(ink, end, step / STEPS);
    if (contrast(candidate, paper) >= least) return candidate;
  }
  return end;
}

/** `part` of `other` in `one`, from 0 to 1. */
export function mixed(one: string, other: string, part: number): string {
  const others = channels(other);
  const mix = channels(one).map((channel, index) => Math.round(channel + ((others[index] ?? 0) - channel) * part));
  return `#${mix.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether a background is a dark one. */
export function isDark(paper: string): boolean {
  return contrast(WHITE, paper) > contrast(BLACK, paper);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map(channel => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
}
