//! The lines of text that are on screen.

import { PART, SECTIONS } from './flow/anchor.ts';

/** Top and bottom of a line, from the top of the window in CSS pixels. */
export interface Line {
  top: number;
  bottom: number;
}

/** Notes in the margin stand beside the lines that are read. */
const TEXT = 'h1, .excerpt, :is(.body, .notes li:not([data-margin])) :is(p, h2, h3, h4, h5, h6, figcaption, pre)';

/** Pieces of text whose tops differ by less than this part of their height share a line: a raised mark, say. */
const SAME_LINE = 0.6;

/** The lines within the window's height and a little beyond, from top to bottom. */
export function linesOf(page: HTMLElement, height: number): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  const isNear = (part: Element) => {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom >= -height && top <= height * 2;
  };
  // Of a very long article most parts are passed over as a whole.
  const near = [...page.querySelectorAll(SECTIONS)].filter(part => !part.matches(PART) || isNear(part));
  for (const block of near.flatMap(part => [...part.querySelectorAll<HTMLElement>(TEXT)])) {
    if (!isNear(block)) continue;
    range.selectNodeContents(block);
    for (const { top, bottom, left, right } of range.getClientRects()) {
      // What stands beside the window is on another page.
      if (right > left && right > 0 && left < innerWidth) add(lines, { top, bottom });
    }
  }
  return lines.sort((a, b) => a.top - b.top);
}

function add(lines: Line[], { top, bottom }: Line): void {
  const same = lines.findLast(line => Math.abs(line.top + line.bottom - top - bottom) / 2 < (bottom - top) * SAME_LINE);
  if (same === undefined) {
    lines.push({ top, bottom });
  } else {
    same.top = Math.min(same.top, top);
    same.bottom = Math.max(same.bottom, bottom);
  }
}
