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

/** Where footnotes stand, and the list for them. */
export function notesSection(): { section: HTMLElement; list: HTMLElement } {
  const heading = element('h2', { id: 'notes-heading' }, text('notes'));
  const list = element('ol');
  return { list, section: element('section', { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes-heading' }, heading, list) };
}

/** A footnote. One that nothing in `article` refers to leads nowhere back. */
export function note({ id, label, blocks: content }: Note, article: Element): Node {
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
