//! One document's reader: closed, reading, or open. A click goes from each state to the next.

import type { Failure, ReadOptions } from '../engine/engine.ts';
import type { MessageName } from '../platform/text.ts';
import { openCard, type CardAction } from '../reader/card.ts';
import type { Overlay } from '../reader/overlay.ts';
import { openReader } from '../reader/reader.ts';
import { loadSettings } from '../settings/store.ts';
import { read } from './read.ts';

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

  const close = () => {
    if (state.phase === 'open') state.overlay.remove();
    state = { phase: 'closed' };
  };

  const show = (overlay: Overlay) => {
    const open: State = { phase: 'open', overlay };
    state = open;
    // The page may remove the overlay, and the reader closes itself.
    overlay.gone.addEventListener('abort', () => { if (state === open) state = { phase: 'closed' }; });
  };

  const open = async (options: ReadOptions) => {
    const reading: State = { phase: 'reading' };
    state = reading;
    const settings = loadSettings();
    try {
      await documentParsed();
      if (state !== reading) return;
      const { result, ...report } = await read(options);
      const context = { url: document.URL, settings: await settings, report };
      // A second click while the first was at work took it back.
      if (state !== reading) return;
      show('article' in result ? openReader(result.article, context) : openCard(SENTENCES[result.error], actions(open)));
    } catch (reason) {
      if (state !== reading) return;
      console.warn('Lectern:', reason);
      show(openCard('cardFailed', []));
    }
  };

  return {
    toggle() {
      if (state.phase === 'closed') void open({});
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

function actions(open: (options: ReadOptions) => Promise<void>): CardAction[] {
  return [{ label: 'cardReadAnyway', run: () => void open({ readAnyway: true }) }];
}

/** Text that has not arrived cannot be read: a click on a page that is still loading waits for its end. */
function documentParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise(resolve => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
