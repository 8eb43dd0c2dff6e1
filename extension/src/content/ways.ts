//! The ways to read a page: as usual, otherwise than usual, or what is selected of it.

import { listedElements, liveElements } from '../engine/live-elements.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { changeSite } from '../settings/sites.ts';
import type { SettingsStore } from '../settings/store.ts';
import { read } from './read.ts';
import { readSelection } from './selection.ts';
import { selectorOf } from './selectors.ts';

export type Way =
  | { kind: 'usual' }
  | { kind: 'options'; options: ReadOptions }
  | { kind: 'element'; element: Element }
  | { kind: 'selection'; range: Range };

/** A reading, and the choices that led to it. */
export interface Reading {
  outcome: Outcome;
  options: ReadOptions;
}

/** The part of the page that was chosen to be read, which can be remembered for the whole site. */
export interface ChosenPart {
  site: string;
  remembered: boolean;
  remember(on: boolean): Promise<void>;
}

/** Reads the page this way. */
export async function readAs(way: Way, settings: SettingsStore): Promise<Reading> {
  switch (way.kind) {
    case 'usual': return readWith(usual(settings));
    case 'options': return readWith(way.options);
    case 'element': return readWith(of(way.element));
    case 'selection': return { outcome: await readSelection(way.range, read), options: {} };
  }
}

/** What was chosen to be read instead of what the engine would choose, if something was. */
export function chosenPart({ outcome, options }: Reading, { site, part }: SettingsStore): ChosenPart | undefined {
  const chosen = options.root === undefined ? undefined : liveElements(outcome.elements)[options.root];
  if (chosen === undefined || site === '') return undefined;
  const selector = selectorOf(chosen);
  return {
    site,
    remembered: part === selector,
    remember: on => changeSite(site, ({ part: _, ...others }) => on ? { ...others, part: selector } : others),
  };
}

async function readWith(options: ReadOptions): Promise<Reading> {
  return { outcome: await read(options), options };
}

/** The part that is remembered for the site, where this page has it. */
function usual({ part }: SettingsStore): ReadOptions {
  const element = part === undefined ? null : found(part);
  return element === null ? {} : of(element);
}

function of(element: Element): ReadOptions {
  const root = listedElements().indexOf(element);
  return root < 0 ? { readAnyway: true } : { readAnyway: true, root };
}

/** A selector comes from storage, or from a file: it may be none. */
function found(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
