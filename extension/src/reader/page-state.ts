//! What the reader must put back when it leaves: scroll position, focus and selection of the page.

/** Remembers the page's state and returns what restores it. */
export function rememberPage(): () => void {
  const { scrollX, scrollY } = window;
  const address = document.URL;
  const focused = document.activeElement;
  const selection = rememberSelection();
  return () => {
    selection();
    if (focused !== document.activeElement) restoreFocus(focused);
    // A page that has gone on to another address without loading is where it wants to be.
    const moved = window.scrollX !== scrollX || window.scrollY !== scrollY;
    if (moved && document.URL === address) window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
}

function restoreFocus(focused: Element | null): void {
  if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus({ preventScroll: true });
}

/** A selection is its two ends: setting them again restores its direction too. */
function rememberSelection(): () => void {
  const selection = document.getSelection();
  if (selection === null) return () => {};
  const { anchorNode, anchorOffset, focusNode, focusOffset, rangeCount } = selection;
  return () => {
    const unchanged = selection.anchorNode === anchorNode && selection.anchorOffset === anchorOffset
      && selection.focusNode === focusNode && selection.focusOffset === focusOffset;
    if (unchanged) return;
    const whole = anchorNode?.isConnected && focusNode?.isConnected;
    if (rangeCount > 0 && whole) selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    else selection.removeAllRanges();
  };
}
