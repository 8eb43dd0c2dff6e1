//! Controls for settings. Each shows its setting's value when made, and changes it at once.

import { interfaceLanguage, text, type MessageName } from '../../platform/text.ts';
import { RANGES, type Settings } from '../../settings/settings.ts';
import type { SettingsStore } from '../../settings/store.ts';
import { element } from '../dom.ts';

/** The settings that have values of this type. */
type NameOf<Value> = { [Name in keyof Settings]: Settings[Name] extends Value ? Name : never }[keyof Settings];

/** A scale. */
export function slider(settings: SettingsStore, name: keyof typeof RANGES, label: MessageName): HTMLElement {
  const { min, max, step } = RANGES[name];
  const input = element('input', { type: 'range', min, max, step });
  const shown = element('output');
  const format = new Intl.NumberFormat(interfaceLanguage(), { maximumFractionDigits: 2 });
  const show = () => { shown.value = format.format(settings.current[name]); };
  input.value = String(settings.current[name]);
  input.addEventListener('input', () => {
    settings.change({ [name]: input.valueAsNumber });
    show();
  });
  input.addEventListener('change', () => settings.flush());
  show();
  return element('label', { class: 'slider' }, element('span', {}, text(label)), shown, input);
}

/** A choice of a few, all to be seen. `data-NAME` on each lets a style show what it would give. */
export function choice<Name extends NameOf<string>>(
  settings: SettingsStore, name: Name, label: MessageName, options: Record<Settings[Name], MessageName>,
): HTMLElement {
  const labels = (Object.entries(options) as [Settings[Name], MessageName][]).map(([value, words]) => {
    const input = element('input', { type: 'radio', name, value, checked: settings.current[name] === value });
    input.addEventListener('change', () => keep(settings, { [name]: value }));
    return element('label', { class: 'option', [`data-${name}`]: value }, input, element('span', {}, text(words)));
  });
  return element('fieldset', { class: 'choice', 'data-choice': name }, element('legend', {}, text(label)), ...labels);
}

/** Yes or no. */
export function tick(settings: SettingsStore, name: NameOf<boolean>, label: MessageName): HTMLElement {
  const input = element('input', { type: 'checkbox', name, checked: settings.current[name] });
  input.addEventListener('change', () => keep(settings, { [name]: input.checked }));
  return element('label', { class: 'tick' }, input, element('span', {}, text(label)));
}

/** Changes a setting and stores it at once: who has chosen may close the page in the next moment. */
function keep(settings: SettingsStore, change: Partial<Settings>): void {
  settings.change(change);
  settings.flush();
}
