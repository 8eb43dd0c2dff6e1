//! How the text goes past the window: it scrolls, or pages turn. What needs a place in the text asks here, and need
//! not know which it is. Whatever changes the layout, the words that were being read stay on screen.

import type { SettingsStore } from '../../settings/store.ts';
import { firstWords, partsThat } from './anchor.ts';
import { paged } from './paged.ts';
import { scrolled } from './scrolled.ts';

/** Something that has a place in the text. */
export type Target = Element | Range;

/** One of the two ways. */
export interface Way {
  /** Begins, or begins anew after the layout has changed. */
  lay(): void;
  /** Ends: the other way takes over. */
  leave(): void;
  /** How far ahead of where reading is something begins and ends, in pixels or in pages; negative where it is behind. */
  ahead(target: Target): { start: number; end: number };
  /** Whether reading has come to it. */
  isReached(target: Target): boolean;
  /** Brings its beginning to where one reads. */
  goTo(target: Target): void;
  /** Brings it to where it was before the layout changed, so far ahead. That is no move of the person's. */
  restore(target: Target, ahead: number): void;
  /** Brings it where it can be seen, unless it can. */
  keepInView(target: Target): void;
  /** Goes on, or back, by a window. */
  turn(by: 1 | -1): void;
  toEnd(which: 'start' | 'end'): void;
  /** The page that is shown, from 1, and how many there are; nothing where the text scrolls. */
  readonly pages: { at: number; of: number } | undefined;
  /** How much of the article was read, from 0 to 1. */
  readonly read: number;
  /** Whether it is elsewhere than at the very beginning. */
  readonly begun: boolean;
}

/** What features use of it. */
export interface Flow extends Omit<Way, 'lay' | 'leave' | 'restore'> {
  /** Goes to the next of these places, or to the one before. */
  step(targets: readonly Target[], by: 1 | -1): void;
  /** Calls back after each move, with its direction along the text. */
  onMove(listener: (forward: boolean) => void): void;
  /** Calls back after each change of the layout. */
  onLayout(listener: () => void): void;
}

/** A place within this many pixels counts as the one where reading is. */
const HERE = 2;

/** Makes the text flow as the settings say. */
export function openFlow(dialog: HTMLDialogElement, page: HTMLElement, settings: SettingsStore, gone: AbortSignal): Flow {
  const movers: ((forward: boolean) => void)[] = [];
  const layouts: (() => void)[] = [];
  let anchor: { target: Target; ahead: number } | undefined;
  const moved = (forward: boolean) => {
    const target = way.begun ? firstWords(page, way) : undefined;
    anchor = target === undefined ? undefined : { target, ahead: way.ahead(target).start };
    for (const listener of movers) listener(forward);
  };
  const ways = { scrolled: scrolled(dialog, page, moved, gone), paged: paged(dialog, page, moved, gone) };
  const chosen = () => settings.current.layout === 'pages' ? ways.paged : ways.scrolled;
  let way: Way = chosen();

  const lay = () => {
    if (gone.aborted) return;
    const before = way;
    way = chosen();
    if (way !== before) before.leave();
    way.lay();
    // What was so many pixels away is not as many pages away.
    if (anchor !== undefined) way.restore(anchor.target, way === before ? anchor.ahead : 0);
    for (const listener of layouts) listener();
  };
  // After the settings were applied: this listener is the later one.
  settings.onChange(lay, gone);
  const observer = new ResizeObserver(lay);
  observer.observe(page);
  gone.addEventListener('abort', () => observer.disconnect());
  window.addEventListener('resize', lay, { signal: gone, passive: true });
  document.fonts.addEventListener('loadingdone', lay, { signal: gone });
  // Neither event bubbles.
  for (const type of ['load', 'toggle']) page.addEventListener(type, lay, { signal: gone, capture: true });
  way.lay();

  return {
    ahead: target => way.ahead(target),
    isReached: target => way.isReached(target),
    goTo: target => way.goTo(target),
    keepInView: target => way.keepInView(target),
    turn: by => way.turn(by),
    toEnd: which => way.toEnd(which),
    get pages() { return way.pages; },
    get read() { return way.read; },
    get begun() { return way.begun; },
    step(targets, by) {
      const isPast = partsThat(part => by === 1 ? way.ahead(part).end < 0 : way.ahead(part).start > 0);
      const next = by === 1
        ? targets.find(target => !isPast(target) && way.ahead(target).start > (way.pages ? 0 : HERE))
        : targets.findLast(target => !isPast(target) && way.ahead(target).start < (way.pages ? 0 : -HERE));
      if (next === undefined) way.toEnd(by === 1 ? 'end' : 'start');
      else way.goTo(next);
    },
    onMove: listener => { movers.push(listener); },
    onLayout: listener => { layouts.push(listener); },
  };
}
