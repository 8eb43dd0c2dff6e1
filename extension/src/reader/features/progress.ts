//! How far the reading has come: a line at the top and the minutes that are left.

import { text } from '../../platform/text.ts';
import { minutes } from '../dates.ts';
import { element } from '../dom.ts';
import type { View } from '../view.ts';

/** Before this part of the article nobody wants to know what is left. */
const BEGUN = 0.04;

/** Adds the line and keeps it, and the words in the bar, up to date. */
export function progress({ article, bar, dialog, document: page, gone }: View): void {
  const line = element('div', { class: 'progress', 'aria-hidden': 'true' });
  dialog.prepend(line);
  const body = page.querySelector('.body') ?? page;
  const show = () => {
    const { top, height } = body.getBoundingClientRect();
    const read = Math.min(1, Math.max(0, (dialog.clientHeight - top) / height));
    const scrolled = dialog.scrollTop > 0 ? read : 0;
    line.style.setProperty('--read', scrolled.toFixed(4));
    const left = article.length.minutes * (1 - read);
    bar.say(scrolled < BEGUN || left < 0.5 ? '' : text('timeLeft', minutes(left)));
  };
  let asked = false;
  const showSoon = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (!gone.aborted) show();
    });
  };
  dialog.addEventListener('scroll', showSoon, { signal: gone, passive: true });
  window.addEventListener('resize', showSoon, { signal: gone, passive: true });
}
