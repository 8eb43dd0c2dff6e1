//! The place, carried both ways: the reader opens at the paragraph that was on screen, and whoever reads on
//! finds the page at the paragraph that they left.

import type { View } from '../view.ts';

/** Where a paragraph comes to stand in the page, from the top of the window, in CSS pixels. */
const TOP = 72;

/** What shows less than this at the top of the page is not what is being read there. */
const SLIVER = 12;

/** A page that was not scrolled further than this was not being read yet. */
const BEGUN = 200;

/** Goes to the place in the reader, and leaves word where to go in the page. */
export function position({ document: page, flow, live, gone }: View): void {
  if (live.size === 0) return;
  const pairs = [...page.querySelectorAll<HTMLElement>('.body > [data-source]')].flatMap(block => {
    const source = live.get(Number(block.dataset['source']));
    return source === undefined ? [] : [{ block, source }];
  });
  const onScreen = window.scrollY > BEGUN ? pairs.find(({ source }) => source.getBoundingClientRect().bottom > SLIVER) : undefined;
  // The first block is where the reader opens anyway, below its head.
  if (onScreen !== undefined && onScreen !== pairs[0]) flow.goTo(onScreen.block);

  const current = () => pairs.find(({ block }) => flow.ahead(block).end > 0);
  const opened = current();
  let moved = false;
  flow.onMove(() => { moved = true; });
  gone.addEventListener('abort', () => {
    // Whoever did not read on finds the page exactly as it was. Of a reader that the page has removed nothing is known.
    const read = moved && page.isConnected ? current() : opened;
    if (read === undefined || read === opened) return;
    // After the page's own position was put back. A page that has gone on to something else has nothing to go to.
    queueMicrotask(() => {
      if (read.source.isConnected) window.scrollBy({ top: read.source.getBoundingClientRect().top - TOP, behavior: 'instant' });
    });
  });
}
