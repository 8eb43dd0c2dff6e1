//! What a person has chosen, and the link that carries it: settings alone, never the page.

import { THEMES, type Theme } from '../../extension/src/settings/settings.ts';
import type { Costs } from './explanation.ts';

export interface Choices {
  /** The sample that is shown; empty for a page of the person's own. */
  sample: string;
  theme: Theme;
  /** Whether the engine is told how the page is laid out, as it is in the extension. */
  layout: boolean;
  /** Costs that differ from those that ship. */
  costs: Partial<Record<CostName, number>>;
}

export const DEFAULTS: Choices = { sample: '', theme: 'auto', layout: true, costs: {} };

/** The costs as sliders have them: both ends of the threshold are numbers of their own. */
export const COSTS = {
  lowest: { min: 0, max: 1, step: 0.01, label: 'Threshold, at least' },
  highest: { min: 0, max: 1, step: 0.01, label: 'Threshold, at most' },
  f1Share: { min: 0, max: 1, step: 0.01, label: 'Threshold, as a share of the best F1' },
  root: { min: 0, max: 60, step: 1, label: 'A further root, in words' },
  rootShare: { min: 0, max: 0.2, step: 0.005, label: 'A further root, as a share of the text' },
  cut: { min: 0, max: 10, step: 0.1, label: 'A cut, in words' },
  extra: { min: 0, max: 20, step: 0.5, label: 'What a block counts beyond its words' },
  caption: { min: 0, max: 1, step: 0.01, label: 'A caption, at least as likely as' },
} as const;

export type CostName = keyof typeof COSTS;
export const COST_NAMES = Object.keys(COSTS) as CostName[];

/** One cost of all. */
export function cost(costs: Costs, name: CostName): number {
  if (name === 'lowest') return costs.threshold[0];
  if (name === 'highest') return costs.threshold[1];
  return costs[name];
}

/** The costs that ship, with what was chosen in their place. The threshold's ends keep their order. */
export function withChosen(shipped: Costs, chosen: Choices['costs']): Costs {
  const { lowest = shipped.threshold[0], highest = shipped.threshold[1], ...others } = chosen;
  return { ...shipped, ...others, threshold: [lowest, Math.max(lowest, highest)] };
}

/** Choices as the part of an address behind `#`; only what differs from the defaults. */
export function toHash({ sample, theme, layout, costs }: Choices): string {
  const said = new URLSearchParams();
  if (sample !== DEFAULTS.sample) said.set('sample', sample);
  if (theme !== DEFAULTS.theme) said.set('theme', theme);
  if (!layout) said.set('layout', 'no');
  for (const [name, value] of Object.entries(costs)) said.set(name, String(value));
  return said.size === 0 ? '' : `#${said}`;
}

/** Choices from such an address; whatever is not allowed is the default. */
export function fromHash(hash: string): Choices {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const theme = THEMES.find(each => each === said.get('theme')) ?? DEFAULTS.theme;
  const costs: Choices['costs'] = {};
  for (const name of COST_NAMES) {
    const { min, max } = COSTS[name];
    const value = Number(said.get(name) ?? Number.NaN);
    if (value >= min && value <= max) costs[name] = value;
  }
  return { sample: said.get('sample') ?? '', theme, layout: said.get('layout') !== 'no', costs };
}
