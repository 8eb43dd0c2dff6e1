//! The outline: the article's headings in a panel, with the section that is being read marked.

import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import type { View } from '../view.ts';

/** Fewer headings than this are no help. */
const MIN_HEADINGS = 2;

/** Adds the panel, and keys from heading to heading. */
export function outline({ article, bar, document: page, eachPart, finish, flow, bindKey }: View): void {
  const headings: HTMLElement[] = [];
  eachPart(part => { if (part.matches('.body')) headings.push(...part.querySelectorAll<HTMLElement>('h2, h3, h4, h5, h6')); });
  const step = (by: 1 | -1) => {
    flow.step(headings, by);
    return true;
  };
  bindKey('Alt+Shift+ArrowDown', () => step(1));
  bindKey('Alt+Shift+ArrowUp', () => step(-1));
  const n = Math.max(headings.length, article.blocks.filter(({ body }) => body.kind === 'heading').length);
  if (n < MIN_HEADINGS) return;

  let links = new Map<HTMLElement, HTMLElement>();
  const markCurrent = () => {
    const current = headings.findLast(heading => flow.isReached(heading));
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  // The panel may stay open while one scrolls beside it.
  flow.onMove(() => { if (panel.matches(':popover-open')) markCurrent(); });

  const panel = bar.panel('outline', 'outline', () => {
    finish();
    links = new Map(headings.map(heading => [heading, element('button', { type: 'button', class: 'outline-link' }, heading.textContent ?? '')]));
    const items = [...links].map(([heading, link]) => {
      link.addEventListener('click', () => {
        panel.hidePopover();
        flow.goTo(heading);
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      });
      return element('li', { 'data-level': heading.localName.slice(1) }, link);
    });
    markCurrent();
    return element('nav', { 'aria-label': text('outline') }, element('ol', { class: 'outline', dir: page.dir, lang: page.lang }, ...items));
  });
}
