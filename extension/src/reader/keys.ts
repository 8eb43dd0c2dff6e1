//! Keys of the reader: one listener that handles what the reader uses and stops it there.

/** What a key does; false when it does nothing just now, so that the browser's own meaning holds. */
export type KeyAction = (event: KeyboardEvent) => boolean;
export type KeyActions = Record<string, KeyAction>;

/**
 * Listens for keys by their names (`Escape`, `Alt+ArrowUp`) before the page's own listeners below `window`.
 *
 * A page that listens on `window` itself, in the capture phase and from before, still sees a key go by, but not
 * its target: what a person types never goes through here.
 */
export function listenForKeys(actions: KeyActions, signal: AbortSignal): void {
  const handle = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const action = actions[keyName(event)];
    if (action === undefined || !action(event)) return;
    stop(event);
    // The key comes up after an exit: the page never heard it go down.
    window.addEventListener('keyup', up => { if (up.key === event.key) stop(up); }, { capture: true, once: true });
  };
  window.addEventListener('keydown', handle, { capture: true, signal });
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function keyName({ altKey, ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): string {
  const modifiers = [ctrlKey && 'Control', altKey && 'Alt', metaKey && 'Meta', shiftKey && 'Shift'];
  return [...modifiers.filter(Boolean), key].join('+');
}
