//! An image as large as the window, on a click; Escape or another click puts it back.

import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import type { View } from '../view.ts';

/** Opens images of figures that lead nowhere else. */
export function lightbox({ dialog, document: page, gone, bindKey }: View): void {
  let close: (() => void) | undefined;
  bindKey('Escape', () => {
    const wasOpen = close !== undefined;
    close?.();
    return wasOpen;
  });

  for (const image of page.querySelectorAll<HTMLImageElement>('.images > img')) {
    image.tabIndex = 0;
    image.setAttribute('role', 'button');
    image.setAttribute('aria-label', text('enlarge', image.alt));
    image.addEventListener('click', () => open(image), { signal: gone });
    image.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open(image);
    }, { signal: gone });
  }

  function open(image: HTMLImageElement): void {
    // The same address and candidates: nothing is loaded that the article did not show, but a larger candidate.
    const large = element('img', { src: image.src, srcset: image.srcset || undefined, sizes: image.srcset ? '100vw' : undefined, alt: image.alt });
    const box = element('div', { class: 'lightbox', popover: 'manual', role: 'dialog', 'aria-label': image.alt || text('image'), tabindex: -1 }, large);
    const shut = () => {
      close = undefined;
      box.remove();
      image.focus({ preventScroll: true });
    };
    close = shut;
    box.addEventListener('click', shut);
    dialog.append(box);
    box.showPopover();
    box.focus();
  }
}
