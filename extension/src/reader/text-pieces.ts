//! The text of elements as one string, and the way from a place in the string back to its node.

/** A text node and where its text begins in the whole. */
export interface Piece {
  node: Text;
  start: number;
}

/** Marks beside the text, and the reading above ideographs, which would be there twice. */
const BESIDE = '.note-reference, .back-link, rt, rp, math';

/** The text nodes within these elements, in order. */
export function textPieces(...roots: HTMLElement[]): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || node.parentElement?.closest(BESIDE)) continue;
      pieces.push({ node, start });
      start += node.data.length;
    }
  }
  return pieces;
}

/** The pieces as one string. */
export function joined(pieces: Piece[]): string {
  return pieces.map(({ node }) => node.data).join('');
}

/** The range of the characters from `start` up to `end`. */
export function rangeOf(pieces: Piece[], start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(...placeOf(pieces, start, false));
  range.setEnd(...placeOf(pieces, end, true));
  return range;
}

/** An end belongs to the piece before it: at a border the range must not reach into the next block. */
function placeOf(pieces: Piece[], at: number, end: boolean): [Text, number] {
  const piece = pieces.findLast(({ start }) => end ? start < at : start <= at) ?? pieces[0];
  if (piece === undefined) throw new RangeError('a place where there is no text');
  return [piece.node, Math.min(at - piece.start, piece.node.data.length)];
}
