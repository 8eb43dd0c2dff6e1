//! The reader's icons, drawn on a grid of 24 in the text's own color.

import { svg } from '../dom.ts';

const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  type: 'M3 18L8.5 5.5 14 18M5 14h7M15.5 18l3-7 3 7M16.5 16h4',
  outline: 'M4 6h.01M8 6h12M4 12h.01M8 12h12M4 18h.01M8 18h8',
  speak: 'M4 10v4h3l5 4V6L7 10zM15.5 9a4 4 0 010 6M18 6.5a8 8 0 010 11',
  print: 'M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z',
  play: 'M8 5.5v13l11-6.5z',
  pause: 'M8 5.5v13M16 5.5v13',
  back: 'M18 6v12l-9-6zM6 6v12',
  forward: 'M6 6v12l9-6zM18 6v12',
  zoomIn: 'M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20M10.5 7.5v6M7.5 10.5h6',
  zoomOut: 'M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20M7.5 10.5h6',
  pageBack: 'M15 5l-7 7 7 7',
  pageForward: 'M9 5l7 7-7 7',
  focus: 'M4 5h16M4 19h16M4 12h16M2 9v6M22 9v6',
  save: 'M12 4v11M7.5 11L12 15.5 16.5 11M5 19.5h14',
  mark: 'M4 20h16M9 15.5l-2.5-2.5 8.5-8.5 3.5 3.5-8.5 8.5H7.5',
  removed: 'M4 5h16l-6.2 8v5.5l-3.6 1.7V13z',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon; what it means is said by the control that shows it. */
export function icon(name: IconName): SVGSVGElement {
  return svg('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, svg('path', { d: PATHS[name] }));
}
