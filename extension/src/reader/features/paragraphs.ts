//! Keys from paragraph to paragraph.

import type { View } from '../view.ts';

/** Binds the keys. */
export function paragraphs({ blocks, flow, bindKey }: View): void {
  const go = (by: 1 | -1) => {
    flow.step(blocks, by);
    return true;
  };
  bindKey('Alt+ArrowDown', () => go(1));
  bindKey('Alt+ArrowUp', () => go(-1));
}
