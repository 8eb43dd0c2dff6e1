//! The reader: shows an article over its page until it is closed.

import type { Choice } from '../content/ways.ts';
import type { Article } from '../engine/article.ts';
import type { Outcome, ReadOptions } from '../engine/engine.ts';
import { liveElements } from '../engine/live-elements.ts';
import { withImages } from '../library/article-images.ts';
import { isOutlived } from '../platform/browser.ts';
import { interfaceDirection, interfaceLanguage, text, type MessageName } from '../platform/text.ts';
import { applySettings } from '../settings/apply.ts';
import type { SettingsStore } from '../settings/store.ts';
import { bar } from './chrome/bar.ts';
import { FEATURES } from './features/features.ts';
import { openFlow, type Flow } from './flow/flow.ts';
import { growing } from './growth.ts';
import { KeyBindings } from './keys.ts';
import { unsavedNotice } from './notice.ts';
import { openOverlay, type Overlay } from './overlay.ts';
import { goTo } from './places.ts';
import type { View } from './view.ts';

/** What the reader needs beside the article. */
export interface ReaderContext {
  url: string;
  settings: SettingsStore;
  /** Which engine read it and how long each stage took. */
  report: Omit<Outcome, 'result'>;
  /** How it was read. */
  options: ReadOptions;
  /** Reads the page again, otherwise or as usual. The reader is gone by then. A kept article has no page to read again. */
  reread?: (options: ReadOptions | undefined) => void;
  /** Lets the person choose the text by pointing. The reader is gone by then. */
  pick?: () => void;
  /** What was chosen to be read, where something was. */
  choice?: Choice | undefined;
  /** Fetches the article's next page and shows both, or fails. The reader is gone when it has succeeded. */
  goOn?: () => Promise<void>;
  /** Where reading begins: at the top, unless a page was joined to the last one. */
  from?: 'last-seam';
  /** Images that are kept, by the addresses in whose place they are shown. What is written down keeps the addresses. */
  images?: Map<string, string>;
  /** Where the way out leads: back to the page, unless it says otherwise. */
  exit?: MessageName;
}

/** Shows `article`. The overlay's `gone` tells when it is closed. */
export function openReader(article: Article, { url, settings, report, options, reread, pick, choice, goOn, from, images, exit = 'exit' }: ReaderContext): Overlay {
  const began = performance.now();
  const close = () => overlay.remove();
  const { page, shown, blocks, eachPart, whenThere, onWhole, finish, hurry, goOn: grow } = growing(images === undefined ? article : withImages(article, images), url);
  // Before the overlay is there, which has an element in the page.
  const live = liveElements(report.elements);
  const controls = bar(exit, close);
  const overlay = openOverlay({
    class: 'reader', label: article.metadata.title || text('untitled'), lang: interfaceLanguage(), dir: interfaceDirection(),
    prepare: dialog => applySettings(dialog, settings.current),
  }, controls.element, page);
  const { dialog, root, gone } = overlay;

  followSettings(overlay, settings, finish);
  // Giving the article the focus scrolled its top under the bar.
  dialog.scrollTop = 0;
  const flow = openFlow(dialog, page, settings, gone);
  // Only over its own page does the link to it lead back.
  followLinks(root, flow, { hurry, onWhole }, reread === undefined ? null : url, close, gone);
  const keys = new KeyBindings(gone);
  keys.bind('Escape', () => { close(); return true; });
  const unsaved = unsavedNotice(dialog);
  settings.onUnsaved(unsaved, gone);
  // What an extension that was replaced does on a click comes to nothing.
  dialog.addEventListener('click', () => { if (isOutlived()) unsaved(); }, { capture: true, signal: gone });
  const listeners: ((range: Range) => void)[] = [];
  let isPlaced = false;
  const beginAt = (number: number, begun?: () => void) => {
    if (isPlaced) return;
    isPlaced = true;
    whenThere(number, block => {
      if (gone.aborted || flow.begun) return;
      flow.goTo(block);
      begun?.();
    });
  };
  const view: View = {
    article, url, live, settings, images: images ?? new Map<string, string>(), bar: controls, root, dialog, document: page, shown, blocks, eachPart, onWhole, finish, hurry, beginAt, flow, gone, close, options, pick, choice, goOn, unsaved, holdLeaving: overlay.holdLeaving,
    reread: reread === undefined ? undefined : otherwise => { close(); reread(otherwise); },
    bindKey: (name, action) => keys.bind(name, action),
    spoken: range => { for (const listener of listeners) listener(range); },
    onSpoken: listener => { listeners.push(listener); },
  };
  for (const feature of FEATURES) feature(view);
  if (from === 'last-seam') goToLastSeam(view);
  keys.bind('Escape', () => controls.closePanel());
  grow(gone);

  dialog.dataset['engine'] = report.engine;
  dialog.dataset['milliseconds'] = JSON.stringify({ ...report.milliseconds, render: performance.now() - began });
  return overlay;
}

function followSettings({ dialog, beneath, gone }: Overlay, settings: SettingsStore, finish: () => void): void {
  const follow = () => {
    beneath.hideScrollBar(dialog);
    // All pages are laid out: they are counted.
    if (settings.current.layout === 'pages') finish();
  };
  follow();
  settings.onChange(changed => {
    applySettings(dialog, changed);
    follow();
  }, gone);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow, { signal: gone });
}

/** Goes on where the joined page begins, with the eye and with the keys. */
function goToLastSeam({ document: page, flow, finish }: View): void {
  finish();
  const seam = [...page.querySelectorAll<HTMLElement>('.seam')].at(-1);
  if (seam === undefined) return;
  seam.tabIndex = -1;
  seam.focus({ preventScroll: true });
  flow.goTo(seam);
}

/** Links within the article move within it; the link to the page itself leads back to it. */
function followLinks(root: ShadowRoot, flow: Flow, { hurry, onWhole }: Pick<View, 'hurry' | 'onWhole'>, url: string | null, close: () => void, signal: AbortSignal): void {
  root.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target.closest('a') : null;
    const href = target?.getAttribute('href');
    if (!href || !(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (href.startsWith('#')) {
      event.preventDefault();
      if (goTo(root, flow, href)) return;
      hurry();
      onWhole(() => { if (!signal.aborted) goTo(root, flow, href); });
    } else if (href === url) {
      event.preventDefault();
      close();
    }
  }, { signal });
}
