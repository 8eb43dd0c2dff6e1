//! What the playground says of a page as a whole: its blocks, its metadata and their sources, times, and the sliders.

import { FORMATS, type Format } from '../../extension/src/engine/engine.ts';
import { element, fragment } from '../../extension/src/reader/dom.ts';
import { cost, COST_NAMES, COSTS, type CostName } from './choices.ts';
import type { Costs, ExplainedBlock, Explanation, Removal } from './explanation.ts';
import { button, fate, table } from './inspector.ts';

/** How a block is named in the list: its likelihood, its fate, its first words. */
export function blockOption(explanation: Explanation, block: ExplainedBlock, index: number): HTMLOptionElement {
  const sign = block.removal === null ? '+' : '−';
  return element('option', { value: index, class: block.removal !== null && 'left-out', title: fate(explanation, block) },
    `${sign} ${block.likely.toFixed(2)} ${block.text}`);
}

const STAGES: Record<Removal['stage'], string> = {
  prune: 'Pruned before scoring',
  select: 'Not selected',
  clean: 'Cleaned out of the selection',
  build: 'Not built into the article',
};

/** The colors, and how much of the page each has. */
export function legend({ blocks, removals }: Explanation): HTMLElement {
  const count = (stage: string | undefined) => blocks.filter(({ removal }) => (removal === null ? undefined : removals[removal]?.stage) === stage).length;
  const line = (label: string, stage?: string) => element('li', {},
    element('span', { class: 'sign', 'data-stage': stage }), `${label}: ${count(stage)} of ${blocks.length} blocks`);
  return element('ul', { class: 'legend' }, line('Kept'), ...Object.entries(STAGES).map(([stage, label]) => line(label, stage)));
}

/** The metadata, each field with the source that won. */
export function metadata({ article }: Explanation): Node {
  if (article === null) return element('p', {}, 'There is no article.');
  const sources = new Map(article.metadata.sources.map(([field, source]) => [field.replaceAll('-', ''), source.replaceAll('-', ' ')]));
  const { sources: _, ...fields } = article.metadata;
  const rows = Object.entries(fields).map(([field, value]) => [field, shown(value), sources.get(field.toLowerCase()) ?? '']);
  const verdict = [['kind', article.kind, ''], ['readable', article.readable ? 'yes' : 'no, read anyway', '']];
  return table('Each field, and where it was found', ['Field', 'Value', 'Source'], [...rows, ...verdict]);
}

function shown(value: unknown): string {
  if (value === null || value === '') return '–';
  return Array.isArray(value) ? value.join('; ') || '–' : String(value);
}

/** What each stage took. */
export function times({ stages }: Explanation): Node {
  const label = (name: string) => (name === 'whole' ? 'All of extraction, once more' : name);
  return table('Milliseconds', ['Stage', 'Time'], stages.map(([name, time]) => [label(name), time.toFixed(2)]));
}

/** Sliders for the costs of choosing. */
export function sliders(costs: Costs, change: (name: CostName, value: number) => void, reset: () => void): Node {
  return fragment(...COST_NAMES.map(name => {
    const { min, max, step, label } = COSTS[name];
    const input = element('input', { type: 'range', min, max, step, name });
    const value = element('output');
    const show = () => { value.value = String(Number(input.valueAsNumber.toFixed(3))); };
    input.value = String(cost(costs, name));
    show();
    input.addEventListener('input', () => {
      show();
      change(name, input.valueAsNumber);
    });
    return element('label', { class: 'slider' }, element('span', {}, label), value, input);
  }), element('div', { class: 'buttons' }, button('As shipped', reset)));
}

/** A button for each form in which an article can be saved. */
export function exports(save: (format: Format) => void): Node {
  const names: Record<Format, string> = { markdown: 'Markdown', html: 'HTML', text: 'Text', epub: 'EPUB' };
  return element('div', { class: 'buttons' }, ...FORMATS.map(format => button(names[format], () => save(format))));
}
