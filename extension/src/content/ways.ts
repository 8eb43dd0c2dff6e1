//! The ways to read a page: as usual, otherwise than usual, or what is selected of it.

import { listedElements, liveElements } from '../engine/live-elements.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { changeSite } from '../settings/sites.ts';
import type { SettingsStore } from '../settings/store.ts';
import { read, type Capture } from './read.ts';
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

/** What was chosen to be read of the page, which can be remembered for the whole site. */
export interface Choice {
  site: string;
  remembered: boolean;
  remember(on: boolean): Promise<void>;
}

/** Reads the page this way; as usual, as it was captured. Settings may still be on their way. `meanwhile` is called as by `read`. */
export async function readAs(way: Way, settings: Promise<SettingsStore>, meanwhile: () => void, capture?: Capture): Promise<Reading> {
  switch (way.kind) {
    case 'usual': return readWith(settings.then(usual), meanwhile, capture);
    case 'options': return readWith(way.options, meanwhile);
    case 'element': return readWith(of(way.element), meanwhile);
    case 'selection': return { outcome: await readSelection(way.range, read), options: {} };
  }
}

/** What was chosen to be read otherwise than the engine would, if something was: another part, or more of it. */
export function choiceOf({ outcome, options: { root, restore = [] } }: Reading, { site, choice }: SettingsStore): Choice | undefined {
  const numbers = [...root === undefined ? [] : [root], ...restore];
  if (numbers.length === 0) return undefined;
  const live = liveElements(outcome.elements);
  const selectorsOf = (some: number[]) => some.flatMap(number => live.get(number) ?? []).map(selectorOf);
  const [part] = selectorsOf(root === undefined ? [] : [root]);
  const putBack = selectorsOf(restore);
  if ((part === undefined && putBack.length === 0) || site === '') return undefined;
  const chosen = { ...(part === undefined ? {} : { part }), ...(putBack.length === 0 ? {} : { putBack }) };
  return {
    site,
    remembered: part === choice.part && String(putBack) === String(choice.putBack ?? []),
    remember: on => changeSite(site, ({ part: _part, putBack: _putBack, ...others }) => on ? { ...others, ...chosen } : others),
  };
}

async function readWith(options: ReadOptions | Promise<ReadOptions>, meanwhile: () => void, capture?: Capture): Promise<Reading> {
  return { outcome: await read(options, meanwhile, capture), options: await options };
}

/** What is remembered for the site, where this page has it. */
function usual({ choice: { part, putBack = [] } }: SettingsStore): ReadOptions {
  const element = part === undefined ? null : found(part);
  const elements = putBack.length === 0 ? [] : listedElements();
  const restore = putBack.map(selector => elements.indexOf(found(selector) as Element)).filter(number => number >= 0);
  return { ...(element === null ? {} : of(element)), ...(restore.length === 0 ? {} : { restore }) };
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
