//! Words of an article as a quotation that is found again, wherever they stand in the next reading of it.

import type { Quote } from '../../../library/highlights.ts';
import { joined, rangeOf, type Piece } from '../../text-pieces.ts';

/** As many letters on each side tell the same words in two places apart. */
const AROUND = 40;

/** What `range` holds of a text; undefined where that is nothing. */
export function quoteOf(pieces: Piece[], range: Range): Quote | undefined {
  const all = joined(pieces);
  const inside = pieces.filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const from = first.start + (first.node === range.startContainer ? range.startOffset : 0);
  const to = last.start + (last.node === range.endContainer ? range.endOffset : last.node.data.length);
  const exact = all.slice(from, to);
  if (exact.trim() === '') return undefined;
  return { exact, before: all.slice(Math.max(0, from - AROUND), from), after: all.slice(to, to + AROUND) };
}

/** Where the words stand in a text: where most of what was around them still is. */
export function rangeOfQuote(pieces: Piece[], { exact, before, after }: Quote): Range | undefined {
  const all = joined(pieces);
  // White space may be set otherwise the next time.
  const pattern = exact.trim().split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
  const places = [...all.matchAll(new RegExp(pattern, 'g'))].map(({ 0: found, index }) => {
    const end = index + found.length;
    return { index, end, fits: sameEnd(all.slice(0, index), before) + sameBeginning(all.slice(end), after) };
  });
  const [best] = places.sort((a, b) => b.fits - a.fits);
  return best === undefined ? undefined : rangeOf(pieces, best.index, best.end);
}

function sameBeginning(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function sameEnd(one: string, other: string): number {
  let length = 0;
  while (length < other.length && one[one.length - 1 - length] === other[other.length - 1 - length]) length += 1;
  return length;
}
