//! The outline: the article's headings in a panel, with the section that is being read marked.

import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { partsThat } from '../flow/anchor.ts';
import type { View } from '../view.ts';

/** Fewer headings than this are no help. */
const MIN_HEADINGS = 2;

/** As many at once are a few milliseconds' work. */
const AT_ONCE = 200;

/** Adds the panel, and keys from heading to heading. */
export function outline({ article, bar, document: page, eachPart, hurry, flow, bindKey }: View): void {
  const headings: HTMLElement[] = [];
  let links: HTMLElement[] = [];
  let list: HTMLElement | undefined;
  let marked: HTMLElement | undefined;
  const step = (by: 1 | -1) => {
    flow.step(headings, by);
    return true;
  };
  bindKey('Alt+Shift+ArrowDown', () => step(1));
  bindKey('Alt+Shift+ArrowUp', () => step(-1));

  const markCurrent = () => {
    const isBeyond = partsThat(part => !flow.isReached(part));
    const link = links[headings.slice(0, links.length).findLastIndex(heading => !isBeyond(heading) && flow.isReached(heading))];
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    marked = link;
    marked?.setAttribute('aria-current', 'location');
  };
  const itemFor = (heading: HTMLElement) => {
    const link = element('button', { type: 'button', class: 'outline-link' }, heading.textContent ?? '');
    link.addEventListener('click', () => {
      panel?.hidePopover();
      flow.goTo(heading);
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
    links.push(link);
    return element('li', { 'data-level': heading.localName.slice(1) }, link);
  };
  /** Lists the headings that are there, a few at a time, as long as somebody looks at them. */
  const goOn = () => {
    const into = list;
    if (into === undefined || links.length === headings.length) return;
    into.append(...headings.slice(links.length, links.length + AT_ONCE).map(itemFor));
    markCurrent();
    setTimeout(() => { if (list === into && panel?.matches(':popover-open')) goOn(); });
  };

  let panel: HTMLElement | undefined;
  eachPart(part => {
    if (!part.matches('.body')) return;
    const isListed = links.length === headings.length;
    headings.push(...part.querySelectorAll<HTMLElement>('h2, h3, h4, h5, h6'));
    if (isListed && panel?.matches(':popover-open')) goOn();
  });
  const n = Math.max(headings.length, article.blocks.filter(({ body }) => body.kind === 'heading').length);
  if (n < MIN_HEADINGS) return;

  // The panel may stay open while one scrolls beside it.
  flow.onMove(() => { if (panel?.matches(':popover-open')) markCurrent(); });
  panel = bar.panel('outline', 'outline', () => {
    hurry();
    links = [];
    list = element('ol', { class: 'outline', dir: page.dir, lang: page.lang });
    goOn();
    return element('nav', { 'aria-label': text('outline') }, list);
  });
}
