//! The one thing that the reader adds to a page: a host element with a closed shadow root and, in it, a modal
//! dialog in the top layer. The page beneath is inert, untouched, and neither seen nor printed.

import article from './styles/article.css';
import chrome from './styles/chrome.css';
import languages from './styles/languages.css';
import overlay from './styles/overlay.css';
import print from './styles/print.css';
import theme from './styles/theme.css';
import beneath from './styles/beneath.css';
import { element } from './dom.ts';
import { containEvents } from './isolation.ts';
import { rememberPage } from './page-state.ts';

/** An open overlay. */
export interface Overlay {
  root: ShadowRoot;
  dialog: HTMLDialogElement;
  /** Aborts when the overlay is gone, whoever removed it. */
  gone: AbortSignal;
  /** Removes the overlay and puts the page back as it was. */
  remove(): void;
}

/** Puts the overlay over the page, with `content` in its dialog. */
export function openOverlay(attributes: { class: string; label: string; lang: string; dir: string }, ...content: Node[]): Overlay {
  const restorePage = rememberPage();
  const host = element('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [theme, overlay, chrome, article, languages, print].map(sheet);
  const { class: name, label, lang, dir } = attributes;
  const dialog = element('dialog', { class: name, 'aria-label': label, lang, dir }, ...content);
  root.append(dialog);

  const beneathSheet = sheet(beneath);
  const aborter = new AbortController();
  const gone = aborter.signal;
  const remove = () => {
    if (gone.aborted) return;
    aborter.abort();
    observer.disconnect();
    // Closing first gives the focus back to the element that had it.
    if (dialog.open) dialog.close();
    host.remove();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter(other => other !== beneathSheet);
    restorePage();
  };
  // A page may remove what it does not know, or replace its whole root element.
  const observer = new MutationObserver(() => { if (!host.isConnected) remove(); });

  containEvents(host, gone);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, beneathSheet];
  document.documentElement.append(host);
  observer.observe(document, { childList: true });
  observer.observe(document.documentElement, { childList: true });
  dialog.showModal();
  return { root, dialog, gone, remove };
}

function sheet(text: string): CSSStyleSheet {
  const rules = new CSSStyleSheet();
  rules.replaceSync(text);
  return rules;
}
