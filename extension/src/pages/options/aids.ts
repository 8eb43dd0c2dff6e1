//! The reading aids: line focus, the pace of reading aloud, and the voices that were chosen, each with a way to forget it.

import { interfaceLanguage, text } from '../../platform/text.ts';
import { lineFocusChoice, paceSlider } from '../../reader/chrome/aid-controls.ts';
import { element } from '../../reader/dom.ts';
import { allVoices } from '../../reader/features/aloud/voices.ts';
import type { SettingsStore } from '../../settings/store.ts';
import { button } from '../page.ts';

/** The controls. Voices are chosen while one listens: `player.ts`. */
export function aids(settings: SettingsStore): HTMLElement {
  const voices = element('ul', { class: 'rows' });
  const show = async () => {
    const chosen = Object.entries(settings.current.voices);
    voices.hidden = chosen.length === 0;
    if (chosen.length === 0) return;
    const known = await allVoices();
    voices.replaceChildren(...chosen.map(([lang, address]) => row(lang, known.find(({ voiceURI }) => voiceURI === address)?.name ?? address)));
  };
  const row = (lang: string, voice: string) => {
    const label = text('voiceFor', new Intl.DisplayNames(interfaceLanguage(), { type: 'language' }).of(lang) ?? lang);
    const forget = button('forget', () => {
      const { [lang]: _, ...others } = settings.current.voices;
      settings.change({ voices: others });
    });
    forget.setAttribute('aria-label', `${text('forget')}: ${label}`);
    return element('li', {}, element('span', {}, label, ' ', element('bdi', { class: 'hint' }, voice)), forget);
  };
  settings.onChange(() => void show(), new AbortController().signal);
  void show();
  return element('div', { class: 'controls aids' }, lineFocusChoice(settings), paceSlider(settings), voices);
}
