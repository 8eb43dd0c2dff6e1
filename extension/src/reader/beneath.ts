//! The only rules that the page's own document gets while the reader is open, in an adopted style sheet, which
//! is no part of the DOM. Nothing here moves anything in the page.

/** Rules that hold as long as the overlay is open, from its first frame on. */
export interface Beneath {
  /** Paints the page's own scroll bar over, in the color of the dialog: the reader has its own beside it. */
  hideScrollBar(dialog: HTMLElement): void;
  remove(): void;
}

/** In print, the page beneath is not there. */
const PRINT = '@media print { html > :is(body, frameset) { display: none !important } }';

/** Nothing is shown in a root element that is not, not even what is on top of everything. */
const SHOWN = ':root:not(#\\0, #\\0 #\\0) { display: block !important }';

/**
 * Adds the rules to the document, when it has been painted and there is time: a browser styles the whole page anew for them, which takes
 * Firefox 200 ms for each change on a page with much CSS. Only a root element that is not shown cannot wait.
 */
export function coverPage(): Beneath {
  const root = document.documentElement;
  const always = getComputedStyle(root).display === 'none' ? `${PRINT} ${SHOWN}` : PRINT;
  const rules = new CSSStyleSheet();
  rules.replaceSync(always);
  let reader: HTMLElement | undefined;
  let isAdded = false;
  const paint = (add = () => {}) => {
    const { clientWidth, clientHeight } = root;
    if (reader !== undefined && clientWidth > 0 && (innerWidth > clientWidth || innerHeight > clientHeight)) {
      const color = getComputedStyle(reader).backgroundColor;
      rules.replaceSync(`${always} :root { scrollbar-color: ${color} ${color} !important }`);
    }
    add();
    // A page that shapes its scroll bar itself would get one of another width, and so another layout.
    if (root.clientWidth !== clientWidth) rules.replaceSync(always);
  };
  const add = () => {
    if (isAdded) return;
    isAdded = true;
    paint(() => { document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]; });
  };
  const aborter = new AbortController();
  const { signal } = aborter;
  if (always === PRINT) requestIdleCallback(() => { if (!signal.aborted) add(); }, { timeout: 1000 });
  else add();
  addEventListener('beforeprint', add, { signal });
  return {
    hideScrollBar(dialog) {
      reader = dialog;
      if (isAdded) paint();
    },
    remove() {
      aborter.abort();
      // Setting the list anew would have the page styled anew for nothing.
      if (isAdded) document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter(sheet => sheet !== rules);
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
