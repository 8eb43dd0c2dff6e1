//! The words that are read just now: the first that are not behind.

import { joined, rangeOf, textPieces } from '../text-pieces.ts';
import type { Target, Way } from './flow.ts';

/** What the article is divided into. */
export const SECTIONS = '.article > :not(.parts), .parts > .body';

/** A section that is one of many. */
export const PART = '.parts > .body';

/** The pieces of the article in which a place is looked for. */
const PIECES = '.head > *, .body > *, .notes li, .comments > *';

/** Tells of places whether they are in a part that is so; a part is asked once for all of them that follow each other. */
export function partsThat(isSo: (part: Element) => boolean): (target: Target) => boolean {
  let last: Element | null = null;
  let answer = false;
  return target => {
    const part = target instanceof Element ? target.closest(PART) : null;
    if (part !== last) answer = part !== null && isSo(part);
    last = part;
    return answer;
  };
}

/** The first block of the body that is not behind. */
export function firstBlock(page: HTMLElement, way: Pick<Way, 'ahead'>): HTMLElement | undefined {
  return firstOf(page, '.body > *', block => way.ahead(block).end > 0, way);
}

/** The first piece that is so. A part of a very long article that is behind is passed over as a whole. */
export function firstOf(page: HTMLElement, selector: string, isIt: (piece: HTMLElement) => boolean, way?: Pick<Way, 'ahead'>): HTMLElement | undefined {
  for (const section of page.querySelectorAll(SECTIONS)) {
    if (way !== undefined && section.matches(PART) && way.ahead(section).end <= 0) continue;
    const found = [...section.querySelectorAll<HTMLElement>(selector)].find(isIt);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first character on screen, or the first thing where that is no text. */
export function firstWords(page: HTMLElement, way: Pick<Way, 'ahead'>): Target | undefined {
  const part = firstOf(page, PIECES, piece => way.ahead(piece).end > 0 && piece.checkVisibility(), way);
  if (part === undefined || way.ahead(part).start >= 0) return part;
  const pieces = textPieces(part);
  const text = joined(pieces);
  /** The next character that is drawn. */
  const drawn = (at: number) => {
    const skipped = text.slice(at).search(/\S/);
    return skipped < 0 ? undefined : rangeOf(pieces, at + skipped, at + skipped + 1);
  };
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = drawn(middle);
    if (range === undefined || way.ahead(range).end > 0) high = middle;
    else low = middle + 1;
  }
  return drawn(low) ?? part;
}
