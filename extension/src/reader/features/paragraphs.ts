//! Keys from paragraph to paragraph.

import type { View } from '../view.ts';

/** Binds the keys. */
export function paragraphs({ document: page, flow, bindKey }: View): void {
  const go = (by: 1 | -1) => {
    flow.step([...page.querySelectorAll('.body > *')], by);
    return true;
  };
  bindKey('Alt+ArrowDown', () => go(1));
  bindKey('Alt+ArrowUp', () => go(-1));
}
