//! Keeps what happens in the reader from the page's listeners.
//!
//! Events that bubble are stopped at the host: a page that closes a menu on any click, or adds its address to
//! whatever is copied, hears nothing. Keys are handled in `keys.ts`, before the page's listeners below `window`, and so is
//! here what is told of selections.

import { selected } from './selection.ts';

const CONTAINED = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'pointerdown', 'pointerup', 'pointermove', 'pointercancel', 'pointerover', 'pointerout',
  'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel',
  'keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'focusin', 'focusout', 'copy', 'cut', 'paste',
  'selectstart', 'dragstart', 'drag', 'dragend', 'dragenter', 'dragover', 'dragleave', 'drop',
  'compositionstart', 'compositionupdate', 'compositionend',
] as const;

/** Stops events on their way out of `host`. */
export function containEvents(host: Element, signal: AbortSignal): void {
  const stop = (event: Event) => event.stopPropagation();
  for (const type of CONTAINED) host.addEventListener(type, stop, { signal, passive: true });
}

/**
 * Keeps from the document what is selected in `root`: a page that shows a bubble beside whatever is selected hears nothing. Nor does it
 * hear that there is no selection any more, which is what a click in the reader does to the page's own.
 */
export function containSelection(root: ShadowRoot, signal: AbortSignal): void {
  window.addEventListener('selectionchange', event => {
    if (selected(root)?.startContainer.getRootNode() !== document) event.stopPropagation();
  }, { capture: true, signal });
}
