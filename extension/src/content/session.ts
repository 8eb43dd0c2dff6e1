//! One document's reader: closed, reading, or open. A click goes from each state to the next.

import type { Failure, Outcome, ReadOptions } from '../engine/engine.ts';
import type { MessageName } from '../platform/text.ts';
import { openCard, type CardAction } from '../reader/card.ts';
import type { Overlay } from '../reader/overlay.ts';
import { openReader } from '../reader/reader.ts';
import { siteOf } from '../settings/sites.ts';
import { loadSettings, type SettingsStore } from '../settings/store.ts';
import { read } from './read.ts';
import { readSelection, selectedRange } from './selection.ts';

export interface Session {
  /** What a click on the toolbar button does. */
  toggle(): void;
}

type State =
  | { phase: 'closed' }
  | { phase: 'reading' }
  | { phase: 'open'; overlay: Overlay };

/** A closed session. */
export function createSession(): Session {
  let state: State = { phase: 'closed' };
  let settings: Promise<SettingsStore> | undefined;

  const close = () => {
    if (state.phase === 'open') state.overlay.remove();
    state = { phase: 'closed' };
  };

  const show = (overlay: Overlay) => {
    const open: State = { phase: 'open', overlay };
    state = open;
    // The reader closes itself, and the page may remove it.
    overlay.gone.addEventListener('abort', () => { if (state === open) state = { phase: 'closed' }; });
  };

  const open = async (reading: () => Promise<Outcome>, options: ReadOptions = {}) => {
    const mine: State = { phase: 'reading' };
    state = mine;
    settings ??= loadSettings(siteOf(document.URL));
    try {
      await documentParsed();
      if (state !== mine) return;
      const { result, ...report } = await reading();
      const reread = (otherwise: ReadOptions) => void open(() => read(otherwise), otherwise);
      const context = { url: document.URL, settings: await settings, report, options, reread };
      // A second click while the first was at work took it back.
      if (state !== mine) return;
      show('article' in result ? openReader(result.article, context) : openCard(sentence(result.error), otherWays(open)));
    } catch (reason) {
      if (state !== mine) return;
      console.warn('Lectern:', reason);
      show(openCard('cardFailed', []));
    }
  };

  return {
    toggle() {
      if (state.phase === 'closed') void open(() => read({}));
      else close();
    },
  };
}

const SENTENCES: Record<Failure, MessageName> = {
  'empty': 'cardEmpty',
  'no-article': 'cardNoArticle',
  'listing': 'cardListing',
  'too-large': 'cardTooLarge',
  'bad-request': 'cardFailed',
  'no-document': 'cardFailed',
};

/** The browser's PDF viewer is a document without text, and "no text yet" would be a riddle. */
function sentence(failure: Failure): MessageName {
  return document.contentType === 'application/pdf' ? 'cardPdf' : SENTENCES[failure];
}

/** What can be read instead of an article. The selection is taken now: a dialog moves it. */
function otherWays(open: (reading: () => Promise<Outcome>) => Promise<void>): CardAction[] {
  const ways: CardAction[] = [];
  const range = selectedRange();
  if (range !== null) ways.push({ label: 'cardReadSelection', run: () => void open(() => readSelection(range, read)) });
  if (document.body?.textContent?.trim()) ways.push({ label: 'cardReadAnyway', run: () => void open(() => read({ readAnyway: true })) });
  return ways;
}

/** Text that has not arrived cannot be read: a click on a page that is still loading waits for its end. */
function documentParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise(resolve => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
