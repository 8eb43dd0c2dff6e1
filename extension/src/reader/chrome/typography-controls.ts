//! The controls of text and theme, for the reader's panel and the page of options.

import { interfaceLanguage, text, type MessageName } from '../../platform/text.ts';
import { contrast, ownInks } from '../../settings/colors.ts';
import type { Font } from '../../settings/fonts.ts';
import type { Alignment, ColorName, Layout, Theme } from '../../settings/settings.ts';
import type { SettingsStore } from '../../settings/store.ts';
import { element, fragment } from '../dom.ts';
import { choice, slider, tick } from './controls.ts';

const THEME_NAMES: Record<Theme, MessageName> = {
  auto: 'themeAuto',
  light: 'themeLight',
  sepia: 'themeSepia',
  gray: 'themeGray',
  dark: 'themeDark',
  black: 'themeBlack',
  contrast: 'themeContrast',
  custom: 'themeCustom',
};

const FONT_LABELS: Record<Font, MessageName> = {
  serif: 'fontSerif',
  sans: 'fontSans',
  mono: 'fontMono',
  atkinson: 'fontAtkinson',
  opendyslexic: 'fontOpenDyslexic',
};

const LAYOUT_NAMES: Record<Layout, MessageName> = {
  scroll: 'layoutScroll',
  columns: 'layoutColumns',
  pages: 'layoutPages',
};

const ALIGNMENT_NAMES: Record<Alignment, MessageName> = {
  start: 'alignStart',
  justify: 'alignJustify',
};

/** All controls; they change the settings at once. */
export function typographyControls(settings: SettingsStore): DocumentFragment {
  return fragment(
    choice(settings, 'theme', 'theme', THEME_NAMES),
    ownColors(settings),
    choice(settings, 'font', 'font', FONT_LABELS),
    slider(settings, 'fontSize', 'fontSize'),
    slider(settings, 'measure', 'measure'),
    slider(settings, 'lineHeight', 'lineHeight'),
    slider(settings, 'paragraphGap', 'paragraphGap'),
    slider(settings, 'letterSpacing', 'letterSpacing'),
    slider(settings, 'wordSpacing', 'wordSpacing'),
    choice(settings, 'alignment', 'alignment', ALIGNMENT_NAMES),
    choice(settings, 'layout', 'layout', LAYOUT_NAMES),
    verticalLines(settings),
    tick(settings, 'hyphens', 'hyphens'),
    tick(settings, 'bionic', 'bionic'),
    tick(settings, 'syllables', 'syllables'),
    element('p', { class: 'no-syllables' }, text('syllablesNone')),
    tick(settings, 'marginNotes', 'marginNotes'),
    tick(settings, 'dimImages', 'dimImages'),
    tick(settings, 'showLinks', 'showLinks'),
    tick(settings, 'showImages', 'showImages'));
}

/** Only pages have lines from top to bottom: a style shows it there. */
function verticalLines(settings: SettingsStore): HTMLElement {
  const box = tick(settings, 'vertical', 'vertical');
  box.classList.add('vertical');
  return box;
}

/** The colors of the person's own theme, each with what it amounts to. A style shows them in that theme only. */
function ownColors(settings: SettingsStore): HTMLElement {
  const paper = color(settings, 'paperColor', 'colorPaper');
  const inks = [color(settings, 'inkColor', 'colorInk', 'ink'), color(settings, 'linkColor', 'colorLink', 'link')];
  const box = element('div', { class: 'own-colors' }, paper.row, ...inks.map(({ row }) => row));
  const tell = () => { for (const ink of inks) ink.tell(); };
  box.addEventListener('input', tell);
  tell();
  return box;
}

/** A choice of color; `tell` says how well it can be read on the paper as it is shown. */
function color(settings: SettingsStore, name: ColorName, label: MessageName, as?: 'ink' | 'link'): { row: HTMLElement; tell(): void } {
  const input = element('input', { type: 'color', value: settings.current[name] });
  const told = element('output', { class: 'contrast' });
  input.addEventListener('input', () => settings.change({ [name]: input.value }));
  input.addEventListener('change', () => settings.flush());
  return {
    row: element('label', { class: 'color' }, input, element('span', {}, text(label)), told),
    tell() {
      if (as === undefined) return;
      const { [name]: chosen, paperColor: paper } = settings.current;
      const { [as]: shown } = ownInks(settings.current);
      const format = new Intl.NumberFormat(interfaceLanguage(), { maximumFractionDigits: 1 });
      told.value = text(shown === chosen ? 'contrastRatio' : 'contrastCorrected', format.format(contrast(shown, paper)));
    },
  };
}
