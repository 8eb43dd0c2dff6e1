//! Prints the article; saving it as a PDF goes the same way. Ctrl+P gives the same sheets.

import type { View } from '../view.ts';

/** Adds the button. */
export function printing({ bar }: View): void {
  bar.button('print', 'print', () => window.print());
}
