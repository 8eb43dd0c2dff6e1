//! The interface is complete in every language: the same messages, with the same places to fill in, and a form
//! for each plural that the language has.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const EXTENSION = fileURLToPath(new URL('../../extension', import.meta.url));
const LOCALES = readdirSync(join(EXTENSION, '_locales'));
const ENGLISH = messages('en');
const PLURALS = Object.keys(ENGLISH).filter(key => key.endsWith('_other')).map(key => key.slice(0, -'_other'.length));

/** What is said of each language in its own messages, and not translated. */
const UNTRANSLATED = ['name', 'fontAtkinson', 'fontOpenDyslexic', 'formatMarkdown', 'formatEpub', 'locale'];

describe('the interface', () => {
  it('speaks the languages that are promised', () => {
    assert.deepEqual(LOCALES.toSorted(), ['ar', 'de', 'en', 'es', 'fa', 'fr', 'he', 'hi', 'it', 'ja', 'ko', 'nl', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh_CN', 'zh_TW']);
  });

  for (const locale of LOCALES) {
    it(`is complete in ${locale}`, () => {
      const tag = locale.replace('_', '-');
      const own = messages(locale);
      assert.equal(own.locale, tag);
      assert.deepEqual(simple(own), simple(ENGLISH));
      for (const key of simple(own)) {
        assert.notEqual(own[key].trim(), '', key);
        assert.deepEqual(places(own[key]), places(ENGLISH[key]), `${key}: ${own[key]}`);
      }
      for (const plural of PLURALS) {
        const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
        const forms = Object.keys(own).filter(key => key.startsWith(`${plural}_`)).map(key => key.slice(plural.length + 1));
        assert.deepEqual(forms.toSorted(), pluralCategories.toSorted(), plural);
        assert.deepEqual(places(own[`${plural}_other`]), ['$1'], plural);
      }
    });
  }

  it('is translated, not copied', () => {
    for (const locale of LOCALES.filter(each => each !== 'en')) {
      const own = messages(locale);
      // A word may be the same in two languages, a phrase is not.
      const isPhrase = message => /\p{L}\P{L}+\p{L}/u.test(message.replace(/\$\d/g, ''));
      const copied = simple(own).filter(key => !UNTRANSLATED.includes(key) && own[key] === ENGLISH[key] && isPhrase(ENGLISH[key]));
      assert.deepEqual(copied, [], locale);
    }
  });

  it('has no message that nothing shows', () => {
    const source = files(EXTENSION).filter(path => /\.(ts|mjs)$/.test(path)).map(path => readFileSync(path, 'utf8')).join('\n');
    const isUsed = key => source.includes(`'${key}'`) || source.includes(`__MSG_${key}__`);
    assert.deepEqual([...simple(ENGLISH), ...PLURALS].filter(key => !isUsed(key)), []);
  });
});

/** The messages of a locale by their names. */
function messages(locale) {
  const file = JSON.parse(readFileSync(join(EXTENSION, '_locales', locale, 'messages.json'), 'utf8'));
  return Object.fromEntries(Object.entries(file).map(([key, { message }]) => [key, message]));
}

/** Names of the messages that have no plural. */
function simple(own) {
  return Object.keys(own).filter(key => !PLURALS.some(plural => key.startsWith(`${plural}_`))).sort();
}

/** The places to fill in. */
function places(message) {
  return [...message.matchAll(/\$\d/g)].map(([place]) => place).sort();
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}
