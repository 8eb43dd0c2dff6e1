//! How far the reading has come: a line at the top and the minutes that are left.

import { text } from '../../platform/text.ts';
import { minutes } from '../dates.ts';
import { element } from '../dom.ts';
import type { View } from '../view.ts';

/** Before this part of the article nobody wants to know what is left. */
const BEGUN = 0.04;

/** Adds the line and keeps it, and the words in the bar, up to date. */
export function progress({ article, bar, dialog, flow }: View): void {
  const line = element('div', { class: 'progress', 'aria-hidden': 'true' });
  dialog.prepend(line);
  const show = () => {
    const { read } = flow;
    line.style.setProperty('--read', read.toFixed(4));
    const left = article.length.minutes * (1 - read);
    bar.say(read < BEGUN || left < 0.5 ? '' : text('timeLeft', minutes(left)));
  };
  flow.onMove(show);
  flow.onLayout(show);
}
