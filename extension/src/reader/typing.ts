//! A field to type in that the page cannot listen to: keys in the reader still pass the page's earliest listeners, keys
//! in a frame of its own do not.

import { element } from './dom.ts';

/** The frame's content has a document of its own, which takes its looks from here. */
const LOOKS = { display: 'block', width: '100%', height: '100%', 'box-sizing': 'border-box', margin: '0', padding: '8px 10px', border: '0', resize: 'none', background: 'transparent' };

/** A text field of several lines; `typed` hears every change, `leave` the Escape key. */
export function typingField(label: string, value: string, typed: (value: string) => void, leave: () => void): HTMLIFrameElement {
  const frame = element('iframe', { class: 'typing', title: label });
  frame.addEventListener('load', () => {
    const inner = frame.contentDocument;
    if (inner === null || inner.querySelector('textarea') !== null) return;
    const field = inner.createElement('textarea');
    field.value = value;
    field.setAttribute('aria-label', label);
    field.placeholder = label;
    field.dir = 'auto';
    const { color, fontFamily, fontSize } = getComputedStyle(frame);
    for (const [name, look] of Object.entries({ ...LOOKS, color, font: `${fontSize} / 1.4 ${fontFamily}` })) field.style.setProperty(name, look);
    inner.body.style.setProperty('margin', '0');
    inner.documentElement.lang = frame.closest<HTMLElement>('[lang]')?.lang ?? '';
    inner.documentElement.style.setProperty('color-scheme', getComputedStyle(frame).colorScheme);
    field.addEventListener('input', () => typed(field.value));
    field.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      leave();
    });
    inner.body.append(field);
  });
  return frame;
}
