//! Footnotes: the references in the text and the list at its end, linked both ways.

import type { Note } from '../engine/article.ts';
import { text } from '../platform/text.ts';
import { blocks } from './blocks/block.ts';
import { element } from './dom.ts';

/** The raised mark that leads to a footnote. */
export function noteReference(note: string, label: string): Node {
  const mark = element('a', {
    href: `#${noteId(note)}`, id: referenceId(note), role: 'doc-noteref', 'aria-label': text('noteReference', label),
  }, label);
  return element('sup', { class: 'note-reference' }, mark);
}

/** The list of footnotes, or nothing where there are none. References that nothing in `body` refers to lead nowhere back. */
export function notesList(notes: Note[], body: Element): Node | null {
  if (notes.length === 0) return null;
  const heading = element('h2', { id: 'notes-heading' }, text('notes'));
  return element('section', { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes-heading' },
    heading, element('ol', {}, ...notes.map(each => note(each, body))));
}

function note({ id, label, blocks: content }: Note, article: Element): Node {
  const body = element('div', { class: 'note-body' }, blocks(content));
  const item = element('li', { id: noteId(id) }, element('span', { class: 'note-label' }, label), body);
  if (article.querySelector(`#${CSS.escape(referenceId(id))}`) === null) return item;
  const back = element('a', {
    href: `#${referenceId(id)}`, class: 'back-link', role: 'doc-backlink', 'aria-label': text('backToText', label),
  }, '↩\uFE0E');
  // The way back stands at the end of the last line, not on a line of its own.
  const last = body.lastElementChild;
  (last?.localName === 'p' ? last : body).append('\u00A0', back);
  return item;
}

function noteId(note: string): string {
  return `note-${note}`;
}

function referenceId(note: string): string {
  return `reference-${note}`;
}
