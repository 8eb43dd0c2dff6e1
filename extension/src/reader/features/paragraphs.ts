//! Keys from paragraph to paragraph.

import type { View } from '../view.ts';

/** Where a paragraph comes to stand, from the top of the window, in CSS pixels. */
const TOP = 72;

/** Binds the keys. */
export function paragraphs({ dialog, document: page, bindKey }: View): void {
  const blocks = () => [...page.querySelectorAll<HTMLElement>('.body > *')];
  const go = (by: 1 | -1) => {
    const tops = blocks().map(block => block.getBoundingClientRect().top - TOP);
    const top = by === 1 ? tops.find(each => each > 2) : tops.findLast(each => each < -2);
    dialog.scrollBy({ top: top ?? (by === 1 ? dialog.clientHeight : -dialog.scrollTop) });
    return true;
  };
  bindKey('Alt+ArrowDown', () => go(1));
  bindKey('Alt+ArrowUp', () => go(-1));
}
