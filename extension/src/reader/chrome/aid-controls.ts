//! The controls of reading aids, for the reader's panel and player and for the page of options.

import type { MessageName } from '../../platform/text.ts';
import type { LineFocus } from '../../settings/settings.ts';
import type { SettingsStore } from '../../settings/store.ts';
import { choice, slider } from './controls.ts';

const FOCUS_NAMES: Record<LineFocus, MessageName> = {
  off: 'focusOff',
  one: 'focusOne',
  three: 'focusThree',
  five: 'focusFive',
  underline: 'focusUnderline',
};

/** How many lines can be seen at a time. */
export function lineFocusChoice(settings: SettingsStore): HTMLElement {
  return choice(settings, 'lineFocus', 'lineFocus', FOCUS_NAMES);
}

/** How fast a voice reads. */
export function paceSlider(settings: SettingsStore): HTMLElement {
  return slider(settings, 'voiceRate', 'voiceRate');
}
