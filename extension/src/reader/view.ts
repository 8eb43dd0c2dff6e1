//! What a feature of the open reader may use. A feature is one file in `features/`: a function of the view.

import type { Choice } from '../content/ways.ts';
import type { Article, Block } from '../engine/article.ts';
import type { ReadOptions } from '../engine/engine.ts';
import type { LiveElements } from '../engine/live-elements.ts';
import type { SettingsStore } from '../settings/store.ts';
import type { Bar } from './chrome/bar.ts';
import type { Flow } from './flow/flow.ts';
import type { KeyAction } from './keys.ts';

export interface View {
  article: Article;
  /** The page's address. */
  url: string;
  /** The page's elements by their numbers, as they were when the reader opened. */
  live: LiveElements;
  settings: SettingsStore;
  /** Copies of the article's images that are kept, by the addresses that it has them under. */
  images: Map<string, string>;
  bar: Bar;
  root: ShadowRoot;
  /** The scroller, and what settings are applied to. */
  dialog: HTMLDialogElement;
  /** The element of the article: its head, body and notes. */
  document: HTMLElement;
  /** Calls with each part below the head, of the body, notes, comments: those that are there, and in a very long article those that come. */
  eachPart(listener: (part: HTMLElement) => void): void;
  /** The blocks of the body as they are shown: very long lists and tables are several. */
  shown: readonly Block[];
  /** Their elements, as far as they are there. */
  blocks: readonly HTMLElement[];
  /** Begins with the block of this number, as soon as it is there, unless the person is faster or somebody has said where; calls back then. */
  beginAt(block: number, begun?: () => void): void;
  /** Calls when all of the article is there: at once, where it is. */
  onWhole(listener: () => void): void;
  /** Has all of it there now, for what cannot do with less. */
  finish(): void;
  /** Has the rest come without waiting until the browser has nothing else to do: somebody waits for it. */
  hurry(): void;
  /** How the text goes past the window. */
  flow: Flow;
  /** Aborts when the reader is gone. */
  gone: AbortSignal;
  /** Gives a key a meaning while the reader is open. */
  bindKey(name: string, action: KeyAction): void;
  /** How this article was read. */
  options: ReadOptions;
  /** Reads the page again, otherwise or as usual; not there where the page itself is not. */
  reread: ((options: ReadOptions | undefined) => void) | undefined;
  /** Lets the person choose the text by pointing. */
  pick: (() => void) | undefined;
  /** Fetches the article's next page and shows both, or fails; not there where the page itself is not. */
  goOn: (() => Promise<void>) | undefined;
  /** What was chosen to be read, where something was. */
  choice: Choice | undefined;
  /** Tells what is being read aloud. */
  spoken(range: Range): void;
  /** Calls back with what is being read aloud. */
  onSpoken(listener: (range: Range) => void): void;
  /** Says that something could not be stored. */
  unsaved(): void;
  close(): void;
  /** Keeps the empty host in the page until this is done, after the reader has left. */
  holdLeaving(work: () => Promise<void>): void;
}

export type Feature = (view: View) => void;
