//! Footnotes where they are referred to: a click on a mark shows its note beside it.

import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { goTo } from '../places.ts';
import type { View } from '../view.ts';

/** Distance between a mark and its note, and of a note from the edges of the window, in CSS pixels. */
const GAP = 8;

/** Shows notes in a popover. */
export function notePopovers({ root, dialog, document: page, hurry, onWhole, flow, gone, bindKey }: View): void {
  const words = element('div', { class: 'note-words' });
  const all = element('button', { type: 'button', class: 'quiet-button' }, text('toNotes'));
  const popover = element('div', { class: 'panel note-popover', popover: 'auto', role: 'note', dir: page.dir, lang: page.lang }, words, all);
  dialog.append(popover);
  bindKey('Escape', () => {
    const open = popover.matches(':popover-open');
    if (open) popover.hidePopover();
    return open;
  });

  page.addEventListener('click', event => {
    const mark = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.note-reference a') : null;
    if (mark === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (show(mark)) return;
    hurry();
    onWhole(() => { if (!gone.aborted) show(mark); });
  }, { signal: gone });

  /** Shows the note of a mark, if it is there. */
  function show(mark: HTMLAnchorElement): boolean {
    const hash = mark.getAttribute('href') ?? '';
    const item = root.getElementById(hash.slice(1));
    const note = item?.querySelector('.note-body');
    if (item === null || !note) return false;
    // It can be seen already: the focus says which it is.
    if (item.hasAttribute('data-margin')) {
      item.tabIndex = -1;
      item.scrollIntoView({ block: 'nearest' });
      item.focus({ preventScroll: true });
      return true;
    }
    const copy = note.cloneNode(true) as HTMLElement;
    for (const twin of copy.querySelectorAll('[id]')) twin.removeAttribute('id');
    copy.querySelector('.back-link')?.remove();
    words.replaceChildren(copy);
    all.onclick = () => {
      popover.hidePopover();
      goTo(root, flow, hash);
    };
    popover.showPopover();
    place(popover, mark.getBoundingClientRect(), dialog);
    return true;
  }
}

/** Below the mark, or above it where there is no room. */
function place(popover: HTMLElement, mark: DOMRect, { clientWidth, clientHeight }: HTMLElement): void {
  const { width, height } = popover.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, mark.left + mark.width / 2 - width / 2), clientWidth - width - GAP);
  const below = mark.bottom + GAP;
  const top = below + height > clientHeight ? Math.max(GAP, mark.top - GAP - height) : below;
  popover.style.inset = `${top}px auto auto ${left}px`;
}
