//! The article as the extension's reader shows it, with the reader's own view, styles and settings.

import type { Article } from '../../extension/src/engine/article.ts';
import { articleDocument } from '../../extension/src/reader/document.ts';
import article from '../../extension/src/reader/styles/article.css';
import languages from '../../extension/src/reader/styles/languages.css';
import theme from '../../extension/src/reader/styles/theme.css';
import { element } from '../../extension/src/reader/dom.ts';
import { applySettings } from '../../extension/src/settings/apply.ts';
import { DEFAULTS, type Theme } from '../../extension/src/settings/settings.ts';
import pane from './reader-pane.css';

export class ReaderPane {
  #paper = element('div', { class: 'paper own-page' });
  #bySource = new Map<number, HTMLElement>();

  constructor(host: HTMLElement, select: (element: number, stay: boolean) => void) {
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [theme, article, languages, pane].map(rules => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      return sheet;
    });
    root.append(this.#paper);
    for (const type of ['mousemove', 'click'] as const) {
      root.addEventListener(type, event => {
        const block = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-source]') : null;
        // Links lead out of here, to where nothing is to be seen.
        if (type === 'click') event.preventDefault();
        if (block !== null) select(Number(block.dataset['source']), type === 'click');
      });
    }
    this.wear('auto');
  }

  wear(name: Theme): void {
    applySettings(this.#paper, { ...DEFAULTS, theme: name, fontSize: 17 });
  }

  /** Shows an article, or a sentence where there is none. */
  show(content: Article | string, url: string): void {
    this.#bySource.clear();
    if (typeof content === 'string') {
      this.#paper.replaceChildren(element('p', { class: 'nothing' }, content));
      return;
    }
    const shown = articleDocument(content, url);
    shown.removeAttribute('autofocus');
    this.#paper.replaceChildren(shown);
    for (const block of shown.querySelectorAll<HTMLElement>('[data-source]')) this.#bySource.set(Number(block.dataset['source']), block);
  }

  /** Marks the block that comes from this element, and brings it into view where asked to. */
  choose(source: number, scroll: boolean): void {
    this.#paper.querySelector('.chosen')?.classList.remove('chosen');
    const block = this.#bySource.get(source);
    block?.classList.add('chosen');
    if (scroll) block?.scrollIntoView({ block: 'center' });
  }
}
