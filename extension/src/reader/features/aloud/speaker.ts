//! Speaks sentences one after the other.

import type { Sentence, Sentences } from './sentences.ts';

export interface SpeakerOptions {
  rate(): number;
  voice(lang: string): SpeechSynthesisVoice | undefined;
  /** A sentence begins; none when it is over or paused. */
  onSentence(sentence: Sentence | undefined): void;
  /** A word of it is said, where the voice tells. */
  onWord(sentence: Sentence, start: number, end: number): void;
}

export interface Speaker {
  readonly speaking: boolean;
  /** Speaks from this sentence on, or from where it was. */
  play(from?: Sentence): void;
  /** Stops, and remembers where. The platform's own pause is not kept by every voice. */
  pause(): void;
  /** Goes on, or back, by a sentence. */
  skip(by: 1 | -1): void;
}

/** A speaker at the first sentence. */
export function speaker(sentences: Sentences, { rate, voice, onSentence, onWord }: SpeakerOptions): Speaker {
  let at = sentences.first();
  /** The utterance that counts: events of a canceled one come late. */
  let current: SpeechSynthesisUtterance | undefined;

  const silence = () => {
    current = undefined;
    speechSynthesis.cancel();
  };

  const say = () => {
    const sentence = at;
    if (sentence === undefined) {
      at = sentences.first();
      current = undefined;
      onSentence(undefined);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    current = utterance;
    utterance.lang = sentence.lang;
    utterance.rate = rate();
    utterance.voice = voice(sentence.lang) ?? null;
    utterance.onboundary = ({ name, charIndex, charLength }) => {
      if (current !== utterance || (name && name !== 'word')) return;
      onWord(sentence, charIndex, charIndex + (charLength || wordLength(sentence.text, charIndex)));
    };
    const next = () => {
      if (current !== utterance) return;
      at = sentences.next(sentence, 1);
      say();
    };
    utterance.onend = next;
    utterance.onerror = next;
    onSentence(sentence);
    speechSynthesis.speak(utterance);
  };

  return {
    get speaking() { return current !== undefined; },
    play(from = at) {
      silence();
      at = from;
      say();
    },
    pause() {
      silence();
      onSentence(undefined);
    },
    skip(by) {
      const speaking = current !== undefined;
      silence();
      if (at !== undefined) at = sentences.next(at, by) ?? at;
      if (speaking) say();
      else onSentence(at);
    },
  };
}

/** Firefox says where a word begins, but not everywhere how long it is. */
function wordLength(text: string, start: number): number {
  return /^[\p{L}\p{M}\p{N}'’-]+/u.exec(text.slice(start))?.[0].length ?? 1;
}
