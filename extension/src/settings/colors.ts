//! Colors and how well they can be told apart: contrast as WCAG 2 computes it.

/** What text needs against its background at least (WCAG 1.4.3). */
const LEAST_CONTRAST = 4.5;

const BLACK = '#000000';
const WHITE = '#ffffff';

/** Steps in which a color is moved toward black or white until it can be read. */
const STEPS = 32;

/** Contrast of two colors, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The person's own colors as they are shown: what would be too faint is made readable. */
export interface OwnInks {
  ink: string;
  link: string;
  muted: string;
  /** Grounds that text stands on beside the paper, both a little nearer to it. */
  surface: string;
  mark: string;
}

/** What follows from a paper, an ink and a color of links. */
export function ownInks({ paperColor: paper, inkColor, linkColor }: { paperColor: string; inkColor: string; linkColor: string }): OwnInks {
  const surface = tinted(paper, readable(inkColor, paper), 0.06);
  const mark = tinted(paper, readable(linkColor, paper), 0.22);
  const ink = readable(inkColor, paper, surface, mark);
  return { ink, link: readable(linkColor, paper, surface, mark), muted: readable(mixed(ink, paper, 0.3), paper, surface), surface, mark };
}

/** `ink` where it can be read on `paper` and all other grounds, else the nearest to it that can, toward black or white. */
function readable(ink: string, paper: string, ...others: string[]): string {
  const end = endFor(paper);
  for (let step = 0; step <= STEPS; step += 1) {
    const candidate = mixed(ink, end, step / STEPS);
    if ([paper, ...others].every(ground => contrast(candidate, ground) >= LEAST_CONTRAST)) return candidate;
  }
  return end;
}

/** `paper` with a part of `tint` in it, no more than leaves it readable: in the middle between black and white hardly any. */
function tinted(paper: string, tint: string, part: number): string {
  for (let step = STEPS; step > 0; step -= 1) {
    const ground = mixed(paper, tint, part * step / STEPS);
    if (contrast(endFor(paper), ground) >= LEAST_CONTRAST) return ground;
  }
  return paper;
}

/** What can be read best on it. */
function endFor(paper: string): string {
  return isDark(paper) ? WHITE : BLACK;
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
