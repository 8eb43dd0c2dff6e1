//! One document's reader: closed, reading, or open. A click goes from each state to the next.

import type { Article } from '../engine/article.ts';
import type { Failure } from '../engine/engine.ts';
import type { MessageName } from '../platform/text.ts';
import { openCard, type CardAction } from '../reader/card.ts';
import type { Overlay } from '../reader/overlay.ts';
import { prepareFont } from '../reader/features/fonts.ts';
import { openReader, type ReaderContext } from '../reader/reader.ts';
import { rehearseArticle, rehearseLooks } from '../reader/rehearsal.ts';
import { siteOf } from '../settings/sites.ts';
import { loadSettings, type SettingsStore } from '../settings/store.ts';
import { withNextPage } from './next-page.ts';
import { removeOutlived } from './outlived.ts';
import { openPicker } from './picker.ts';
import { captureForBackground, type Capture } from './read.ts';
import { selectedRange } from './selection.ts';
import { choiceOf, readAs, type Way } from './ways.ts';

/** What a person, or what they set for the site, wants of the page. */
export type Intent = 'toggle' | 'selection' | 'auto';

export interface Session {
  act(intent: Intent): void;
  /** The document that what was done last wants the background to read, once: the answer of whoever brought the intent. */
  handOver(): string | null;
}

type Shown = Pick<Overlay, 'gone' | 'remove'>;

type State =
  | { phase: 'closed' }
  | { phase: 'reading'; asked: boolean }
  | { phase: 'open'; overlay: Shown };

/** A closed session. */
export function createSession(): Session {
  let state: State = { phase: 'closed' };
  let settings: Promise<SettingsStore> | undefined;
  let handed: string | null = null;

  const close = () => {
    handed = null;
    if (state.phase === 'open') state.overlay.remove();
    state = { phase: 'closed' };
  };

  const show = (overlay: Shown) => {
    const open: State = { phase: 'open', overlay };
    state = open;
    // The reader closes itself, and the page may remove it.
    overlay.gone.addEventListener('abort', () => { if (state === open) state = { phase: 'closed' }; });
  };

  /** Shows an article; it may be shown anew, longer by a page. */
  const present = (article: Article, context: ReaderContext) => {
    const overlay = openReader(article, {
      ...context,
      goOn: async () => {
        const joined = await withNextPage(article);
        if (overlay.gone.aborted) return;
        close();
        present(joined, { ...context, from: 'last-seam' });
      },
    });
    show(overlay);
  };

  /** Reads, and shows what came of it. Unasked, only an article is shown, and nothing else is said. */
  const open = async (way: Way, asked = true, capture?: Capture) => {
    const mine: State = { phase: 'reading', asked };
    state = mine;
    const loading = settings ??= loadSettings(siteOf(document.URL));
    try {
      await documentParsed();
      if (state !== mine) return;
      // Not before the document is handed over, with this script's end.
      setTimeout(rehearseLooks);
      const fontIsReady = loading.then(({ current }) => prepareFont(current.font));
      // Storage answers while the page is read.
      const [store, reading] = await Promise.all([loading, readAs(way, loading, rehearseArticle, capture), fontIsReady]);
      const pick = () => pickFrom(store);
      const { outcome: { result, ...report }, options } = reading;
      // A second click while the first was at work took it back.
      if (state !== mine) return;
      if ('article' in result && (asked || result.article.kind === 'article' || way.kind !== 'usual')) {
        present(result.article, {
          url: document.URL, settings: store, report, options, choice: choiceOf(reading, store),
          reread: otherwise => void open(otherwise === undefined ? { kind: 'usual' } : { kind: 'options', options: otherwise }), pick,
        });
      } else if ('error' in result && asked) {
        show(openCard(sentence(result.error), otherWays(open, pick), store.current));
      } else {
        state = { phase: 'closed' };
      }
    } catch (reason) {
      if (state !== mine) return;
      console.warn('Lectern:', reason);
      if (asked) show(openCard('cardFailed', [], (await loading).current));
      else state = { phase: 'closed' };
    }
  };

  /** Reads the page as usual. One that is there goes to the background with the answer to the intent. */
  const openAsUsual = (asked: boolean) => {
    const capture = document.readyState === 'loading' ? undefined : captureForBackground();
    handed = capture?.html ?? null;
    void open({ kind: 'usual' }, asked, capture);
  };

  /** Lets the person point at what they want to read. */
  const pickFrom = ({ current }: SettingsStore) => {
    close();
    show(openPicker(current, element => void open({ kind: 'element', element })));
  };

  return {
    act(intent) {
      const { phase } = state;
      // A click on a reader that an update has left behind is one that closes it. This script may have come before the click.
      if (phase === 'closed' && removeOutlived() && intent === 'toggle') return;
      switch (intent) {
        case 'toggle':
          // What is read unasked may come to nothing: whoever clicks meanwhile wants an answer.
          if (phase === 'closed' || (state.phase === 'reading' && !state.asked)) openAsUsual(true);
          else close();
          break;
        case 'selection': {
          close();
          const range = selectedRange();
          if (range === null) openAsUsual(true);
          else void open({ kind: 'selection', range });
          break;
        }
        case 'auto':
          if (phase === 'closed') openAsUsual(false);
          break;
      }
    },
    handOver() {
      const html = handed;
      handed = null;
      return html;
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
function otherWays(open: (way: Way) => Promise<void>, pick: () => void): CardAction[] {
  const ways: CardAction[] = [];
  const range = selectedRange();
  if (range !== null) ways.push({ label: 'cardReadSelection', run: () => void open({ kind: 'selection', range }) });
  if (document.body?.textContent?.trim()) {
    ways.push({ label: 'cardReadAnyway', run: () => void open({ kind: 'options', options: { readAnyway: true } }) });
    ways.push({ label: 'pick', run: pick });
  }
  return ways;
}

/** Text that has not arrived cannot be read: a click on a page that is still loading waits for its end. */
function documentParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise(resolve => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }));
}
