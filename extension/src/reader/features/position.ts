//! The place, carried both ways: the reader opens at the paragraph that was on screen, and whoever reads on
//! finds the page at the paragraph that they left.

import { firstBlock } from '../flow/anchor.ts';
import type { View } from '../view.ts';

/** Where a paragraph comes to stand in the page, from the top of the window, in CSS pixels. */
const TOP = 72;

/** What shows less than this at the top of the page is not what is being read there. */
const SLIVER = 12;

/** A page that was not scrolled further than this was not being read yet. */
const BEGUN = 200;

/** Goes to the place in the reader, and leaves word where to go in the page. */
export function position({ article, document: page, blocks, beginAt, flow, live, gone }: View): void {
  /** The number of the first block, from this one on, whose source in the page is so. */
  const numberFrom = (from: number, isIt: (source: Element) => boolean) => article.blocks.findIndex(({ element }, number) => {
    const source = number < from ? undefined : live.get(element);
    return source !== undefined && isIt(source);
  });
  const current = () => {
    const first = firstBlock(page, flow);
    return first === undefined ? -1 : numberFrom(blocks.indexOf(first), () => true);
  };
  let opened = current();
  if (opened < 0) return;
  const onScreen = window.scrollY > BEGUN ? numberFrom(0, source => source.getBoundingClientRect().bottom > SLIVER) : -1;
  // The first block is where the reader opens anyway, below its head.
  if (onScreen > opened) beginAt(onScreen, () => { opened = current(); });

  let moved = false;
  flow.onMove(() => { moved = true; });
  gone.addEventListener('abort', () => {
    // Whoever did not read on finds the page exactly as it was. Of a reader that the page has removed nothing is known.
    const read = moved && page.isConnected ? current() : opened;
    const source = live.get(article.blocks[read]?.element);
    if (source === undefined || read === opened) return;
    // After the page's own position was put back. A page that has gone on to something else has nothing to go to.
    queueMicrotask(() => {
      if (source.isConnected) window.scrollBy({ top: source.getBoundingClientRect().top - TOP, behavior: 'instant' });
    });
  });
}
