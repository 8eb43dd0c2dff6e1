//! Lists: items, tasks, terms with their descriptions.

import type { BodyOf, Item } from '../../engine/article.ts';
import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import { blocks } from './block.ts';

/** A list; one whose items have boxes to tick is a list of tasks. */
export function list(body: BodyOf<'list'>): HTMLElement {
  const tasks = body.items.some(item => item.checked !== undefined);
  const items = body.items.map(item);
  const attributes = { class: tasks ? 'tasks' : undefined };
  return body.ordered
    ? element('ol', { ...attributes, start: body.start ?? undefined }, ...items)
    : element('ul', attributes, ...items);
}

function item({ value, checked, blocks: content }: Item): Node {
  const node = element('li', { value }, blocks(content));
  if (checked !== undefined) {
    node.prepend(element('input', { type: 'checkbox', disabled: true, checked, 'aria-label': text(checked ? 'done' : 'toDo') }));
  }
  return node;
}

/** Terms and descriptions. */
export function definitions(body: BodyOf<'definitions'>): HTMLElement {
  return element('dl', {}, ...body.items.map(({ term, blocks: content }) => element(term ? 'dt' : 'dd', {}, blocks(content))));
}
