//! The next page of the article, fetched and joined where the person asks for it. Beside it stays the link that opens it.

import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';
import type { View } from '../view.ts';

/** Adds the button. */
export function nextPage(view: View): void {
  view.onWhole(() => offer(view));
}

function offer({ article, document: page, goOn }: View): void {
  const place = page.querySelector('.next-page');
  if (place === null || goOn === undefined) return;
  const number = String(2 + article.blocks.filter(({ body }) => body.kind === 'seam').length);
  const button = element('button', { type: 'button', class: 'main-button' }, text('nextPageRead', number));
  const status = element('span', { role: 'status' });
  button.addEventListener('click', () => {
    button.disabled = true;
    status.textContent = text('nextPageFetching', number);
    goOn().catch(() => {
      button.remove();
      status.textContent = text('nextPageFailed', number);
    });
  });
  place.prepend(button, status);
}
