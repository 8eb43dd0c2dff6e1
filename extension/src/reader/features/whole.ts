//! What the browser itself does with the whole article needs all of it: a very long one that is still coming makes haste then.

import { usesKeys } from '../keys.ts';
import type { View } from '../view.ts';

/** Finding in the article: what somebody looks for takes longer to type. */
const SOON = ['Control+f', 'Meta+f'];

/** Selecting all of it. */
const AT_ONCE = ['Control+a', 'Meta+a'];

/** The way to its end. */
const ENDS = ['End', 'Control+End', 'Meta+ArrowDown'];

/** What a person does who does not wait for the end any longer. */
const ACTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/** Has the article whole for these keys, and for printing. */
export function whole({ root, dialog, document: page, flow, onWhole, finish, hurry, gone, bindKey }: View): void {
  for (const name of SOON) bindKey(name, () => { hurry(); return false; });
  for (const name of AT_ONCE) bindKey(name, () => { finish(); return false; });
  const toEnd = () => {
    flow.toEnd('end');
    hurry();
    const waits = new AbortController();
    for (const type of ACTS) dialog.addEventListener(type, () => waits.abort(), { capture: true, passive: true, once: true, signal: gone });
    onWhole(() => { if (!gone.aborted && !waits.signal.aborted) flow.toEnd('end'); });
  };
  // What the browser takes for the end moves on, when what is there is laid out.
  for (const name of ENDS) {
    bindKey(name, () => {
      if (page.querySelector('.parts') === null || usesKeys(root.activeElement)) return false;
      toEnd();
      return true;
    });
  }
  window.addEventListener('beforeprint', finish, { signal: gone });
}
