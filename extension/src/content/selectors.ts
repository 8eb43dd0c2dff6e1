//! A selector that names a part of a page, and most likely the same part of the site's other pages.

/** Names longer than this, or with digits in them, are made by programs and differ from page to page. */
const LONGEST_NAME = 40;

/** The shortest selector that names `chosen` alone in its document. */
export function selectorOf(chosen: Element): string {
  let below = '';
  for (let at: Element | null = chosen; at !== null && at !== document.documentElement; at = at.parentElement) {
    for (const own of ownSelectors(at)) {
      const selector = own + below;
      if (isOnly(selector, chosen)) return selector;
    }
    below = ` > ${positioned(at)}${below}`;
  }
  return `html${below}`;
}

/** From the most telling to the least. */
function ownSelectors(element: Element): string[] {
  const name = CSS.escape(element.localName);
  const classes = [...element.classList].filter(isSteady).map(each => `.${CSS.escape(each)}`);
  const id = element.id !== '' && isSteady(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  return [...id, ...classes.map(each => name + each), ...(classes.length > 1 ? [name + classes.join('')] : []), name];
}

function positioned(element: Element): string {
  const same = [...element.parentElement?.children ?? []].filter(({ localName }) => localName === element.localName);
  const name = CSS.escape(element.localName);
  return same.length > 1 ? `${name}:nth-of-type(${same.indexOf(element) + 1})` : name;
}

function isSteady(name: string): boolean {
  return name.length <= LONGEST_NAME && !/\d/.test(name);
}

function isOnly(selector: string, chosen: Element): boolean {
  const found = document.querySelectorAll(selector);
  return found.length === 1 && found[0] === chosen;
}
