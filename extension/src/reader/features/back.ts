//! Back leaves the reader before it leaves the page, if the person chose so.
//!
//! The entry that Back takes back belongs to a frame inside the closed shadow root, not to the page: the page hears no
//! event, its `history.state` and its `navigation.entries()` are as they were, and it cannot see the frame. Only
//! `history.length` counts one more, in Chromium for good, in Firefox until the frame is gone. Browsers skip an entry
//! in which the person has neither pressed a key nor clicked: whoever goes back at once leaves the page.

import { element } from '../dom.ts';
import type { View } from '../view.ts';

/** How long a frame that goes back is waited for, in milliseconds; it took 3 in Chromium. */
const PATIENCE = 300;

/** An entry made by a frame's first document replaces that document: the second one is of this address. */
const SECOND = 'about:blank?lectern';

/** Adds the entry. */
export function back({ root, settings, reread, close, holdLeaving }: View): void {
  // Over its own page of kept articles the reader has an address, and with it a history.
  if (!settings.current.backExits || reread === undefined) return;
  const frame = element('iframe', { class: 'history', 'aria-hidden': 'true', tabindex: -1 });
  let entered = false;
  frame.addEventListener('load', () => {
    const inner = frame.contentWindow;
    if (inner === null || entered) return;
    if (inner.location.href !== SECOND) return goOn(inner.document);
    // While it is still loading, an entry would replace the one before.
    setTimeout(() => {
      if (frame.contentWindow !== inner || entered) return;
      inner.addEventListener('popstate', () => {
        entered = false;
        close();
      });
      inner.history.pushState(null, '');
      entered = true;
    });
  });
  root.append(frame);

  // Left otherwise, the reader takes its entry back itself.
  holdLeaving(() => new Promise(resolve => {
    const inner = frame.contentWindow;
    if (!entered || inner === null) return resolve();
    inner.addEventListener('popstate', () => resolve());
    setTimeout(resolve, PATIENCE);
    inner.history.back();
  }));
}

/** A link in the document itself is followed on its own behalf: Firefox would not let us into what we ourselves had asked for. */
function goOn(first: Document): void {
  const link = first.createElementNS('http://www.w3.org/1999/xhtml', 'a') as HTMLAnchorElement;
  link.href = SECOND;
  first.body.append(link);
  link.click();
}
