//! Reads what the person selected: the whole blocks that the selection touches.

import type { Article, Block } from '../engine/article.ts';
import { listedElements } from '../engine/live-elements.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';

/** The selected range of the page; null when nothing is selected. */
export function selectedRange(): Range | null {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
}

/** Reads the blocks that `range` touches, whatever the page as a whole is. */
export async function readSelection(range: Range, read: (options: ReadOptions) => Promise<Outcome>): Promise<Outcome> {
  const elements = listedElements();
  const outcome = await read({ readAnyway: true, root: elements.indexOf(containing(range)) });
  if (!('article' in outcome.result)) return outcome;
  return { ...outcome, result: { article: within(outcome.result.article, range, elements) } };
}

function containing(range: Range): Element {
  const { commonAncestorContainer: node } = range;
  return node instanceof Element ? node : node.parentElement ?? document.documentElement;
}

/** A block of which the live element is not known stays: nothing selected may be lost. */
function within(article: Article, range: Range, elements: Element[]): Article {
  const touched = ({ element }: Block) => {
    const live = element === undefined ? undefined : elements[element];
    return live === undefined || range.intersectsNode(live);
  };
  return { ...article, blocks: article.blocks.filter(touched) };
}
