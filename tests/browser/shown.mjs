//! What the reader shows, read from its own nodes. Each function runs in the page: it can use nothing of this file.

/** The article as a person sees it: head, text, and how many of each thing. */
export function shown(root) {
  const article = root.querySelector('article.article');
  if (article === null) return undefined;
  const dialog = root.querySelector('dialog');
  const words = selector => article.querySelector(selector)?.innerText.trim() ?? '';
  const count = selector => article.querySelectorAll(selector).length;
  return {
    title: words('h1'),
    byline: words('.byline bdi'),
    siteName: words('.site'),
    published: article.querySelector('.credits time')?.getAttribute('datetime') ?? '',
    lang: article.lang,
    dir: article.dir,
    text: article.innerText,
    counts: {
      blocks: article.querySelector('.body').childElementCount,
      figures: count('.body figure:not(.embed)'),
      images: count('.body img'),
      tables: count('.body table'),
      code: count('.body pre'),
      links: count('.body a[href]'),
      headings: count('.body :is(h2, h3, h4, h5, h6)'),
    },
    engine: dialog.dataset.engine,
    milliseconds: JSON.parse(dialog.dataset.milliseconds),
  };
}

/** What a card says; undefined where none is shown. */
export function cardSentence(root) {
  return root.querySelector('.card-sentence')?.textContent;
}

/** The page's own state, in the page's own world: all that must be as before after an exit. */
export function pageState() {
  const { activeElement } = document;
  const selection = document.getSelection();
  const position = node => node === null ? -1 : [...document.getElementsByTagName('*')].indexOf(node.nodeType === 1 ? node : node.parentNode);
  return JSON.stringify({
    html: document.documentElement.outerHTML,
    scroll: [scrollX, scrollY],
    focus: position(activeElement),
    selection: [position(selection.anchorNode), selection.anchorOffset, position(selection.focusNode), selection.focusOffset],
    sheets: document.adoptedStyleSheets.length,
  });
}
