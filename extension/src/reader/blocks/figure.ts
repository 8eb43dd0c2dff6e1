//! Figures: one or more images and their caption.

import type { BodyOf, Image } from '../../engine/article.ts';
import * as addresses from '../addresses.ts';
import { element } from '../dom.ts';
import { inlines } from '../inline.ts';

/** Images narrower than this stand in the text column at their own size, in CSS pixels. */
const SMALL = 400;

/** The figure; several images form a grid. */
export function figure(body: BodyOf<'figure'>): HTMLElement {
  const [first] = body.images;
  const small = body.images.length === 1 && first !== undefined && first.width > 0 && first.width < SMALL;
  const shape = body.images.length > 1 ? 'gallery' : small ? 'small' : 'wide';
  const node = element('figure', { 'data-shape': shape }, element('div', { class: 'images' }, ...body.images.map(picture)));
  if (body.caption.length > 0) node.append(element('figcaption', {}, inlines(body.caption)));
  return node;
}

/** An image, linked where the page's own was. */
function picture(image: Image): Node {
  const node = img(image);
  const href = image.href === null ? undefined : addresses.link(image.href);
  return href === undefined ? node : element('a', { href, rel: addresses.REL }, node);
}

function img({ src, candidates, alt, width, height }: Image): Node {
  const address = addresses.resource(src);
  if (address === undefined) return unavailable(alt);
  const node = element('img', {
    src: address,
    srcset: candidates.length > 1 ? sourceSet(candidates) : undefined,
    // The widest that styles let a figure be.
    sizes: candidates.length > 1 ? '(max-width: 860px) 100vw, 860px' : undefined,
    alt,
    // The box is known before the image is, so that the text never moves.
    width: width || undefined,
    height: height || undefined,
    decoding: 'async',
    loading: 'lazy',
  });
  node.addEventListener('error', () => node.replaceWith(unavailable(alt)), { once: true });
  return node;
}

/** A comma or a space in an address would end a candidate: it is percent-encoded. */
function sourceSet(candidates: Image['candidates']): string {
  return candidates
    .filter(([address]) => addresses.resource(address) !== undefined)
    .map(([address, width]) => `${address.replaceAll(',', '%2C').replaceAll(' ', '%20')} ${width}w`)
    .join(', ');
}

/** What stands for an image that could not be loaded: its own text. */
function unavailable(alt: string): Node {
  return element('span', { class: 'unavailable' }, alt);
}
