//! The place, carried both ways: the reader opens at the paragraph that was on screen, and whoever reads on
//! finds the page at the paragraph that they left.

import type { View } from '../view.ts';

/** Where a paragraph comes to stand in the reader, below its bar, from the top of the window, in CSS pixels. */
const TOP = 72;

/** What shows less than this at the top of the page is not what is being read there. */
const SLIVER = 12;

/** A page that was not scrolled further than this was not being read yet. */
const BEGUN = 200;

/** Goes to the place in the reader, and leaves word where to go in the page. */
export function position({ document: page, dialog, live, gone }: View): void {
  if (live.length === 0) return;
  const pairs = [...page.querySelectorAll<HTMLElement>('.body > [data-source]')].flatMap(block => {
    const source = live[Number(block.dataset['source'])];
    return source === undefined ? [] : [{ block, source }];
  });
  const onScreen = window.scrollY > BEGUN ? pairs.find(({ source }) => source.getBoundingClientRect().bottom > SLIVER) : undefined;
  // The first block is where the reader opens anyway, below its head.
  if (onScreen !== undefined && onScreen !== pairs[0]) dialog.scrollTop += onScreen.block.getBoundingClientRect().top - TOP;

  const opened = dialog.scrollTop;
  let left: Element | undefined;
  dialog.addEventListener('scroll', () => {
    const read = pairs.find(({ block }) => block.getBoundingClientRect().bottom > TOP);
    // Whoever did not read on finds the page exactly as it was.
    left = Math.abs(dialog.scrollTop - opened) > dialog.clientHeight / 2 ? read?.source : undefined;
  }, { signal: gone, passive: true });
  gone.addEventListener('abort', () => {
    // After the page's own position was put back.
    if (left !== undefined) queueMicrotask(() => window.scrollBy({ top: (left?.getBoundingClientRect().top ?? TOP) - TOP, behavior: 'instant' }));
  });
}
