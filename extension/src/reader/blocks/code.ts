//! Program text: it keeps its white space, runs left to right in every language, and can be copied.

import type { BodyOf } from '../../engine/article.ts';
import { copyText } from '../../platform/clipboard.ts';
import { text } from '../../platform/text.ts';
import { element } from '../dom.ts';

/** How long the button says that it copied, in milliseconds. */
const COPIED_FOR = 1600;

/** A block of code that scrolls by itself. */
export function code(body: BodyOf<'code'>): HTMLElement {
  const label = body.language ?? text('code');
  const program = element('pre', { tabindex: 0, role: 'region', 'aria-label': label, dir: 'ltr', translate: 'no' },
    element('code', {}, body.text));
  return element('div', { class: 'code' }, element('div', { class: 'code-bar' },
    element('span', { 'aria-hidden': 'true' }, body.language ?? ''), copyButton(body.text)), program);
}

function copyButton(program: string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'quiet-button' }, text('copy'));
  button.addEventListener('click', async () => {
    button.textContent = text(await copyText(program) ? 'copied' : 'copyFailed');
    setTimeout(() => { button.textContent = text('copy'); }, COPIED_FOR);
  });
  return button;
}
