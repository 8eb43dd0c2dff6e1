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

/** What a person does who reads on, at the latest just before; assistive technology may do without. */
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/** Goes to the place in the reader, and leaves word where to go in the page. */
export function position({ dialog, document: page, shown, blocks, beginAt, flow, live, gone }: View): void {
  /** The number of the first block, from this one on, whose source in the page is so. */
  const numberFrom = (from: number, isIt: (source: Element) => boolean) => shown.findIndex(({ element }, number) => {
    const source = number < from ? undefined : live.get(element);
    return source !== undefined && isIt(source);
  });
  const current = () => {
    const first = firstBlock(page, flow);
    return first === undefined ? -1 : numberFrom(blocks.indexOf(first), () => true);
  };
  let opened = -1;
  let [top, height] = [0, 0];
  /** Takes the place where the reader is for one that nobody chose. */
  const begin = () => {
    opened = current();
    [top, height] = [dialog.scrollTop, dialog.scrollHeight];
  };
  begin();
  if (opened < 0) return;
  const onScreen = window.scrollY > BEGUN ? numberFrom(0, source => source.getBoundingClientRect().bottom > SLIVER) : -1;
  // The first block is where the reader opens anyway, below its head.
  if (onScreen > opened) beginAt(onScreen, begin);

  let moved = false;
  let acted = false;
  for (const type of ACTS) dialog.addEventListener(type, () => { acted = true; }, { capture: true, passive: true, once: true, signal: gone });
  flow.onMove(() => {
    const { scrollTop, scrollHeight, clientHeight } = dialog;
    if (moved || Math.abs(scrollTop - top) < 1) return;
    // Where images do not come the end comes nearer, and takes along what was on screen: nobody has read on for that.
    if (!acted && scrollHeight < height && scrollTop + clientHeight > scrollHeight - 1) begin();
    else moved = true;
  });
  gone.addEventListener('abort', () => {
    // Whoever did not read on finds the page exactly as it was. Of a reader that the page has removed nothing is known.
    const read = moved && page.isConnected ? current() : opened;
    const source = live.get(shown[read]?.element);
    if (source === undefined || read === opened) return;
    // After the page's own position was put back. A page that has gone on to something else has nothing to go to.
    queueMicrotask(() => {
      if (source.isConnected) window.scrollBy({ top: source.getBoundingClientRect().top - TOP, behavior: 'instant' });
    });
  });
}
