//! Room for images before they are there: the page has loaded most of them, and knows how large they are where its markup
//! does not say.

import type { View } from '../view.ts';

/** Says how large images are. */
export function imageSizes({ eachPart, live }: View): void {
  eachPart(part => sizeImages(part, live));
}

function sizeImages(part: HTMLElement, live: View['live']): void {
  for (const image of part.querySelectorAll<HTMLImageElement>('img:not([width][height])')) {
    const source = live.get(Number(image.closest<HTMLElement>('[data-source]')?.dataset['source']));
    const twin = source === undefined ? undefined : imagesIn(source).find(({ currentSrc, src }) => src === image.src || isShownBy(image, currentSrc));
    if (twin === undefined || twin.naturalWidth === 0 || twin.naturalHeight === 0) continue;
    image.width = twin.naturalWidth;
    image.height = twin.naturalHeight;
  }
}

function isShownBy({ src, srcset }: HTMLImageElement, address: string): boolean {
  return address !== '' && (src === address || srcset.split(' ').includes(address));
}

function imagesIn(source: Element): HTMLImageElement[] {
  return source instanceof HTMLImageElement ? [source] : [...source.querySelectorAll('img')];
}
