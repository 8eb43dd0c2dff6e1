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

/** Nothing is shown in a root element that is not, not even what is on top of everything. */
const SHOWN = ':root:not(#\\0, #\\0 #\\0) { display: block !important }';

/** Adds the rules to the document. */
export function coverPage(): Beneath {
  const rules = new CSSStyleSheet();
  const always = getComputedStyle(document.documentElement).display === 'none' ? `${PRINT} ${SHOWN}` : PRINT;
  rules.replaceSync(always);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  return {
    hideScrollBar(dialog) {
      const { clientWidth, clientHeight } = document.documentElement;
      if (clientWidth === 0 || (innerWidth <= clientWidth && innerHeight <= clientHeight)) return;
      const color = getComputedStyle(dialog).backgroundColor;
      rules.replaceSync(`${always} :root { scrollbar-color: ${color} ${color} !important }`);
      // A page that shapes its scroll bar itself would get one of another width, and so another layout.
      if (document.documentElement.clientWidth !== clientWidth) rules.replaceSync(always);
    },
    remove() {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter(sheet => sheet !== rules);
    },
  };
}

/** Takes rules away that a script has left which can do nothing any more. */
export function uncoverPage(): void {
  const own = new CSSStyleSheet();
  own.replaceSync(PRINT);
  const isOurs = ({ cssRules: [first] }: CSSStyleSheet) => first?.cssText === own.cssRules[0]?.cssText;
  document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter(sheet => !isOurs(sheet));
}
