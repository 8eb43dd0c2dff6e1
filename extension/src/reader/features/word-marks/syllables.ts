//! Where the syllables of words begin. The background knows the patterns, and is asked once for each word.

import { ask } from '../../../platform/messages.ts';

/** By language and word: where its second syllable begins, its third, and so on. */
const known = new Map<string, number[]>();

/** Tells of each of these words where its syllables begin; nothing where the language has no patterns. */
export async function syllables(lang: string, words: string[]): Promise<((word: string) => number[]) | undefined> {
  const key = (word: string) => `${lang} ${word}`;
  const unknown = [...new Set(words)].filter(word => !known.has(key(word)));
  if (unknown.length > 0) {
    const { breaks } = await ask({ kind: 'syllables', lang, words: unknown }, 'syllables');
    if (breaks === null) return undefined;
    unknown.forEach((word, index) => known.set(key(word), breaks[index] ?? []));
  }
  return word => known.get(key(word)) ?? [];
}
