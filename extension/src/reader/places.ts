//! Places in the article that links point to.

import type { Flow } from './flow/flow.ts';

/** Names of the article's places are kept apart from the ids of the reader's own controls. */
export function anchorId(name: string): string {
  return `place-${name}`;
}

/** Brings the place that a link within the article names into view, and the focus with it; false where there is no such place. */
export function goTo(root: ShadowRoot, flow: Pick<Flow, 'goTo'>, hash: string): boolean {
  const place = root.getElementById(decoded(hash.slice(1)));
  if (place === null) return false;
  flow.goTo(place);
  if (place.tabIndex < 0) place.setAttribute('tabindex', '-1');
  place.focus({ preventScroll: true });
  return true;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
