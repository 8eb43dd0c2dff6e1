//! The outline: the article's headings in a panel, with the section that is being read marked.

import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import type { View } from '../view.ts';

/** Fewer headings than this are no help. */
const MIN_HEADINGS = 2;

/** A heading counts as read when its top is within this part of the window. */
const READING_LINE = 0.3;

/** Adds the panel, and keys from heading to heading. */
export function outline({ bar, dialog, document: page, bindKey }: View): void {
  const headings = [...page.querySelectorAll<HTMLElement>('.body :is(h2, h3, h4, h5, h6)')];
  bindKey('Alt+Shift+ArrowDown', () => step(headings, dialog, 1));
  bindKey('Alt+Shift+ArrowUp', () => step(headings, dialog, -1));
  if (headings.length < MIN_HEADINGS) return;

  const panel = bar.panel('outline', 'outline', () => {
    const current = currentOf(headings, dialog);
    const items = headings.map(heading => {
      const link = element('button', { type: 'button', class: 'outline-link', 'aria-current': heading === current ? 'location' : undefined }, heading.textContent ?? '');
      link.addEventListener('click', () => {
        panel.hidePopover();
        goToHeading(heading);
      });
      return element('li', { 'data-level': heading.localName.slice(1) }, link);
    });
    return element('nav', { 'aria-label': text('outline') }, element('ol', { class: 'outline', dir: page.dir, lang: page.lang }, ...items));
  });
}

function currentOf(headings: HTMLElement[], dialog: HTMLElement): HTMLElement | undefined {
  const line = dialog.clientHeight * READING_LINE;
  return headings.findLast(heading => heading.getBoundingClientRect().top < line);
}

function step(headings: HTMLElement[], dialog: HTMLElement, by: 1 | -1): boolean {
  const tops = headings.map(heading => ({ heading, top: heading.getBoundingClientRect().top - parseFloat(getComputedStyle(heading).scrollMarginTop) }));
  const next = by === 1 ? tops.find(({ top }) => top > 2) : tops.findLast(({ top }) => top < -2);
  if (next) goToHeading(next.heading);
  else dialog.scrollTo({ top: by === 1 ? dialog.scrollHeight : 0 });
  return true;
}

function goToHeading(heading: HTMLElement): void {
  heading.scrollIntoView({ block: 'start' });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
