//! Keys of the reader: one listener that handles what the reader uses and stops it there.

/** What a key does; false when it does nothing just now, so that what was bound before it has its turn. */
export type KeyAction = (event: KeyboardEvent) => boolean;

/**
 * Meanings of keys by their names (`Escape`, `Alt+ArrowUp`), heard before the page's own listeners below `window`.
 * The last meaning that was bound is asked first. Where none does anything, the key is the browser's.
 *
 * A page that listens on `window` itself, in the capture phase and from before, still sees a key go by, but not
 * its target: what a person types never goes through here.
 */
export class KeyBindings {
  readonly #actions = new Map<string, KeyAction[]>();

  constructor(gone: AbortSignal) {
    window.addEventListener('keydown', event => this.#handle(event), { capture: true, signal: gone });
  }

  bind(name: string, action: KeyAction): void {
    this.#actions.set(name, [action, ...this.#actions.get(name) ?? []]);
  }

  #handle(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const actions = this.#actions.get(keyName(event)) ?? [];
    if (!actions.some(action => action(event))) return;
    stop(event);
    // The key comes up after an exit: the page never heard it go down.
    window.addEventListener('keyup', up => { if (up.key === event.key) stop(up); }, { capture: true, once: true });
  }
}

/** Whether what has the focus uses arrow keys and the like itself; a panel that has just closed may still have it. */
export function usesKeys(focused: Element | null): boolean {
  const user = focused?.closest('.panel, .player, input, select, textarea, video, audio, .table, .code pre, .lightbox');
  return user?.checkVisibility() ?? false;
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function keyName({ altKey, ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): string {
  const modifiers = [ctrlKey && 'Control', altKey && 'Alt', metaKey && 'Meta', shiftKey && 'Shift'];
  return [...modifiers.filter(Boolean), key].join('+');
}
