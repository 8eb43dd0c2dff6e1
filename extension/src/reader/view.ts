//! What a feature of the open reader may use. A feature is one file in `features/`: a function of the view.

import type { Choice } from '../content/ways.ts';
import type { Article } from '../engine/article.ts';
import type { ReadOptions } from '../engine/engine.ts';
import type { SettingsStore } from '../settings/store.ts';
import type { Bar } from './chrome/bar.ts';
import type { Flow } from './flow/flow.ts';
import type { KeyAction } from './keys.ts';

export interface View {
  article: Article;
  /** The page's address. */
  url: string;
  /**
   * The page's elements that the article's blocks were made of, and those that were asked for, by their numbers; empty where those
   * name nothing.
   */
  live: ReadonlyMap<number, Element>;
  settings: SettingsStore;
  /** Copies of the article's images that are kept, by the addresses that it has them under. */
  images: Map<string, string>;
  bar: Bar;
  root: ShadowRoot;
  /** The scroller, and what settings are applied to. */
  dialog: HTMLDialogElement;
  /** The element of the article: its head, body and notes. */
  document: HTMLElement;
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
