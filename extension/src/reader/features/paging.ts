//! Turning pages: by keys, by a press near the edge, by a swipe, by the wheel, and by two buttons beside the page's number.

import { interfaceLanguage, text } from '../../platform/text.ts';
import { icon } from '../chrome/icons.ts';
import { element } from '../dom.ts';
import { usesKeys } from '../keys.ts';
import type { View } from '../view.ts';

/** A press within this part of the window's width turns the page. */
const EDGE = 0.12;

/** A finger that goes this far along turns the page, in CSS pixels, and no further than so much across. */
const SWIPE = 45;

/** A wheel turns one page for each burst of turning: this long a rest, in milliseconds, ends it. */
const REST = 180;

/** Adds the buttons and the ways to turn. */
export function paging({ root, dialog, document: page, settings, flow, gone, bindKey }: View): void {
  const back = element('button', { type: 'button', class: 'tool', 'aria-label': text('pageBack'), title: text('pageBack') }, icon('pageBack'));
  const forward = element('button', { type: 'button', class: 'tool', 'aria-label': text('pageForward'), title: text('pageForward') }, icon('pageForward'));
  const number = element('span', { class: 'page-number', role: 'status' });
  const pager = element('div', { class: 'pager', role: 'group', 'aria-label': text('pages') }, back, number, forward);
  back.addEventListener('click', () => flow.turn(-1));
  forward.addEventListener('click', () => flow.turn(1));

  /** Pages of lines from top to bottom follow each other from right to left, too. */
  const leftIsForward = () => {
    const { writingMode, direction } = getComputedStyle(page);
    return direction === 'rtl' || writingMode === 'vertical-rl';
  };
  const selects = () => document.getSelection()?.isCollapsed === false;

  const format = new Intl.NumberFormat(interfaceLanguage());
  const show = () => {
    const { pages } = flow;
    if (pages === undefined) return pager.remove();
    if (!pager.isConnected) dialog.append(pager);
    pager.dir = leftIsForward() ? 'rtl' : 'ltr';
    number.textContent = text('pageOf', format.format(pages.at), format.format(pages.of));
    // Not disabled: that would take the focus away from whoever has come to the end.
    back.setAttribute('aria-disabled', String(pages.at === 1));
    forward.setAttribute('aria-disabled', String(pages.at === pages.of));
  };
  flow.onMove(show);
  flow.onLayout(show);

  const turn = (by: 1 | -1) => {
    if (flow.pages === undefined || usesKeys(root.activeElement)) return false;
    flow.turn(by);
    return true;
  };
  const end = (which: 'start' | 'end') => () => {
    if (flow.pages === undefined || usesKeys(root.activeElement)) return false;
    flow.toEnd(which);
    return true;
  };
  bindKey('ArrowRight', () => turn(leftIsForward() ? -1 : 1));
  bindKey('ArrowLeft', () => turn(leftIsForward() ? 1 : -1));
  bindKey('PageDown', () => turn(1));
  bindKey('PageUp', () => turn(-1));
  bindKey('ArrowDown', () => turn(1));
  bindKey('ArrowUp', () => turn(-1));
  bindKey(' ', () => !isPressed(root.activeElement) && turn(1));
  bindKey('Shift+ ', () => !isPressed(root.activeElement) && turn(-1));
  bindKey('Home', end('start'));
  bindKey('End', end('end'));

  /** Turns toward a side of the window. */
  const toward = (right: boolean) => flow.turn(right === leftIsForward() ? -1 : 1);
  dialog.addEventListener('click', event => {
    const { target, clientX, detail } = event;
    if (flow.pages === undefined || detail !== 1 || !(target instanceof Element) || isUsed(target) || selects()) return;
    const part = clientX / dialog.clientWidth;
    if (part < EDGE || part > 1 - EDGE) toward(part > 0.5);
  }, { signal: gone });

  let touched: { id: number; x: number; y: number } | undefined;
  page.addEventListener('pointerdown', ({ pointerType, pointerId: id, clientX: x, clientY: y, isPrimary }) => {
    touched = flow.pages !== undefined && pointerType === 'touch' && isPrimary ? { id, x, y } : undefined;
  }, { signal: gone, passive: true });
  page.addEventListener('pointerup', ({ pointerId, clientX, clientY }) => {
    if (touched?.id !== pointerId) return;
    const [x, y] = [clientX - touched.x, clientY - touched.y];
    touched = undefined;
    // The finger takes the page along: to the left for the one on the right.
    if (Math.abs(x) > SWIPE && Math.abs(y) < Math.abs(x) * 0.6 && !selects()) toward(x < 0);
  }, { signal: gone, passive: true });

  let wheeled = -Infinity;
  dialog.addEventListener('wheel', ({ deltaX, deltaY, ctrlKey, target, timeStamp }) => {
    if (flow.pages === undefined || ctrlKey || !(target instanceof Element) || target.closest('.panel, .table[data-wide], .lightbox') !== null) return;
    const rested = timeStamp - wheeled > REST;
    wheeled = timeStamp;
    const by = Math.abs(deltaY) > Math.abs(deltaX) ? deltaY : leftIsForward() ? -deltaX : deltaX;
    if (rested && by !== 0) flow.turn(by > 0 ? 1 : -1);
  }, { signal: gone, passive: true });

  settings.onChange(show, gone);
  show();
}

/** What a space presses. */
function isPressed(focused: Element | null): boolean {
  return focused?.matches('button, a, summary, [role="button"]') ?? false;
}

/** What a click is for itself. */
function isUsed(target: Element): boolean {
  return target.closest('a, button, input, select, summary, label, video, audio, iframe, .panel, .player, .pager, .bar, .lightbox, [role="button"]') !== null;
}
