//! The text stands on pages of one or two columns, which turn. The columns lie side by side, or one below the other where
//! lines run from top to bottom, and the article is a window on them that only this file moves.

import type { Target, Way } from './flow.ts';

/** Two columns where each gets at least this part of the line's width that the person chose: `pages.css` says the same. */
const LEAST_COLUMN = 0.6;

/** What stays free at each side: a part of the window's width, but no less and no more, in CSS pixels. */
const EDGE = { part: 0.04, least: 20, most: 72 };

/** Rounding of the layout, in CSS pixels. */
const ROUNDING = 2;

/** Tells of each page that the person turns. */
export function paged(dialog: HTMLDialogElement, page: HTMLElement, moved: (forward: boolean) => void, gone: AbortSignal): Way {
  let used = false;
  let at = 0;
  let of = 1;
  let step = 1;

  /** Which way the columns lie. */
  const axis = (): 'right' | 'left' | 'down' => {
    const { writingMode, direction } = getComputedStyle(page);
    return writingMode.startsWith('vertical') ? 'down' : direction === 'rtl' ? 'left' : 'right';
  };
  let runs = axis();

  /** How far the window has been moved along the columns. */
  const offset = () => runs === 'down' ? page.scrollTop : Math.abs(page.scrollLeft);
  const along = ({ left, right, top, bottom }: DOMRect): [start: number, end: number] => {
    const frame = page.getBoundingClientRect();
    if (runs === 'down') return [top - frame.top + page.scrollTop, bottom - frame.top + page.scrollTop];
    if (runs === 'left') return [frame.right - right - page.scrollLeft, frame.right - left - page.scrollLeft];
    return [left - frame.left + page.scrollLeft, right - frame.left + page.scrollLeft];
  };
  /** The first and the last page that something stands on. */
  const placesOf = (target: Target): [first: number, last: number] => {
    const boxes = target.getClientRects();
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    if (first === undefined || last === undefined) return [at, at];
    return [Math.floor((along(first)[0] + ROUNDING) / step), Math.floor((along(last)[1] - ROUNDING) / step)];
  };

  const put = () => {
    const to = at * step;
    page.scrollTo({ left: runs === 'down' ? 0 : runs === 'left' ? -to : to, top: runs === 'down' ? to : 0, behavior: 'instant' });
  };
  const show = (wanted: number) => {
    const before = at;
    at = Math.min(of - 1, Math.max(0, wanted));
    put();
    if (at === before) return;
    turned(page, at > before, runs);
    moved(at > before);
  };
  // The browser brings what it finds or gives the focus to into view: the page that it is on turns up.
  page.addEventListener('scroll', () => {
    if (!used || Math.abs(offset() - at * step) < ROUNDING) return;
    show(Math.round(offset() / step));
  }, { signal: gone, passive: true });
  page.addEventListener('focusin', ({ target }) => {
    if (used && target instanceof Element && target !== page && target.closest('.article') === page) show(placesOf(target)[0]);
  }, { signal: gone });

  return {
    lay() {
      used = true;
      runs = axis();
      dialog.scrollTop = 0;
      const style = getComputedStyle(page);
      const gap = parseFloat(style.columnGap) || 0;
      const padding = runs === 'down' ? parseFloat(style.paddingTop) * 2 : parseFloat(style.paddingLeft) * 2;
      const line = parseFloat(style.columnWidth) / LEAST_COLUMN;
      const edge = Math.min(EDGE.most, Math.max(EDGE.least, dialog.clientWidth * EDGE.part));
      dialog.style.setProperty('--page-edge', `${edge}px`);
      const room = dialog.clientWidth - edge * 2;
      const two = room >= line * LEAST_COLUMN * 2 + gap && settingAllowsTwo(dialog);
      if (runs === 'down' || Number.isNaN(line)) dialog.style.removeProperty('--page-width');
      else dialog.style.setProperty('--page-width', `${Math.floor(Math.min(room, two ? line * 2 + gap : line))}px`);
      step = (runs === 'down' ? page.clientHeight : page.clientWidth) - padding + gap;
      for (const table of page.querySelectorAll<HTMLElement>('.body .table')) fit(table);
      const last = [...page.children].findLast(child => child.getClientRects().length > 0);
      of = last === undefined ? 1 : placesOf(last)[1] + 1;
      at = Math.min(at, of - 1);
      // The last page may have one column only: the window must get there all the same.
      page.style.setProperty('--pages-end', `${of * step - gap + padding - 1}px`);
      put();
    },
    leave() {
      used = false;
      at = 0;
      page.scrollTo({ left: 0, top: 0, behavior: 'instant' });
      for (const name of ['--page-width', '--page-edge']) dialog.style.removeProperty(name);
      page.style.removeProperty('--pages-end');
    },
    ahead(target) {
      const [first, last] = placesOf(target);
      return { start: first - at, end: last + 1 - at };
    },
    isReached: target => placesOf(target)[0] <= at,
    goTo: target => show(placesOf(target)[0]),
    restore(target) {
      at = Math.min(of - 1, Math.max(0, placesOf(target)[0]));
      put();
    },
    keepInView(target) {
      const [first, last] = placesOf(target);
      if (first !== at && last !== at) show(first);
    },
    turn: by => show(at + by),
    toEnd: which => show(which === 'end' ? of - 1 : 0),
    get pages() { return { at: at + 1, of }; },
    get read() { return at === 0 && of > 1 ? 0 : (at + 1) / of; },
    get begun() { return at > 0; },
  };
}

/** A window of lines goes over one column, not over two. */
function settingAllowsTwo({ dataset }: HTMLElement): boolean {
  return dataset['focus'] === undefined || dataset['focus'] === 'off';
}

/** A box that scrolls is not divided: only a table that is too wide for the page needs one. */
function fit(table: HTMLElement): void {
  table.removeAttribute('data-wide');
  table.toggleAttribute('data-wide', table.scrollWidth > table.clientWidth + ROUNDING);
}

/** Says which way it went. */
function turned(page: HTMLElement, forward: boolean, runs: 'right' | 'left' | 'down'): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const by = (forward ? 1 : -1) * (runs === 'right' ? 14 : -14);
  page.animate([{ opacity: 0.2, translate: `${by}px` }, { opacity: 1, translate: '0px' }], { duration: 130, easing: 'ease-out' });
}
