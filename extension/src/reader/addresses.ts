//! Which addresses may be followed or loaded. The engine resolved and checked them; this is the second lock.

/** Of a link that leads out of the article: who is gone to does not learn from where, and gets no hand on the page. */
export const REL = 'noopener noreferrer';

const LINKS = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const RESOURCES = new Set(['http:', 'https:', 'data:', 'blob:']);

/** The address of a link when its scheme is harmless. */
export function link(address: string): string | undefined {
  return checked(address, LINKS);
}

/** The address of an image, film or sound when its scheme is harmless; of data, only pictures. */
export function resource(address: string): string | undefined {
  if (address.startsWith('data:') && !address.startsWith('data:image/')) return undefined;
  return checked(address, RESOURCES);
}

/** The address of a frame: another site's page, over an encrypted connection. */
export function frame(address: string): string | undefined {
  return checked(address, new Set(['https:']));
}

function checked(address: string, schemes: Set<string>): string | undefined {
  const url = URL.parse(address);
  return url !== null && schemes.has(url.protocol) ? address : undefined;
}
