//! The languages whose syllables are known: files of patterns in `hyphenation/` of the built extension, which
//! `build.mjs` takes from the package `hyphen`.

export const PATTERNS = [
  'ca', 'cs', 'da', 'de-1996', 'el-monoton', 'en-gb', 'en-us', 'es', 'fi', 'fr', 'hr', 'hu', 'it', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sv', 'tr', 'uk',
] as const;

/** Languages of which the patterns are those of one kind of it. */
const KINDS: Record<string, (typeof PATTERNS)[number]> = { de: 'de-1996', el: 'el-monoton', en: 'en-us', no: 'nb', nn: 'nb' };

/** The patterns for a language, those of its region first. */
export function patternsFor(lang: string): (typeof PATTERNS)[number] | undefined {
  const tag = lang.toLowerCase().replace('_', '-');
  const primary = tag.split('-')[0] ?? '';
  return PATTERNS.find(name => name === tag) ?? KINDS[primary] ?? PATTERNS.find(name => name === primary);
}
