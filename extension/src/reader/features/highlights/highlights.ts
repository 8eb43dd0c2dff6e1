//! Highlights with notes: words that a person selects are marked, and can be commented, listed and copied. A mark is a
//! CSS highlight: no node of the article changes.

import { articleAddress } from '../../../library/address.ts';
import { deleteHighlight, loadHighlights, storeHighlight, type Highlight } from '../../../library/highlights.ts';
import { api } from '../../../platform/browser.ts';
import { text } from '../../../platform/text.ts';
import { element } from '../../dom.ts';
import type { View } from '../../view.ts';
import { textPieces } from '../../text-pieces.ts';
import { highlightList } from './list.ts';
import { quoteOf, rangeOfQuote } from './quotes.ts';
import { selectionIn } from '../../selection.ts';

/** Name in the registry of the page's document. */
const MARK = 'lectern-mark';

/** A highlight and where it stands; nowhere, when its words are gone. */
export interface Marked {
  highlight: Highlight;
  range: Range | undefined;
}

/** Distance of the button from the selected words, in CSS pixels. */
const GAP = 8;

/** Adds the panel, and the button beside a selection. */
export function highlights({ article, url, bar, root, dialog, document: page, onWhole, flow, gone, unsaved, bindKey }: View): void {
  // A private window leaves nothing behind.
  if (api.extension.inIncognitoContext) return;
  const bodies = () => [...page.querySelectorAll<HTMLElement>('.body')];
  /** The text around these words: of a very long article only the parts that they are in, and one more on each side. */
  const around = (range: Range) => {
    const all = bodies();
    const isIn = (body: HTMLElement) => range.intersectsNode(body);
    return textPieces(...all.slice(Math.max(0, all.findIndex(isIn) - 1), all.findLastIndex(isIn) + 2));
  };
  const address = articleAddress(url);
  let all: Marked[] = [];

  const show = () => {
    all.sort(inOrder);
    const ranges = all.flatMap(({ range }) => range ?? []);
    if (ranges.length === 0) CSS.highlights.delete(MARK);
    else CSS.highlights.set(MARK, new Highlight_(...ranges));
    if (panel.matches(':popover-open')) panel.replaceChildren(fill());
  };
  const fill = () => highlightList({
    title: article.metadata.title, all,
    write: (highlight, note) => {
      highlight.note = note;
      storeHighlight(address, highlight).catch(unsaved);
    },
    remove: ({ highlight }) => {
      all = all.filter(each => each.highlight !== highlight);
      deleteHighlight(address, highlight.id).catch(unsaved);
      show();
    },
    goTo: range => flow.goTo(range),
    leave: () => panel.hidePopover(),
  });
  const panel = bar.panel('mark', 'highlights', fill);
  panel.classList.add('wide-panel');

  const button = element('button', { type: 'button', class: 'main-button mark-button' }, text('highlight'));
  const mark = () => {
    const range = selectionIn(root);
    const within = range === undefined ? [] : around(range);
    const quote = range === undefined ? undefined : quoteOf(within, range);
    button.remove();
    if (quote === undefined) return false;
    const highlight: Highlight = { id: newId(), quote, note: '', made: Date.now() };
    all.push({ highlight, range: rangeOfQuote(within, quote) });
    document.getSelection()?.removeAllRanges();
    show();
    storeHighlight(address, highlight).catch(unsaved);
    return true;
  };
  // The press itself would take the selection away.
  button.addEventListener('pointerdown', event => event.preventDefault());
  button.addEventListener('click', mark);
  bindKey('Alt+h', mark);
  const offer = () => {
    const range = selectionIn(root);
    if (range === undefined || quoteOf(around(range), range) === undefined) return button.remove();
    if (!button.isConnected) dialog.append(button);
    place(button, range.getBoundingClientRect(), dialog);
  };
  window.addEventListener('selectionchange', () => { if (selectionIn(root) === undefined) button.remove(); }, { capture: true, signal: gone });
  dialog.addEventListener('pointerup', () => requestAnimationFrame(offer), { signal: gone });
  dialog.addEventListener('keyup', ({ shiftKey, key }) => { if (shiftKey || key === 'Shift') offer(); }, { signal: gone });
  dialog.addEventListener('scroll', () => button.remove(), { signal: gone, passive: true });
  page.addEventListener('click', ({ clientX, clientY }) => {
    const hit = all.find(({ range }) => range !== undefined && isAt(range, clientX, clientY));
    if (hit === undefined || selectionIn(root) !== undefined) return;
    panel.showPopover();
    panel.querySelector<HTMLElement>(`[data-highlight="${hit.highlight.id}"]`)?.scrollIntoView({ block: 'nearest' });
  }, { signal: gone });
  gone.addEventListener('abort', () => CSS.highlights.delete(MARK));

  void loadHighlights(address).then(stored => onWhole(() => {
    if (gone.aborted) return;
    // Somebody may have been faster than the storage.
    const older = stored.filter(({ id }) => !all.some(({ highlight }) => highlight.id === id));
    if (older.length === 0) return;
    const within = textPieces(...bodies());
    all.push(...older.map(highlight => ({ highlight, range: rangeOfQuote(within, highlight.quote) })));
    show();
  })).catch(reason => console.warn('Lectern:', reason));
}

/** The platform's class, whose name is also that of what is kept. */
const Highlight_ = globalThis.Highlight;

/** `crypto.randomUUID` is not there on a page without encryption. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map(part => part.toString(36)).join('-');
}

/** Order of the text; what is gone from it comes last. */
function inOrder({ range: a }: Marked, { range: b }: Marked): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.compareBoundaryPoints(Range.START_TO_START, b);
}

function isAt(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
}

/** Above the words, or below them where there is no room. */
function place(button: HTMLElement, words: DOMRect, { clientWidth }: HTMLElement): void {
  const { width, height } = button.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, words.left + words.width / 2 - width / 2), clientWidth - width - GAP);
  const above = words.top - height - GAP;
  button.style.inset = `${above < GAP ? words.bottom + GAP : above}px auto auto ${left}px`;
}
