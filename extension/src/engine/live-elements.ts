//! The live elements that the engine's numbers name.

/** What a parser reads as text, and a script can put elements into all the same: `noscript` most of all. */
const RAW_TEXT = 'noscript, iframe, noembed, noframes, xmp, style, script, template';

/** Elements in the order of the engine's numbers. */
export interface NumberedElements {
  readonly length: number;
  /** The element of this number. */
  item(number: number): Element | null;
}

/**
 * The elements of the document as its serialization most likely numbers them: without those inside of raw text. They are the
 * live ones: whoever needs them later takes them now.
 *
 * Nearly no page has elements there, and then the browser's own list serves: making an array of all elements takes longer than
 * reading the page. Where there are some, a selector for them would ask every element for all of its ancestors: 8.7 s on a page
 * 100,000 elements deep.
 */
export function numberedElements(page: Document = document, all: NumberedElements & Iterable<Element> = page.getElementsByTagName('*')): NumberedElements {
  if (page.querySelector(`:is(${RAW_TEXT}) > *`) === null) return all;
  const unlisted = new Set<Element>();
  for (const raw of page.querySelectorAll(RAW_TEXT)) {
    for (const inner of raw.getElementsByTagName('*')) unlisted.add(inner);
  }
  const listed = [...all].filter(each => !unlisted.has(each));
  return { length: listed.length, item: number => listed[number] ?? null };
}

/** The same as they are now: a list that stays as it is when the page changes. */
export function listedElements(page: Document = document): Element[] {
  const elements = numberedElements(page);
  return Array.from({ length: elements.length }, (_, number) => elements.item(number)).filter(element => element !== null);
}

/** The elements that numbers name. */
export interface LiveElements {
  get(number: number | undefined): Element | undefined;
}

/**
 * The elements as they are now, where the engine counted as many as there are; otherwise none, because then its numbers name
 * nothing here. The list is the browser's own: of a hundred thousand elements only those that are asked for get here.
 */
export function liveElements(counted: number): LiveElements {
  const elements = numberedElements(document, document.querySelectorAll('*'));
  const isKnown = elements.length === counted;
  return { get: number => isKnown && number !== undefined ? elements.item(number) ?? undefined : undefined };
}
