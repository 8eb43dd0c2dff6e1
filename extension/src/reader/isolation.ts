//! Keeps what happens in the reader from the page's listeners.
//!
//! Events that bubble are stopped at the host: a page that closes a menu on any click, or adds its address to
//! whatever is copied, hears nothing. Keys are handled in `keys.ts`, before the page's listeners below `window`.

const CONTAINED = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'pointerdown', 'pointerup', 'pointermove', 'pointercancel', 'pointerover', 'pointerout',
  'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout', 'wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel',
  'keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'focusin', 'focusout', 'copy', 'cut', 'paste',
  'dragstart', 'drag', 'dragend', 'dragenter', 'dragover', 'dragleave', 'drop',
  'compositionstart', 'compositionupdate', 'compositionend',
] as const;

/** Stops events on their way out of `host`. */
export function containEvents(host: Element, signal: AbortSignal): void {
  const stop = (event: Event) => event.stopPropagation();
  for (const type of CONTAINED) host.addEventListener(type, stop, { signal, passive: true });
}
