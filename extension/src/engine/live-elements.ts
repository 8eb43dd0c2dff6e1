//! The live elements that the engine's numbers name.

/**
 * A script can put elements where a parser only sees text: into `noscript` most of all. They are listed, but no
 * serialized page has them.
 */
const OUTSIDE_RAW_TEXT = ':not(:is(noscript, iframe, noembed, noframes, xmp, style, script, template) *)';

/** The elements of the document, numbered as its serialization most likely numbers them. */
export function listedElements(): Element[] {
  return [...document.querySelectorAll(OUTSIDE_RAW_TEXT)];
}

/**
 * The same, where the engine counted as many; otherwise nothing, because then its numbers name nothing here. To be
 * asked before the overlay is there, which has an element in the page.
 */
export function liveElements(counted: number): Element[] {
  const all = document.getElementsByTagName('*');
  if (all.length === counted) return [...all];
  const elements = listedElements();
  return elements.length === counted ? elements : [];
}
