//! Reading aloud. Firefox has voices for tests, which tell of sentences and not of words; Chromium has none here, and says
//! so: where words are marked, one is put in the place of its own.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

const FIRST = 'Il porto ha due orologi, uno per la terra e uno per il mare.';
const SECOND = 'Il secondo corre sempre in ritardo.';
const PARAGRAPH = 'Chi porta il pesce guarda il mare, chi porta le lettere guarda la terra, e tutti gli altri guardano il cielo. '.repeat(4);
/** Two hundred characters and more without a full stop, then a line in another language. */
const LONG = `${'e il mare saliva, e il vento girava, e la lampada restava accesa, '.repeat(9)}fine`;
const ITALIAN = `<!DOCTYPE html><html lang="it"><head><title>Il porto</title></head><body><article><h1>Il porto con due orologi</h1>
<p>${FIRST} ${SECOND} ${PARAGRAPH}</p><p>Terza riga, che comincia qui. ${PARAGRAPH}</p><p>${PARAGRAPH}</p><p>${LONG}.</p><p lang="en">The last line is English.</p></article></body></html>`;

describe('reading aloud in firefox', () => {
  let driver, server;
  before(async () => {
    server = await serve({ '/it': ITALIAN });
    driver = await launch('firefox');
    await driver.open(`${server.origin}/it`);
    await driver.clickToOpen();
  });
  after(async () => {
    await driver?.close();
    await server?.close();
  });

  const marked = () => driver.evaluate(() => {
    const highlight = CSS.highlights.get('lectern-sentence');
    return highlight === undefined ? '' : [...highlight][0].toString();
  });
  const says = words => until(async () => (await marked()) === words, `never said: ${words}`);
  const press = label => driver.inside((root, name) => { root.querySelector(`.player [aria-label="${name}"]`).click(); return true; }, label);

  it('begins with the title, with a voice of the article’s language', async () => {
    await driver.inside(root => { root.querySelector('.tool[aria-label="Read aloud"]').click(); return true; });
    // A voice that never comes to an end: each sentence stays until something else is asked.
    await driver.inside(root => {
      const select = root.querySelector('.player select');
      const endless = [...select.options].find(option => option.value.includes('teresa'));
      if (!endless) return false;
      select.value = endless.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    });
    await driver.inside(root => { root.querySelector('.body p').click(); return true; });
    await says(FIRST);
  });

  it('goes sentence by sentence', async () => {
    await press('Next sentence');
    await says(SECOND);
    await press('Previous sentence');
    await says(FIRST);
  });

  it('pauses and goes on where it was', async () => {
    await press('Pause');
    await says('');
    await press('Play');
    await says(FIRST);
  });

  it('obeys the keyboard’s own keys', async () => {
    await driver.inside((root, key) => { root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true })); return true; }, 'MediaTrackNext');
    await says(SECOND);
    await driver.inside((root, key) => { root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true })); return true; }, 'MediaPlayPause');
    await says('');
    await driver.inside((root, key) => { root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true })); return true; }, 'MediaTrackPrevious');
    await press('Play');
    await says(FIRST);
  });

  it('goes to a paragraph that is clicked', async () => {
    await driver.inside(root => { root.querySelectorAll('.body p')[1].click(); return true; });
    await says('Terza riga, che comincia qui.');
  });

  it('stops on Escape, before the reader closes', async () => {
    await driver.press('Escape');
    await says('');
    assert.equal(await driver.look(root => root.querySelector('.player') === null), true);
    await driver.press('Escape');
    await driver.closed();
  });
});

describe('reading aloud without a voice', () => {
  it('says so', async () => {
    const server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR });
    const driver = await launch('chromium');
    try {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await driver.inside(root => { root.querySelector('.tool[aria-label="Read aloud"]').click(); return true; });
      await driver.inside(root => root.querySelector('.player [role=status]').textContent === 'No voice is installed for this language.');
    } finally {
      await driver.close();
      await server.close();
    }
  });
});

describe('reading aloud in chromium, with a voice that tells of words', () => {
  let driver, server;
  before(async () => {
    server = await serve({ '/it': ITALIAN });
    driver = await launch('chromium');
    await driver.open(`${server.origin}/it`);
    await driver.clickToOpen();
    await driver.inContentScript(() => {
      globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
      speechSynthesis.getVoices = () => [
        { name: 'Far', voiceURI: 'far', lang: 'it-IT', localService: false, default: true },
        { name: 'Voice', voiceURI: 'voice', lang: 'it-CH', localService: true, default: false },
        { name: 'English', voiceURI: 'english', lang: 'en_GB', localService: true, default: false },
      ];
      speechSynthesis.cancel = () => {};
      speechSynthesis.speak = utterance => { globalThis.spoken = utterance; };
    });
    await driver.tapButton('Read aloud');
  });
  after(async () => {
    await driver?.close();
    await server?.close();
  });

  const marked = name => driver.evaluate(name => [...CSS.highlights.get(name) ?? []].map(String).join(), name);
  const said = () => driver.inContentScript(() => globalThis.spoken?.text);

  it('marks the sentence, and in it the word that is said', async () => {
    await until(async () => await said() === 'Il porto con due orologi', 'the title was not said');
    await driver.inContentScript(() => globalThis.spoken.onend());
    await until(async () => await said() === FIRST && await marked('lectern-sentence') === FIRST, 'the first sentence was not marked');
    await driver.inContentScript(() => globalThis.spoken.onboundary({ name: 'word', charIndex: 3, charLength: 5 }));
    await until(async () => await marked('lectern-word') === 'porto', 'the word was not marked');
    // Not every engine says how long a word is.
    await driver.inContentScript(() => globalThis.spoken.onboundary({ name: 'word', charIndex: 16, charLength: 0 }));
    await until(async () => await marked('lectern-word') === 'orologi', 'the word’s end was not found');
    assert.equal(await marked('lectern-sentence'), FIRST);
  });

  it('goes on with the next sentence, in the article’s language', async () => {
    await driver.inContentScript(() => globalThis.spoken.onend());
    await until(async () => await marked('lectern-sentence') === SECOND, 'the second sentence was not marked');
    assert.equal(await marked('lectern-word'), '');
    assert.equal(await driver.inContentScript(() => globalThis.spoken.lang), 'it');
  });

  it('pauses by the keyboard’s own key, and unmarks on the way out', async () => {
    await driver.press('MediaPlayPause');
    await until(async () => await marked('lectern-sentence') === '', 'it did not pause');
    await driver.press('MediaPlayPause');
    await until(async () => await marked('lectern-sentence') === SECOND, 'it did not go on');
  });

  it('says a long sentence in pieces, so that no voice stops in the middle, and leaves out nothing', async () => {
    await driver.tap(root => [...root.querySelectorAll('.body p')].find(each => each.textContent.startsWith('e il mare')));
    let whole = '';
    for (let piece = await until(async () => (await said()).startsWith('e il mare') && said(), 'the long sentence was not said'); !whole.endsWith('fine.'); piece = await said()) {
      assert.ok(piece.length <= 200, `${piece.length} characters at once`);
      whole += piece;
      await driver.inContentScript(() => globalThis.spoken.onend());
    }
    assert.equal(whole, `${LONG}.`);
  });

  it('says another language with its own voice, and at the pace that was chosen', async () => {
    await until(async () => await said() === 'The last line is English.', 'the last line was not said');
    assert.deepEqual(await driver.inContentScript(() => [globalThis.spoken.lang, globalThis.spoken.voice.voiceURI, globalThis.spoken.rate]), ['en', 'english', 1]);
    await driver.inside(root => {
      const pace = root.querySelector('.player input[type=range]');
      pace.value = 1.5;
      pace.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    });
    await driver.tapButton('Previous sentence');
    await until(async () => await driver.inContentScript(() => globalThis.spoken.rate) === 1.5, 'not faster');
    assert.deepEqual(await driver.inContentScript(() => [globalThis.spoken.lang, globalThis.spoken.voice.voiceURI]), ['it', 'voice']);
  });

  it('takes the line focus along', async () => {
    await driver.tapButton('Line focus');
    await driver.tap(root => root.querySelector('input[name=lineFocus][value=one]').parentElement);
    await driver.press('Escape');
    await driver.tap(root => root.querySelectorAll('.body p')[1]);
    await until(async () => await said() === 'Terza riga, che comincia qui.', 'the third line was not said');
    const isIn = () => driver.evaluate(() => [...CSS.highlights.get('lectern-sentence')][0].getBoundingClientRect().toJSON());
    await until(async () => {
      const { top, bottom } = await isIn();
      const [from, to] = await driver.look(root => ['--from', '--to'].map(name => parseFloat(root.querySelector('.line-focus').style.getPropertyValue(name))));
      return from <= top + 8 && to >= bottom - 8 && to - from < 70;
    }, 'the line is elsewhere');
    await driver.tapButton('Line focus');
    await driver.tap(root => root.querySelector('input[name=lineFocus][value=off]').parentElement);
    await driver.press('Escape');
    await driver.press('Escape');
    await driver.press('Escape');
    await driver.closed();
    assert.deepEqual(await driver.evaluate(() => [...CSS.highlights.keys()]), []);
  });
});
