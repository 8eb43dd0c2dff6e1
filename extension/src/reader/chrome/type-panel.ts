//! The panel of theme, text size and width. Every change shows at once.

import { interfaceLanguage, text, type MessageName } from '../../platform/text.ts';
import { DEFAULTS, RANGES, THEMES, type Theme } from '../../settings/settings.ts';
import type { SettingsStore } from '../../settings/store.ts';
import { element } from '../dom.ts';

/** The panel, a popover that its button opens. */
export function typePanel(settings: SettingsStore): HTMLElement {
  const size = slider(settings, 'fontSize', text('fontSize'));
  const width = slider(settings, 'measure', text('measure'));
  const themes = themeChoice(settings);
  const reset = element('button', { type: 'button', class: 'plain-button' }, text('reset'));
  reset.addEventListener('click', () => {
    settings.change(DEFAULTS);
    for (const control of [size, width, themes]) control.refresh();
  });
  const panel = element('div', { class: 'panel', popover: 'auto', role: 'group', 'aria-label': text('typography') },
    themes.element, size.element, width.element, reset);
  // Another tab may have changed the settings since.
  panel.addEventListener('beforetoggle', () => { for (const control of [size, width, themes]) control.refresh(); });
  return panel;
}

interface Control {
  element: HTMLElement;
  /** Shows the setting's current value. */
  refresh(): void;
}

function slider(settings: SettingsStore, name: keyof typeof RANGES, label: string): Control {
  const { min, max, step } = RANGES[name];
  const input = element('input', { type: 'range', min, max, step });
  const value = element('output');
  const refresh = () => {
    input.value = String(settings.current[name]);
    value.value = new Intl.NumberFormat(interfaceLanguage()).format(settings.current[name]);
  };
  input.addEventListener('input', () => {
    settings.change({ [name]: input.valueAsNumber });
    refresh();
  });
  return { element: element('label', { class: 'slider' }, element('span', {}, label), value, input), refresh };
}

const THEME_NAMES: Record<Theme, MessageName> = {
  auto: 'themeAuto',
  light: 'themeLight',
  sepia: 'themeSepia',
  dark: 'themeDark',
};

function themeChoice(settings: SettingsStore): Control {
  const inputs = THEMES.map(theme => element('input', { type: 'radio', name: 'theme', value: theme }));
  const options = THEMES.map((theme, index) => {
    const input = inputs[index] ?? null;
    input?.addEventListener('change', () => settings.change({ theme }));
    return element('label', { class: 'swatch', 'data-theme': theme }, input, element('span', {}, text(THEME_NAMES[theme])));
  });
  return {
    element: element('fieldset', { class: 'themes' }, element('legend', {}, text('theme')), ...options),
    refresh() {
      for (const input of inputs) input.checked = input.value === settings.current.theme;
    },
  };
}
