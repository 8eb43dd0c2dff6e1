//! Syllables by the patterns of hyphenation, which are read from their file when a language is first asked for.

import createHyphenator, { type HyphenationPatterns } from 'hyphen';
import { api } from '../platform/browser.ts';
import { PATTERNS, patternsFor } from '../settings/hyphenation.ts';

/** A hyphen that no word has. */
const HYPHEN = '\u00AD';

/** Shorter words are one syllable, or nobody needs help with them. */
const SHORTEST = 4;

const loaded = new Map<string, Promise<(words: string) => string>>();

/** Where the syllables of each word begin but the first; null where nothing is known of the language. */
export async function syllableBreaks(lang: string, words: string[]): Promise<number[][] | null> {
  const name = patternsFor(lang);
  if (name === undefined) return null;
  if (!loaded.has(name)) loaded.set(name, load(name));
  const hyphenate = await loaded.get(name);
  return hyphenate === undefined ? null : words.map(word => breaksOf(hyphenate(word)));
}

async function load(name: (typeof PATTERNS)[number]): Promise<(words: string) => string> {
  // A file of the extension itself: nothing goes over the network.
  const response = await fetch(api.runtime.getURL(`hyphenation/${name}.json`));
  return createHyphenator(await response.json() as HyphenationPatterns, { hyphenChar: HYPHEN, minWordLength: SHORTEST });
}

function breaksOf(hyphenated: string): number[] {
  let length = 0;
  return hyphenated.split(HYPHEN).slice(0, -1).map(part => length += part.length);
}
