//! The controls of reading aloud, at the bottom of the window.

import { text, type MessageName } from '../../../platform/text.ts';
import type { SettingsStore } from '../../../settings/store.ts';
import { paceSlider } from '../../chrome/aid-controls.ts';
import { icon, type IconName } from '../../chrome/icons.ts';
import { element } from '../../dom.ts';

export interface PlayerActions {
  playOrPause(): void;
  skip(by: 1 | -1): void;
  stop(): void;
  chooseVoice(voice: string): void;
}

export interface Player {
  element: HTMLElement;
  /** Shows whether it speaks. */
  show(speaking: boolean): void;
  /** Offers these voices, the chosen one first; says so when there are none. */
  offer(voices: SpeechSynthesisVoice[], chosen: string | undefined): void;
}

/** The controls; `playOrPause` has the focus at first. */
export function player(settings: SettingsStore, actions: PlayerActions): Player {
  const back = button('back', 'aloudBack', () => actions.skip(-1));
  const play = button('play', 'aloudPlay', actions.playOrPause);
  const forward = button('forward', 'aloudForward', () => actions.skip(1));
  const stop = button('close', 'aloudStop', actions.stop);
  const voice = element('select', { 'aria-label': text('voice'), hidden: true });
  voice.addEventListener('change', () => actions.chooseVoice(voice.value));
  const none = element('span', { role: 'status' });
  return {
    element: element('div', { class: 'player', role: 'group', 'aria-label': text('aloud') },
      back, play, forward, paceSlider(settings), voice, none, stop),
    show(speaking) {
      const label = text(speaking ? 'aloudPause' : 'aloudPlay');
      play.replaceChildren(icon(speaking ? 'pause' : 'play'));
      play.setAttribute('aria-label', label);
      play.title = label;
    },
    offer(voices, chosen) {
      voice.replaceChildren(...voices.map(({ name, voiceURI, localService }) => element('option', {
        value: voiceURI, selected: voiceURI === chosen,
      }, localService ? name : text('voiceRemote', name))));
      voice.hidden = voices.length === 0;
      none.textContent = voices.length === 0 ? text('voiceNone') : '';
    },
  };
}

function button(name: IconName, label: MessageName, press: () => void): HTMLButtonElement {
  const words = text(label);
  const node = element('button', { type: 'button', class: 'tool', 'aria-label': words, title: words }, icon(name));
  node.addEventListener('click', press);
  return node;
}
