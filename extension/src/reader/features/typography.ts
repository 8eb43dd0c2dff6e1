//! The panel of themes, typefaces, sizes and spacing. Every change shows at once in the text beside it.

import { text, type MessageName } from '../../platform/text.ts';
import type { Font } from '../../settings/fonts.ts';
import { DEFAULTS, type Alignment, type Theme } from '../../settings/settings.ts';
import { choice, slider, tick } from '../chrome/controls.ts';
import { element, fragment } from '../dom.ts';
import type { View } from '../view.ts';

const THEME_NAMES: Record<Theme, MessageName> = {
  auto: 'themeAuto',
  light: 'themeLight',
  sepia: 'themeSepia',
  gray: 'themeGray',
  dark: 'themeDark',
  black: 'themeBlack',
  contrast: 'themeContrast',
};

const FONT_LABELS: Record<Font, MessageName> = {
  serif: 'fontSerif',
  sans: 'fontSans',
  mono: 'fontMono',
  atkinson: 'fontAtkinson',
  opendyslexic: 'fontOpenDyslexic',
};

const ALIGNMENT_NAMES: Record<Alignment, MessageName> = {
  start: 'alignStart',
  justify: 'alignJustify',
};

/** Adds the panel. */
export function typography({ bar, settings }: View): void {
  const fill = (): DocumentFragment => {
    const reset = element('button', { type: 'button', class: 'plain-button' }, text('reset'));
    reset.addEventListener('click', () => {
      settings.change(DEFAULTS);
      panel.replaceChildren(fill());
      panel.querySelector('input')?.focus();
    });
    return fragment(
      choice(settings, 'theme', 'theme', THEME_NAMES),
      choice(settings, 'font', 'font', FONT_LABELS),
      slider(settings, 'fontSize', 'fontSize'),
      slider(settings, 'measure', 'measure'),
      slider(settings, 'lineHeight', 'lineHeight'),
      slider(settings, 'paragraphGap', 'paragraphGap'),
      slider(settings, 'letterSpacing', 'letterSpacing'),
      slider(settings, 'wordSpacing', 'wordSpacing'),
      choice(settings, 'alignment', 'alignment', ALIGNMENT_NAMES),
      tick(settings, 'hyphens', 'hyphens'),
      tick(settings, 'dimImages', 'dimImages'),
      reset);
  };
  const panel = bar.panel('type', 'typography', fill);
}
