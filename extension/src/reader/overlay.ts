//! The one thing that the reader adds to a page: a host element with a closed shadow root and, in it, a modal
//! dialog in the top layer. The page beneath is inert, untouched, and neither seen nor printed.

import { coverPage, type Beneath } from './beneath.ts';
import { element } from './dom.ts';
import { containEvents, containSelection } from './isolation.ts';
import { rememberPage } from './page-state.ts';
import article from './styles/article.css';
import chrome from './styles/chrome.css';
import languages from './styles/languages.css';
import layouts from './styles/layouts.css';
import lightbox from './styles/lightbox.css';
import overlay from './styles/overlay.css';
import print from './styles/print.css';
import theme from './styles/theme.css';

/** An open overlay. */
export interface Overlay {
  root: ShadowRoot;
  dialog: HTMLDialogElement;
  beneath: Beneath;
  /** Aborts when the overlay is gone, whoever removed it. */
  gone: AbortSignal;
  /** Removes the overlay and puts the page back as it was. */
  remove(): void;
  /** Keeps the empty host a moment longer: until this is done. */
  holdLeaving(work: () => Promise<void>): void;
}

/** What names the dialog, and whether it is the reader or a card. */
export interface OverlayAttributes {
  class: 'reader' | 'card';
  label: string;
  lang: string;
  dir: string;
  /** Sets the dialog up before it is laid out for the first time. */
  prepare(dialog: HTMLDialogElement): void;
}

/** Puts the overlay over the page, with `content` in its dialog. */
export function openOverlay({ class: name, label, lang, dir, prepare }: OverlayAttributes, ...content: Node[]): Overlay {
  const restorePage = rememberPage();
  const host = element('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = styleSheets();
  const dialog = element('dialog', { class: name, 'aria-label': label, lang, dir }, ...content);
  prepare(dialog);
  root.append(dialog);

  const beneath = coverPage();
  const aborter = new AbortController();
  const gone = aborter.signal;
  const held: (() => Promise<void>)[] = [];
  const remove = () => {
    if (gone.aborted) return;
    aborter.abort();
    // Closing first gives the focus back to the element that had it.
    if (dialog.open) dialog.close();
    if (held.length === 0) host.remove();
    else void Promise.all(held.map(work => work())).finally(() => host.remove());
    beneath.remove();
    restorePage();
  };
  containEvents(host, gone);
  containSelection(root, gone);
  document.documentElement.append(host);
  watch(host, remove, gone);
  stayOnTop(dialog, root, remove, gone);
  // Android's back gesture asks a dialog to close.
  dialog.addEventListener('cancel', event => { event.preventDefault(); remove(); }, { signal: gone });
  dialog.showModal();
  return { root, dialog, beneath, gone, remove, holdLeaving: work => { held.push(work); } };
}

/** A page may remove what it does not know, put it elsewhere, or replace its whole root element. */
function watch(host: Element, removed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(() => { if (host.parentNode !== document.documentElement) removed(); });
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** A page that comes back on top so many times is left alone. */
const MOST_RAISED = 20;

/**
 * Whatever is opened last is on top: a dialog or a popover that the page opens now would lie over the reader, and look as if it
 * were a part of it. So the reader is opened once more.
 */
function stayOnTop(dialog: HTMLDialogElement, root: ShadowRoot, give: () => void, signal: AbortSignal): void {
  let raised = 0;
  const raise = () => {
    raised += 1;
    if (raised > MOST_RAISED) return give();
    const { scrollTop } = dialog;
    const { activeElement } = root;
    dialog.close();
    dialog.showModal();
    // What lay over the reader lies over it again.
    for (const inner of dialog.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      inner.close();
      inner.showModal();
    }
    dialog.scrollTop = scrollTop;
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
  };
  // What opens inside of the shadow root is not heard of here.
  document.addEventListener('toggle', ({ target }) => {
    if (target instanceof Element && target !== root.host && target.matches(':modal, :popover-open')) raise();
  }, { capture: true, signal });
  document.addEventListener('fullscreenchange', () => {
    if (document.fullscreenElement !== null && document.fullscreenElement !== root.host) raise();
  }, { capture: true, signal });
}

let sheets: CSSStyleSheet[] | undefined;

/** The reader's style sheets, the same each time that it opens over this document. */
export function styleSheets(): CSSStyleSheet[] {
  return sheets ??= [theme, overlay, chrome, article, languages, layouts, lightbox, print].map(sheet);
}

function sheet(rules: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}
