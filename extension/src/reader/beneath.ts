//! The only rules that the page's own document gets while the reader is open, in an adopted style sheet, which
//! is no part of the DOM. Nothing here moves anything in the page.

/** Rules that hold as long as the overlay is open. */
export interface Beneath {
  /** Paints the page's own scroll bar over, in the color of the dialog: the reader has its own beside it. */
  hideScrollBar(dialog: HTMLElement): void;
  remove(): void;
}

/** In print, the page beneath is not there. */
const PRINT = '@media print { html > :is(body, frameset) { display: none !important } }';

/** Adds the rules to the document. */
export function coverPage(): Beneath {
  const rules = new CSSStyleSheet();
  rules.replaceSync(PRINT);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  return {
    hideScrollBar(dialog) {
      const { clientWidth, clientHeight } = document.documentElement;
      if (clientWidth === 0 || (innerWidth <= clientWidth && innerHeight <= clientHeight)) return;
      const color = getComputedStyle(dialog).backgroundColor;
      rules.replaceSync(`${PRINT} :root { scrollbar-color: ${color} ${color} !important }`);
      // A page that shapes its scroll bar itself would get one of another width, and so another layout.
      if (document.documentElement.clientWidth !== clientWidth) rules.replaceSync(PRINT);
    },
    remove() {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter(sheet => sheet !== rules);
    },
  };
}
