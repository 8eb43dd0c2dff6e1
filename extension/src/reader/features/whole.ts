//! What the browser itself does with the whole article needs all of it: a very long one that is still coming comes at once then.

import { usesKeys } from '../keys.ts';
import type { View } from '../view.ts';

/** Finding in the article, selecting all of it. */
const USES = ['Control+f', 'Meta+f', 'Control+a', 'Meta+a'];

/** The way to its end. */
const ENDS = ['End', 'Control+End', 'Meta+ArrowDown'];

/** Has the article whole for these keys, and for printing. */
export function whole({ root, document: page, flow, finish, gone, bindKey }: View): void {
  for (const name of USES) bindKey(name, () => { finish(); return false; });
  // What the browser takes for the end moves on, when what is there is laid out.
  for (const name of ENDS) {
    bindKey(name, () => {
      if (page.querySelector('.parts') === null || usesKeys(root.activeElement)) return false;
      finish();
      flow.toEnd('end');
      return true;
    });
  }
  window.addEventListener('beforeprint', finish, { signal: gone });
}
