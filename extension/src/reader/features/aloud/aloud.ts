//! Reads aloud, with the sentence and the word marked. A click on a paragraph goes on from there.

import { interfaceLanguage } from '../../../platform/text.ts';
import type { View } from '../../view.ts';
import { markSentence, markWord } from './highlights.ts';
import { player, type PlayerActions } from './player.ts';
import { sentences } from './sentences.ts';
import { speaker } from './speaker.ts';
import { allVoices, primaryOf, voicesFor } from './voices.ts';

/** What a keyboard's own keys do while it reads. */
const MEDIA_KEYS: [key: string, press: (actions: PlayerActions) => void][] = [
  ['MediaPlayPause', actions => actions.playOrPause()],
  ['MediaTrackNext', actions => actions.skip(1)],
  ['MediaTrackPrevious', actions => actions.skip(-1)],
  ['MediaStop', actions => actions.stop()],
];

/** Adds the button that begins. */
export function aloud({ article, bar, settings, dialog, document: page, finish, flow, gone, bindKey, spoken }: View): void {
  let end: (() => void) | undefined;
  let playing: PlayerActions | undefined;
  const toggle = () => {
    if (end === undefined) end = begin();
    else end();
  };
  bar.button('speak', 'aloud', toggle);
  bindKey('Escape', () => {
    if (end === undefined) return false;
    end();
    return true;
  });

  // The browser's own media session is the page's, whose handlers could not be put back; keys that reach the window do.
  for (const [key, press] of MEDIA_KEYS) {
    bindKey(key, () => {
      if (playing !== undefined) press(playing);
      return playing !== undefined;
    });
  }

  function begin(): () => void {
    const all = sentences(page, finish);
    const lang = article.metadata.lang ?? interfaceLanguage();
    const session = new AbortController();
    let voices: SpeechSynthesisVoice[] = [];
    const voiceFor = (of: string) => {
      const fit = voicesFor(of || lang, voices);
      return fit.find(({ voiceURI }) => voiceURI === settings.current.voices[primaryOf(of || lang)]) ?? fit[0];
    };
    const speech = speaker(all, {
      rate: () => settings.current.voiceRate,
      voice: voiceFor,
      onSentence: sentence => {
        markSentence(sentence?.range());
        if (sentence !== undefined) {
          flow.keepInView(sentence.range());
          spoken(sentence.range());
        }
        controls.show(speech.speaking);
      },
      onWord: (sentence, start, finish) => {
        const word = sentence.range(start, finish);
        markWord(word);
        spoken(word);
      },
    });
    const stop = () => {
      session.abort();
      speech.pause();
      controls.element.remove();
      end = undefined;
      playing = undefined;
    };
    const actions: PlayerActions = {
      playOrPause: () => { if (speech.speaking) speech.pause(); else speech.play(); },
      skip: speech.skip,
      stop,
      chooseVoice: voice => {
        settings.change({ voices: { ...settings.current.voices, [primaryOf(lang)]: voice } });
        if (speech.speaking) speech.play();
      },
    };
    const controls = player(settings, actions);
    playing = actions;
    dialog.append(controls.element);
    page.addEventListener('click', event => {
      const from = clicked(event);
      const sentence = from === undefined ? undefined : all.at(from);
      if (sentence !== undefined) speech.play(sentence);
    }, { signal: session.signal });
    gone.addEventListener('abort', stop, { signal: session.signal });
    void allVoices().then(found => {
      if (session.signal.aborted) return;
      voices = found;
      controls.offer(voicesFor(lang, voices), voiceFor(lang)?.voiceURI);
      // Nobody wants to hear again what they have read.
      if (found.length > 0) speech.play(flow.begun ? all.ahead(flow) : all.first());
    });
    controls.show(false);
    return stop;
  }
}

/** What was clicked on; a click on a link is the link's. */
function clicked({ target }: Event): Element | undefined {
  return target instanceof Element && target.closest('a, button, summary, input') === null ? target : undefined;
}
