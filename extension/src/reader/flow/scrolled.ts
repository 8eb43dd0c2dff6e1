//! The text scrolls.

import { PART } from './anchor.ts';
import type { Target, Way } from './flow.ts';

/** Where a paragraph comes to stand, below the bar, from the top of the window, in CSS pixels. */
export const TOP = 72;

/** What begins above this part of the window has been reached. */
const READING_LINE = 0.3;

/** For so many frames a long article may still move after a jump. */
const SETTLING = 4;

/** What is said or pointed at stays in this part of the window. */
const VIEW = { top: 0.15, bottom: 0.7 };

/** Tells of each move that the person makes, once a frame. */
export function scrolled(dialog: HTMLDialogElement, page: HTMLElement, moved: (forward: boolean) => void, gone: AbortSignal): Way {
  let last = 0;
  let asked = false;
  /** Where the layout has put it: no move of the person's. */
  let laid = -1;
  let used = false;
  dialog.addEventListener('scroll', () => {
    if (asked || !used || Math.abs(dialog.scrollTop - laid) < 1) return;
    asked = true;
    laid = -1;
    requestAnimationFrame(() => {
      asked = false;
      const forward = dialog.scrollTop > last;
      last = dialog.scrollTop;
      if (!gone.aborted && used) moved(forward);
    });
  }, { signal: gone, passive: true });

  /** Whether what comes near is laid out only then. */
  const settles = page.querySelector('.body[data-long], .parts') !== null;
  /** Where it is; of what stands in a part that is far from the window, where that is: the browser would lay the part out to say more. */
  const roughly = (target: Target): DOMRect => {
    const part = target instanceof Element ? target.closest(PART)?.getBoundingClientRect() : undefined;
    const isFar = part !== undefined && (part.bottom < 0 || part.top > dialog.clientHeight);
    return isFar ? part : target.getBoundingClientRect();
  };
  const bring = (target: Target, ahead: number) => dialog.scrollBy({ top: target.getBoundingClientRect().top - TOP - ahead, behavior: 'instant' });
  /** What is laid out only now, because it is on screen, pushes the target away. */
  const settle = (jump: () => void, frames = settles ? SETTLING : 0) => {
    jump();
    if (frames > 0) requestAnimationFrame(() => { if (!gone.aborted && used) settle(jump, frames - 1); });
  };
  return {
    lay() { used = true; },
    leave() { used = false; },
    ahead(target) {
      const { top, bottom } = roughly(target);
      return { start: top - TOP, end: bottom - TOP };
    },
    isReached: target => roughly(target).top < dialog.clientHeight * READING_LINE,
    goTo: target => settle(() => bring(target, 0)),
    restore(target, ahead) {
      bring(target, ahead);
      laid = dialog.scrollTop;
    },
    keepInView(target) {
      const { top, bottom } = target.getBoundingClientRect();
      const { clientHeight } = dialog;
      if (top < clientHeight * VIEW.top || bottom > clientHeight * VIEW.bottom) dialog.scrollBy({ top: top - clientHeight * VIEW.top });
    },
    turn: by => dialog.scrollBy({ top: by * dialog.clientHeight * 0.9 }),
    toEnd: which => settle(() => dialog.scrollTo({ top: which === 'end' ? dialog.scrollHeight : 0 })),
    pages: undefined,
    get read() {
      if (dialog.scrollTop <= 0) return 0;
      const bodies = page.querySelectorAll('.body');
      const top = bodies[0]?.getBoundingClientRect().top ?? 0;
      const bottom = bodies[bodies.length - 1]?.getBoundingClientRect().bottom ?? 0;
      return Math.min(1, Math.max(0, (dialog.clientHeight - top) / (bottom - top)));
    },
    get begun() { return dialog.scrollTop > 0; },
  };
}
