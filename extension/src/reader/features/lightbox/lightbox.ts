//! An image over the whole window, larger where one wants to look closer, with the way to the article's other images.

import { interfaceLanguage, text, type MessageName } from '../../../platform/text.ts';
import { icon, type IconName } from '../../chrome/icons.ts';
import { element } from '../../dom.ts';
import type { View } from '../../view.ts';
import { zoomable, type Zoom } from './zoom.ts';

/** What lies over the window. */
interface Open {
  zoom: Zoom;
  show(by: 1 | -1): void;
  close(): void;
}

/** Opens images of figures that lead nowhere else. */
export function lightbox({ dialog, document: page, eachPart, gone, bindKey }: View): void {
  let open: Open | undefined;
  const bind = (name: string, press: (open: Open) => void) => bindKey(name, () => {
    if (open !== undefined) press(open);
    return open !== undefined;
  });
  bind('Escape', ({ close }) => close());
  // The plus sign takes the Shift key on some keyboards, and on others none.
  for (const name of ['+', 'Shift++', 'Shift+*', '=']) bind(name, ({ zoom }) => zoom.by(1));
  bind('-', ({ zoom }) => zoom.by(-1));
  bind('0', ({ zoom }) => zoom.fit());
  const forward = dialog.dir === 'rtl' ? -1 : 1;
  const arrows: [name: string, x: 1 | 0 | -1, y: 1 | 0 | -1][] = [['ArrowRight', 1, 0], ['ArrowLeft', -1, 0], ['ArrowDown', 0, 1], ['ArrowUp', 0, -1]];
  for (const [name, x, y] of arrows) {
    bind(name, ({ zoom, show }) => {
      if (zoom.isLarger) zoom.move(x, y);
      else if (x !== 0) show(x === forward ? 1 : -1);
    });
  }

  const offer = (image: HTMLImageElement) => {
    image.tabIndex = 0;
    image.setAttribute('role', 'button');
    image.setAttribute('aria-label', text('enlarge', image.alt));
    const press = () => { open = over(image); };
    image.addEventListener('click', press, { signal: gone });
    image.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      press();
    }, { signal: gone });
  };
  eachPart(part => { for (const image of part.querySelectorAll<HTMLImageElement>('.images > img')) offer(image); });

  function over(first: HTMLImageElement): Open {
    // Those that could not be loaded are no longer there.
    const all = [...page.querySelectorAll<HTMLImageElement>('.images > img')];
    let shown = first;
    const large = element('img', { alt: '' });
    const stage = element('div', { class: 'lightbox-stage' }, large);
    const caption = element('p', { class: 'lightbox-caption', dir: page.dir, lang: page.lang });
    const place = element('span', { class: 'lightbox-place', role: 'status' });
    const zoom = zoomable(stage, large, () => box.close());
    const turn = (by: 1 | -1) => {
      shown = all[(all.indexOf(shown) + by + all.length) % all.length] ?? shown;
      fill();
    };
    const several = all.length > 1;
    const box = element('dialog', { class: 'lightbox', autofocus: true, tabindex: -1 },
      element('div', { class: 'lightbox-bar' },
        tool('close', 'cardClose', () => box.close()),
        ...several ? [tool('pageBack', 'imagePrevious', () => turn(-1)), place, tool('pageForward', 'imageNext', () => turn(1))] : [],
        tool('zoomOut', 'zoomOut', () => zoom.by(-1)),
        tool('zoomIn', 'zoomIn', () => zoom.by(1))),
      stage, caption);
    const format = new Intl.NumberFormat(interfaceLanguage());
    const fill = () => {
      const { src, srcset, alt } = shown;
      // The same address and candidates: nothing is loaded that the article did not show, but a larger candidate.
      Object.assign(large, { srcset, src, alt });
      zoom.fit();
      box.setAttribute('aria-label', alt || text('image'));
      caption.textContent = shown.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
      place.textContent = text('imageOf', format.format(all.indexOf(shown) + 1), format.format(all.length));
    };
    fill();
    dialog.append(box);
    // Whatever closes it: a key, a press, or the system's gesture for going back.
    box.addEventListener('close', () => {
      if (box.open) return;
      open = undefined;
      box.remove();
      shown.scrollIntoView({ block: 'nearest' });
      shown.focus({ preventScroll: true });
    });
    box.showModal();
    return { zoom, show: by => { if (several) turn(by); }, close: () => box.close() };
  }
}

function tool(name: IconName, label: MessageName, press: () => void): HTMLButtonElement {
  const words = text(label);
  const node = element('button', { type: 'button', class: 'tool', 'aria-label': words, title: words }, icon(name));
  node.addEventListener('click', press);
  return node;
}
