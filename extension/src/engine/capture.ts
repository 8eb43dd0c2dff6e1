//! What is taken from the live page where WebAssembly may not run in it: what `src/wasm/live.rs` does elsewhere.
//! The document is only read.

import { numberedElements } from './live-elements.ts';

/** Layout facts of some elements: a mirror of `src/capture.rs`. */
export interface Facts {
  viewportWidth: number;
  pixelRatio: number;
  elements: ElementFacts[];
}

export interface ElementFacts {
  element: number;
  visible: boolean;
  /** Left edge, top edge, width and height in CSS pixels, relative to the document's origin. */
  rect: [number, number, number, number];
  fontSize: number;
  currentSrc: string;
}

/** At most this many elements are asked for a shadow root, those inside other shadow roots included. */
const MAX_HOSTS = 4000;

/** The name of a custom element, where a tag begins; in a script's text perhaps, where it names nothing. */
const CUSTOM_NAME = /<([a-z][^\s\/<>-]*-[^\s\/<>]*)/g;

/** The document as a string, with what its open shadow roots show. */
export function serializedPage(page: Document = document): string {
  const { documentElement } = page;
  const html = documentElement.outerHTML;
  const shadowRoots = openShadowRoots(page, html);
  if (shadowRoots.length === 0) return html;
  // `getHTML` leaves the element itself out; an empty copy of it has its tags.
  const empty = (documentElement.cloneNode() as Element).outerHTML;
  const end = empty.lastIndexOf('</');
  return empty.slice(0, end) + documentElement.getHTML({ shadowRoots }) + empty.slice(end);
}

/**
 * Only custom elements are asked for one, and what is inside their shadow roots. The serialized page says which names there are:
 * to go through all elements for them would take longer than serializing.
 */
function openShadowRoots(page: Document, html: string): ShadowRoot[] {
  const names = new Set(Array.from(html.matchAll(CUSTOM_NAME), ([, name = '']) => name));
  if (names.size === 0) return [];
  const hosts = [...page.querySelectorAll([...names].slice(0, MAX_HOSTS).map(name => CSS.escape(name)).join())].slice(0, MAX_HOSTS);
  const roots: ShadowRoot[] = [];
  for (let asked = 0; asked < MAX_HOSTS; asked += 1) {
    const root = hosts.pop()?.shadowRoot;
    if (root) {
      roots.push(root);
      hosts.push(...[...root.querySelectorAll('*')].slice(0, MAX_HOSTS - asked));
    }
    if (hosts.length === 0) break;
  }
  return roots;
}

/** What layout knows of the elements at these positions. */
export function layoutFacts(positions: number[]): Facts {
  const elements = numberedElements();
  const facts = positions.flatMap(element => {
    const live = elements.item(element);
    return live === null ? [] : [elementFacts(element, live)];
  });
  return { viewportWidth: innerWidth, pixelRatio: devicePixelRatio, elements: facts };
}

function elementFacts(element: number, live: Element): ElementFacts {
  const { x, y, width, height } = live.getBoundingClientRect();
  return {
    element,
    // Words in a menu are often laid out, but not visible. An opacity of 0 may be the start of an animation.
    visible: live.checkVisibility({ visibilityProperty: true }),
    rect: [x + scrollX, y + scrollY, width, height],
    fontSize: 0,
    currentSrc: live instanceof HTMLImageElement ? live.currentSrc : '',
  };
}
