//! The list of highlights in the panel: each leads to its words, and has its note and a way to delete it.

import { highlightsInMarkdown } from '../../../library/highlights-markdown.ts';
import type { Highlight } from '../../../library/highlights.ts';
import { copyText } from '../../../platform/clipboard.ts';
import { counted, text, type MessageName } from '../../../platform/text.ts';
import { element, fragment } from '../../dom.ts';
import { typingField } from '../../typing.ts';
import type { Marked } from './highlights.ts';

export interface ListActions {
  title: string;
  all: Marked[];
  write(highlight: Highlight, note: string): void;
  remove(marked: Marked): void;
  goTo(range: Range): void;
  /** Escape, in a note. */
  leave(): void;
}

/** The panel's content. */
export function highlightList({ title, all, write, remove, goTo, leave }: ListActions): DocumentFragment {
  const heading = element('h2', { class: 'panel-title' }, text('highlights'));
  if (all.length === 0) return fragment(heading, element('p', {}, text('highlightsNone')));
  const status = element('span', { role: 'status' });
  const copy = button('highlightsCopy', async () => {
    status.textContent = text(await copyText(highlightsInMarkdown(title, all.map(({ highlight }) => highlight))) ? 'copied' : 'copyFailed');
  });
  return fragment(heading,
    element('ul', { class: 'highlights' }, ...all.map(item)),
    element('div', { class: 'candidates' }, copy, element('span', { class: 'left-out-reason' }, counted('nHighlights', all.length)), status));

  function item(marked: Marked): HTMLElement {
    const { highlight, range } = marked;
    const words = element('q', { dir: 'auto' }, highlight.quote.exact);
    const quote = range === undefined
      ? element('div', {}, words, element('span', { class: 'left-out-reason' }, text('highlightLost')))
      : element('button', { type: 'button', class: 'outline-link' }, words);
    if (range !== undefined) quote.addEventListener('click', () => goTo(range));
    return element('li', { 'data-highlight': highlight.id },
      quote,
      typingField(text('highlightNote'), highlight.note, note => write(highlight, note), leave),
      button('highlightDelete', () => remove(marked)));
  }
}

function button(label: MessageName, press: () => void): HTMLButtonElement {
  const node = element('button', { type: 'button', class: 'quiet-button' }, text(label));
  node.addEventListener('click', press);
  return node;
}
