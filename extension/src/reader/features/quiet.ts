//! The bar goes away while somebody reads on, and comes back when they scroll up, move the pointer to it or
//! bring the focus there.

import type { View } from '../view.ts';

/** A shorter way than this is no decision to read on, in CSS pixels. */
const DECIDED = 24;

/** Hides and shows the bar with the scrolling. */
export function quiet({ bar, dialog, flow, gone }: View): void {
  let turned = 0;
  let last = 0;
  const onScroll = () => {
    if (flow.pages !== undefined) return;
    const at = dialog.scrollTop;
    const down = at > last;
    // Where the direction changed, the way begins anew.
    if (down !== last > turned) turned = last;
    last = at;
    if (Math.abs(at - turned) < DECIDED && at > 0) return;
    bar.element.toggleAttribute('data-away', down && at > 0);
  };
  dialog.addEventListener('scroll', onScroll, { signal: gone, passive: true });
  flow.onMove(forward => { if (flow.pages !== undefined) bar.element.toggleAttribute('data-away', forward); });
  dialog.addEventListener('pointermove', event => {
    if (event.clientY < bar.element.offsetHeight * 1.5) bar.element.removeAttribute('data-away');
  }, { signal: gone, passive: true });
  bar.element.addEventListener('focusin', () => bar.element.removeAttribute('data-away'), { signal: gone });
}
