//! The words that are read just now: the first that are not behind.

import { joined, rangeOf, textPieces } from '../text-pieces.ts';
import type { Target, Way } from './flow.ts';

/** The parts of the article in which a place is looked for. */
const PARTS = '.head > *, .body > *, .notes li, .comments > *';

/** The first character on screen, or the first thing where that is no text. */
export function firstWords(page: HTMLElement, way: Pick<Way, 'ahead'>): Target | undefined {
  const part = [...page.querySelectorAll<HTMLElement>(PARTS)].find(each => way.ahead(each).end > 0 && each.checkVisibility());
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
