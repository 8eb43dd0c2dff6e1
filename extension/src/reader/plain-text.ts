//! The words of a block without its form, for comparing and counting.

import type { Block, Inline } from '../engine/article.ts';

/** The text of a block's paragraphs, headings, lists and quotes. */
export function plainText({ body }: Block): string {
  switch (body.kind) {
    case 'paragraph': case 'heading': case 'verse': return inlineText(body.content);
    case 'figure': case 'media': return inlineText(body.caption);
    case 'list': return body.items.map(item => blocksText(item.blocks)).join(' ');
    case 'definitions': return body.items.map(item => blocksText(item.blocks)).join(' ');
    case 'quote': case 'details': case 'callout': case 'post': case 'embed': return blocksText(body.blocks);
    case 'table': return body.rows.flatMap(row => row.cells).map(cell => blocksText(cell.blocks)).join(' ');
    case 'code': return body.text;
    case 'math': case 'rule': case 'seam': return '';
  }
}

/** The text of blocks in a row. */
export function blocksText(blocks: Block[]): string {
  return blocks.map(plainText).join(' ');
}

/** The text of a run. */
export function inlineText(content: Inline[]): string {
  return content.map(textOf).join('');
}

function textOf(run: Inline): string {
  switch (run.kind) {
    case 'text': return run.text;
    case 'break': return ' ';
    case 'ruby': return inlineText(run.base);
    case 'styled': case 'link': case 'abbreviation': case 'time': case 'span': return inlineText(run.content);
    case 'note-reference': case 'anchor': case 'image': case 'math': return '';
  }
}
