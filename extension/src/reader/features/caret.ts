//! Leaves no caret where somebody has clicked: in Firefox a page gets at the node of the reader that it stands in.

import type { View } from '../view.ts';

/**
 * Takes the caret away once the pointer is up, and puts it back while a key is down, for what begins there: selecting with
 * Shift, the way to the next link. Who walks with the caret keeps it. In Chromium a selection ends at the host, and none is found.
 */
export function caret({ root, gone }: View): void {
  const selection = document.getSelection();
  if (selection === null) return;
  let taken: { node: Node; offset: number } | undefined;
  let isPressed = false;
  let walks = false;

  const take = () => {
    const { anchorNode, anchorOffset, isCollapsed } = selection;
    if (isPressed || walks || !isCollapsed || anchorNode === null || anchorNode.getRootNode() !== root) return;
    taken = { node: anchorNode, offset: anchorOffset };
    selection.removeAllRanges();
  };
  const giveBack = () => {
    if (taken?.node.isConnected && selection.rangeCount === 0) selection.collapse(taken.node, taken.offset);
  };
  const listen = (type: 'pointerdown' | 'pointerup' | 'pointercancel' | 'click' | 'keydown' | 'keyup' | 'selectionchange', listener: () => void) =>
    window.addEventListener(type, listener, { capture: true, signal: gone });

  listen('pointerdown', () => { isPressed = true; });
  for (const type of ['pointerup', 'pointercancel'] as const) listen(type, () => { isPressed = false; });
  listen('click', take);
  // What a click in selected words does to them comes after the click.
  listen('selectionchange', take);
  listen('keydown', () => {
    isPressed = true;
    giveBack();
  });
  listen('keyup', () => {
    isPressed = false;
    walks ||= selection.isCollapsed && taken !== undefined && selection.anchorNode !== null
      && (selection.anchorNode !== taken.node || selection.anchorOffset !== taken.offset);
    take();
  });
}
