//! Highlights in Markdown: each a quotation with its note below.

import type { Highlight } from './highlights.ts';

/** The highlights below a heading, in the order given; empty where there are none. */
export function highlightsInMarkdown(heading: string, highlights: Highlight[]): string {
  if (highlights.length === 0) return '';
  const parts = highlights.map(({ quote, note }) => [quoted(quote.exact), escaped(note.trim())].filter(Boolean).join('\n\n'));
  return `## ${escaped(heading)}\n\n${parts.join('\n\n')}\n`;
}

function quoted(words: string): string {
  return words.split('\n').map(line => `> ${escaped(line.trim())}`).join('\n');
}

/** Signs that would mean something else in Markdown; at the start of a line also what begins a list or a heading. */
function escaped(words: string): string {
  return words.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/^(\s*)([#+-]|\d+[.)])/gm, '$1\\$2');
}
