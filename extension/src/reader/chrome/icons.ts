//! The reader's icons, drawn on a grid of 24 in the text's own color.

import { svg } from '../dom.ts';

const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  type: 'M3 18L8.5 5.5 14 18M5 14h7M15.5 18l3-7 3 7M16.5 16h4',
  auto: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 4v16',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon; what it means is said by the control that shows it. */
export function icon(name: IconName): SVGSVGElement {
  return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: PATHS[name] }));
}
