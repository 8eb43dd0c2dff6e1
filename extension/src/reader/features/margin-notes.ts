//! Footnotes in the margin, each beside its mark, where the window is wide enough. The notes themselves move there, not
//! copies of them: there is one of each to hear, to find and to link to.

import type { View } from '../view.ts';

/** Between the text and the notes, between two notes, and between notes and the window's edge, in CSS pixels. */
const GAP = 28;
const BETWEEN = 14;
const EDGE = 20;

/** No note is narrower or wider, in CSS pixels. */
const WIDTH = { least: 170, most: 260 };

/** What may stand wider than the text. */
const WIDE = '.body > :is(figure, .table, .code, .math-block)';

/** Places the notes, and places them anew after each change of the layout. */
export function marginNotes({ root, dialog, document: page, settings, flow }: View): void {
  // Those of a very long article come late, and stay at its end: they would move whenever text above them is laid out.
  const notes = page.querySelector<HTMLElement>('.notes');
  if (notes === null) return;
  const items = [...notes.querySelectorAll<HTMLElement>('ol > li')];
  const head = page.querySelector('.head');

  const place = () => {
    const room = settings.current.marginNotes && settings.current.layout === 'scroll' && head !== null ? roomBeside(head, page, dialog) : undefined;
    if (room === undefined) {
      notes.removeAttribute('data-beside');
      for (const item of items) item.removeAttribute('data-margin');
      return;
    }
    notes.style.setProperty('--note-width', `${room.width}px`);
    notes.style.setProperty('--note-start', `${room.start}px`);
    const top = page.getBoundingClientRect().top;
    const wide = [...page.querySelectorAll(WIDE)].map(each => each.getBoundingClientRect()).filter(room.isInTheWay);
    let free = -Infinity;
    for (const { item, mark } of marked(root, items)) {
      if (mark === null) {
        item.removeAttribute('data-margin');
        continue;
      }
      item.setAttribute('data-margin', '');
      const { height } = item.getBoundingClientRect();
      let at = Math.max(free, mark.getBoundingClientRect().top - 4);
      for (const box of wide) if (at < box.bottom && at + height > box.top) at = box.bottom + BETWEEN;
      item.style.setProperty('--note-top', `${at - top}px`);
      free = at + height + BETWEEN;
    }
    notes.toggleAttribute('data-beside', items.every(item => item.hasAttribute('data-margin')));
  };
  flow.onLayout(place);
  place();
}

/** The place for notes, on the side where lines end; none where it is too narrow. */
function roomBeside(head: Element, page: HTMLElement, dialog: HTMLElement) {
  const text = head.getBoundingClientRect();
  const frame = page.getBoundingClientRect();
  const rightToLeft = page.dir === 'rtl';
  const room = rightToLeft ? text.left : dialog.clientWidth - text.right;
  const width = Math.min(WIDTH.most, room - GAP - EDGE);
  if (width < WIDTH.least) return undefined;
  return {
    width,
    start: (rightToLeft ? frame.right - text.left : text.right - frame.left) + GAP,
    isInTheWay: ({ left, right }: DOMRect) => rightToLeft ? left < text.left - GAP / 2 : right > text.right + GAP / 2,
  };
}

/** Each note with the first mark that refers to it, in the order of the marks. */
function marked(root: ShadowRoot, items: HTMLElement[]): { item: HTMLElement; mark: HTMLElement | null }[] {
  const all = items.map(item => ({ item, mark: root.getElementById(item.id.replace(/^note-/, 'reference-')) }));
  const topOf = (mark: HTMLElement | null) => mark?.getBoundingClientRect().top ?? Infinity;
  return all.sort((a, b) => topOf(a.mark) - topOf(b.mark));
}
