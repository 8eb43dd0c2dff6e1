//! The voices that there are for a language. Local ones come first: what they say stays on the machine.

/** How long to wait for voices that load late, in milliseconds. */
const PATIENCE = 1500;

/** All voices, once the browser has them. */
export function allVoices(): Promise<SpeechSynthesisVoice[]> {
  const voices = speechSynthesis.getVoices();
  if (voices.length > 0) return Promise.resolve(voices);
  return new Promise(resolve => {
    const done = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener('voiceschanged', done, { once: true });
    setTimeout(done, PATIENCE);
  });
}

/** Voices for this language, the best first: local before remote, the same region before another. */
export function voicesFor(lang: string, voices: SpeechSynthesisVoice[]): SpeechSynthesisVoice[] {
  const primary = primaryOf(lang);
  const rank = (voice: SpeechSynthesisVoice) => (
    (voice.localService ? 0 : 4) + (tag(voice.lang) === tag(lang) ? 0 : 2) + (voice.default ? 0 : 1)
  );
  return voices.filter(voice => primaryOf(voice.lang) === primary).sort((a, b) => rank(a) - rank(b));
}

/** The language without its region: a choice of voice holds for all of them. */
export function primaryOf(lang: string): string {
  return tag(lang).split('-')[0] ?? '';
}

/** Android writes `en_US`. */
function tag(lang: string): string {
  return lang.replace('_', '-').toLowerCase();
}
