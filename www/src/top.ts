//! The bar at the top: where the page comes from, and the theme that it is read in.

import { element } from '../../extension/src/reader/dom.ts';
import { THEMES, type Theme } from '../../extension/src/settings/settings.ts';
import type { Choices } from './choices.ts';
import { decoded } from './files.ts';
import { button } from './inspector.ts';

/** A page of our own, made by the build from `tests/pages`. */
export interface Sample {
  name: string;
  title: string;
  url: string;
}

/** What the bar asks for. */
export interface TopActions {
  sample(name: string): void;
  page(html: string, name: string): void;
  theme(name: Theme): void;
  layout(on: boolean): void;
  link(): void;
}

export interface Top {
  node: HTMLElement;
  /** The page's address, as the person has it. */
  url: HTMLInputElement;
  samples: HTMLSelectElement;
  status: HTMLElement;
}

/** Makes the bar. */
export function top(samples: Sample[], choices: Choices, actions: TopActions): Top {
  const status = element('p', { class: 'status', role: 'status' });
  const url = element('input', { type: 'url', name: 'address', placeholder: 'https://example.org/page', spellcheck: 'false' });
  const list = select('sample', ['', ...samples.map(({ name }) => name)], choices.sample, name => actions.sample(name));
  [...list.options].forEach((option, at) => { option.label = samples[at - 1]?.title ?? 'none of ours'; });
  const file = element('input', { type: 'file', accept: '.html,.htm,.xhtml,text/html' });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) actions.page(decoded(new Uint8Array(await chosen.arrayBuffer())), chosen.name);
  });
  const source = element('textarea', { name: 'source', 'aria-label': 'HTML', spellcheck: 'false' });
  const layout = element('input', { type: 'checkbox', name: 'layout', checked: choices.layout });
  layout.addEventListener('change', () => actions.layout(layout.checked));
  const node = element('header', { class: 'top' },
    element('a', { class: 'skip', href: '#why' }, 'To the explanation'),
    element('h1', {}, 'Lectern playground'),
    element('label', {}, 'Sample', list),
    element('label', {}, 'File', file),
    element('label', {}, 'Address', url),
    element('label', {}, 'Theme', select('theme', THEMES, choices.theme, name => actions.theme(name as Theme))),
    element('label', {}, layout, 'Layout facts'),
    button('Copy link to these settings', actions.link),
    element('details', {}, element('summary', {}, 'Paste a page, or drop a file anywhere. Nothing leaves this tab.'), source,
      button('Read it', () => actions.page(source.value, 'what was pasted'))),
    status);
  return { node, url, samples: list, status };
}

function select(name: string, values: readonly string[], chosen: string, change: (value: string) => void): HTMLSelectElement {
  const node = element('select', { name }, ...values.map(value => element('option', { value, selected: value === chosen }, value)));
  node.addEventListener('change', () => change(node.value));
  return node;
}
