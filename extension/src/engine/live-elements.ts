//! The live elements that the engine's numbers name.

/** What a parser reads as text, and a script can put elements into all the same: `noscript` most of all. */
const RAW_TEXT = 'noscript, iframe, noembed, noframes, xmp, style, script, template';

/**
 * The elements of the document as its serialization most likely numbers them: without those inside of raw text.
 * A selector for that would ask every element for all of its ancestors: 8.7 s on a page 100,000 elements deep.
 */
export function listedElements(page: Document = document): Element[] {
  const unlisted = new Set<Element>();
  for (const raw of page.querySelectorAll(RAW_TEXT)) {
    for (const inner of raw.getElementsByTagName('*')) unlisted.add(inner);
  }
  const all = [...page.getElementsByTagName('*')];
  return unlisted.size === 0 ? all : all.filter(each => !unlisted.has(each));
}

/**
 * The same, where the engine counted as many; otherwise nothing, because then its numbers name nothing here. To be
 * asked before the overlay is there, which has an element in the page.
 */
export function liveElements(counted: number): Element[] {
  const elements = listedElements();
  return elements.length === counted ? elements : [];
}
