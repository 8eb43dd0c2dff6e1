//! Line focus: a window of one, three or five lines, or a line below the one that is read. It follows the
//! pointer, the arrow keys, or the voice.

import type { LineFocus } from '../../settings/settings.ts';
import { lineFocusChoice } from '../chrome/aid-controls.ts';
import { element } from '../dom.ts';
import { usesKeys } from '../keys.ts';
import { linesOf, type Line } from '../lines.ts';
import type { View } from '../view.ts';

/** Lines in the window, on each side of the one that is read. */
const AROUND: Record<LineFocus, number> = { off: 0, one: 0, three: 1, five: 2, underline: 0 };

/** The window is this much taller than its lines at each end, where there is room, in CSS pixels. */
const ROOM = 4;

/** The line that is read stays in this part of the window. */
const VIEW = { top: 0.2, bottom: 0.75 };

/** Adds the panel and the window. */
export function lineFocus({ bar, settings, root, dialog, document: page, flow, gone, bindKey, onSpoken }: View): void {
  bar.panel('focus', 'lineFocus', () => lineFocusChoice(settings));
  const shade = element('div', { class: 'line-focus', 'aria-hidden': 'true' });
  let y = dialog.clientHeight * 0.35;

  const show = () => {
    const mode = settings.current.lineFocus;
    shade.dataset['mode'] = mode;
    // Lines from top to bottom lie side by side: there is no window for them.
    if (mode === 'off' || getComputedStyle(page).writingMode.startsWith('vertical')) return shade.remove();
    if (!shade.isConnected) dialog.append(shade);
    const lines = linesOf(page, dialog.clientHeight);
    const at = lines.findIndex(({ bottom }) => bottom > y);
    const first = lines[Math.max(0, at - AROUND[mode])];
    const last = lines[Math.min(lines.length - 1, at + AROUND[mode])];
    if (at < 0 || first === undefined || last === undefined) return;
    shade.style.setProperty('--from', `${between(lines[lines.indexOf(first) - 1]?.bottom, first.top, -ROOM)}px`);
    shade.style.setProperty('--to', `${between(lines[lines.indexOf(last) + 1]?.top, last.bottom, ROOM)}px`);
  };

  const step = (by: 1 | -1) => {
    if (settings.current.lineFocus === 'off' || usesKeys(root.activeElement)) return false;
    const lines = linesOf(page, dialog.clientHeight);
    const line = lines[lines.findIndex(({ bottom }) => bottom > y) + by];
    if (line !== undefined) goTo(line);
    else if (flow.pages !== undefined) turn(by);
    return true;
  };

  const turn = (by: 1 | -1) => {
    flow.turn(by);
    const line = linesOf(page, dialog.clientHeight).at(by === 1 ? 0 : -1);
    if (line !== undefined) goTo(line);
  };

  const goTo = (line: Line) => {
    y = (line.top + line.bottom) / 2;
    const { clientHeight } = dialog;
    if (flow.pages === undefined && (y < clientHeight * VIEW.top || y > clientHeight * VIEW.bottom)) {
      const before = dialog.scrollTop;
      dialog.scrollBy({ top: y - clientHeight * (VIEW.top + VIEW.bottom) / 2, behavior: 'instant' });
      y -= dialog.scrollTop - before;
    }
    show();
  };

  bindKey('ArrowDown', () => step(1));
  bindKey('ArrowUp', () => step(-1));
  dialog.addEventListener('pointermove', event => { y = event.clientY; show(); }, { signal: gone, passive: true });
  dialog.addEventListener('scroll', show, { signal: gone, passive: true });
  window.addEventListener('resize', show, { signal: gone, passive: true });
  onSpoken(range => {
    const { top, height } = range.getBoundingClientRect();
    y = top + Math.min(height, 10);
    show();
  });
  flow.onMove(show);
  flow.onLayout(show);
  settings.onChange(show, gone);
  show();
}

/** Where the window ends: a little beyond its line, but not in the next one, whose letters may reach into it. */
function between(next: number | undefined, own: number, room: number): number {
  const beyond = own + room;
  if (next === undefined) return beyond;
  const middle = (next + own) / 2;
  return room < 0 ? Math.max(beyond, middle) : Math.min(beyond, middle);
}
