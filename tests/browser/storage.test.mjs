//! What is stored survives: damage, other versions, a full disk, files from elsewhere, a background that is put to sleep and
//! an update while the reader is open. Where something cannot be stored, the person is told.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

const WORDS = ['which is at six', 'simple enough to explain'];
const NOT_STORED = 'The browser could not store this. What was stored before is still there.';
const OUTLIVED = /^Lectern was updated while you were reading/;
const GOLDEN = JSON.parse(readFileSync(new URL('../pages/interview-ja/expected.json', import.meta.url), 'utf8'));

for (const browser of BROWSERS) {
  describe(`what is stored, in ${browser}`, () => {
    let driver, server, folder;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR });
      driver = await launch(browser);
      folder = await mkdtemp(join(tmpdir(), 'lectern-import-'));
    });
    after(async () => {
      await driver?.close();
      await server?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function read() {
      await driver.open(`${server.origin}/page.html`);
      assert.equal(await driver.clickToOpen(), 'reader');
    }

    /** Opens a page of the extension, where its storage can be looked at. */
    async function openOwn(name, label) {
      await read();
      await driver.tapButton('Save and export');
      await driver.tapButton(label);
      await driver.useOwnPage(name);
    }
    const openOptions = () => openOwn('options', 'Options');
    const stored = (area, key) => driver.evaluate(async (area, key) => (await chrome.storage[area].get(key))[key] ?? null, area, key);
    const store = (area, values) => driver.evaluate((area, values) => chrome.storage[area].set(values), area, values);
    const clear = () => driver.evaluate(() => Promise.all([chrome.storage.sync.clear(), chrome.storage.local.clear()]));

    const pick = (name, value) => driver.tap((root, setting, wanted) => root.querySelector(`input[name=${setting}][value=${wanted}]`)?.closest('label'), name, value);
    const said = () => driver.inside(root => root.querySelector('.page-notice')?.textContent);

    async function mark(words) {
      await driver.inside((root, wanted) => {
        const walker = document.createTreeWalker(root.querySelector('.body'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          document.getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
          return true;
        }
        return false;
      }, words);
      await driver.page.keyboard.down('Alt');
      await driver.press('h');
      await driver.page.keyboard.up('Alt');
    }
    const marks = count => driver.inside((_, wanted) => (CSS.highlights.get('lectern-mark')?.size ?? 0) === wanted, count);

    it('falls back to defaults where it is damaged or of a later version, and stays as it was', async () => {
      await openOptions();
      await clear();
      const settings = { version: 7, theme: 'url(x)', fontSize: 'huge', font: 'mono', hue: { h: 3 } };
      await store('sync', { settings });
      await store('local', { sites: { '127.0.0.1': { part: 9, settings: { theme: 'dark', measure: -1 }, later: true } }, places: ['x'] });
      await read();
      assert.deepEqual(await driver.look(root => [root.querySelector('dialog').dataset.theme, getComputedStyle(root.querySelector('.article')).fontSize]), ['dark', '20px']);
      await driver.tapButton('Text and theme');
      await pick('theme', 'sepia');
      await openOptions();
      await pick('theme', 'gray');
      await until(async () => (await stored('sync', 'settings')).theme === 'gray', 'not stored');
      assert.deepEqual(await stored('sync', 'settings'), { ...settings, theme: 'gray' });
      assert.deepEqual((await stored('local', 'sites'))['127.0.0.1'], { part: 9, settings: { theme: 'sepia', measure: -1 }, later: true });
      await clear();
    });

    it('is not lost where the browser has no room for more, and the person is told', async () => {
      await openOptions();
      await pick('theme', 'sepia');
      await until(async () => (await stored('sync', 'settings'))?.theme === 'sepia', 'not stored');
      // A hundred thousand bytes are all there is, eight thousand in one.
      await driver.evaluate(async () => {
        for (let size = 8000, at = 0; size >= 1; at += 1) {
          try { await chrome.storage.sync.set({ [`f${at}`]: 'x'.repeat(size) }); } catch { size >>= 1; }
        }
      });
      const before = await stored('sync', 'settings');
      await read();
      await driver.tapButton('Text and theme');
      await pick('font', 'opendyslexic');
      assert.equal(await said(), NOT_STORED);
      assert.equal(await driver.look(root => getComputedStyle(root.querySelector('.body')).fontFamily.includes('OpenDyslexic')), true);
      await openOptions();
      assert.deepEqual(await stored('sync', 'settings'), before);
      await clear();
    });

    it('has what is new of a file and nothing that is not sound, and keeps what was here', async () => {
      await openOptions();
      await clear();
      const highlight = (id, note) => ({ id, note, made: 5, quote: { exact: 'x', before: '', after: '' } });
      await store('sync', { settings: { version: 1, font: 'mono' } });
      await store('local', { 'highlights:https://example.org/': [highlight('a', 'mine')], sites: { 'example.org': { auto: true } } });
      const article = { ...GOLDEN, metadata: { ...GOLDEN.metadata, title: 'Imported' } };
      const kept = (url, changes) => ({ url, kept: 1, article: { ...article, ...changes } });
      const path = join(folder, 'some.json');
      await writeFile(path, JSON.stringify({
        lectern: 2,
        settings: { version: 4, font: 'sans', theme: 'dark', fontSize: 9000, later: 1 },
        sites: { 'example.org': { part: 'main' }, 'example.net': { part: 'main', settings: { theme: 7 } }, 'example.com': 'broken' },
        places: { 'https://example.org/': { block: 1, blocks: 2, left: 3 }, 'https://example.net/': { block: '1' } },
        highlights: { 'https://example.org/': [highlight('a', 'theirs'), highlight('b', ''), { id: 'c' }], 'https://example.net/': 7 },
        articles: {
          good: kept('https://example.org/1', {}), script: kept('javascript:alert(1)', {}), kind: kept('https://example.org/2', { blocks: [{ body: { kind: 'iframe' } }] }),
          deep: kept('https://example.org/3', { blocks: [{ body: { kind: 'quote', cite: [], blocks: [{ body: { kind: 'heading', level: 200, content: [] } }] } }] }), none: null,
        },
        images: { good: { url: 'https://example.org/1', src: 'https://example.org/a.png', type: 'image/png', file: 'AA==' }, page: { url: 'https://example.org/1', src: 'x', type: 'text/html', file: 'AA==' } },
      }));
      const input = await driver.page.$('input[type=file]');
      await input.uploadFile(path);
      const told = () => driver.evaluate(() => document.querySelector('.buttons .status').textContent);
      await until(async () => (await told()).startsWith('Imported'), 'nothing is said');
      // Two settings, a site, a place, two highlights, four articles, an image.
      assert.match(await told(), /could not be taken in: 11\.$/);
      assert.deepEqual(await stored('sync', 'settings'), { version: 1, font: 'mono', theme: 'dark' });
      assert.deepEqual(await stored('local', 'sites'), { 'example.org': { auto: true }, 'example.net': { part: 'main', settings: {} } });
      assert.deepEqual(Object.keys(await stored('local', 'places')), ['https://example.org/']);
      assert.deepEqual((await stored('local', 'highlights:https://example.org/')).map(({ id, note }) => id + note), ['amine', 'b']);
      await openOwn('library', 'Open the reading list');
      assert.deepEqual(await until(() => driver.evaluate(() => {
        const listed = [...document.querySelectorAll('.kept h2')].map(each => each.textContent);
        return listed.length > 0 && listed;
      }), 'nothing is listed'), ['Imported']);
    });

    it('can be read from a list of a later version, but for what this one does not know', async () => {
      await driver.evaluate(() => new Promise((resolve, reject) => {
        const request = indexedDB.open('library', 9);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('later');
          request.transaction.objectStore('articles').put({ url: 'https://example.org/later', kept: 2, article: { tree: [] } });
        };
        request.onsuccess = () => { request.result.close(); resolve(); };
        request.onerror = () => reject(request.error);
      }));
      await openOwn('library', 'Open the reading list');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept h2').length === 1), 'it is not read');
      await driver.tapButton('Remove: Imported');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept h2').length === 0), 'it is not removed');
      const left = await driver.evaluate(() => new Promise(resolve => {
        indexedDB.open('library').onsuccess = ({ target: { result } }) => {
          result.transaction('articles').objectStore('articles').getAllKeys().onsuccess = keys => { result.close(); resolve(keys.target.result); };
        };
      }));
      assert.deepEqual(left, ['https://example.org/later']);
    });

    it('goes on where the background was put to sleep', async () => {
      await openOptions();
      await clear();
      await read();
      await driver.stopBackground();
      await mark(WORDS[0]);
      await marks(1);
      await driver.tapButton('Highlights and notes');
      await driver.tap(root => root.querySelector('.typing'));
      await driver.page.keyboard.type('Early');
      await driver.press('Escape');
      await driver.stopBackground();
      await driver.tapButton('Text and theme');
      await pick('font', 'atkinson');
      await until(() => driver.evaluate(() => [...document.fonts].some(face => face.family.includes('Atkinson'))), 'the typeface did not come');
      await driver.press('Escape');
      await driver.stopBackground();
      await driver.tapButton('Save and export');
      await driver.tapButton('Keep in the reading list');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'In the reading list');
      assert.equal(await driver.look(root => root.querySelector('.page-notice') === null), true);
      await driver.press('Escape');
      await driver.stopBackground();
      await driver.clickToClose();
      await read();
      await marks(1);
      await driver.tapButton('Highlights and notes');
      assert.match(await driver.inside(root => getComputedStyle(root.querySelector('.body')).fontFamily), /Atkinson/);
      await openOptions();
      const [{ note }] = await stored('local', `highlights:${server.origin}/page.html`);
      assert.equal(note, 'Early');
    });

    it('outlives an update while the reader is open', async () => {
      await read();
      await marks(1);
      await driver.update();
      await UPDATED[browser]();
      await driver.clickToOpen();
      await marks(1);
      await mark(WORDS[1]);
      await marks(2);
      await driver.clickToClose();
    });

    const UPDATED = {
      /** The old script is gone, and its dialog the browser's own: it closes on Escape. */
      async firefox() {
        await driver.press('Escape');
        await driver.inside(root => root.querySelector('dialog[open]') === null);
        await driver.clickToClose();
        assert.equal(await driver.evaluate(() => document.adoptedStyleSheets.length), 0);
      },
      /** The old script is still there, and nobody it could ask. */
      async chromium() {
        // The page's process is told of the update when it comes to it.
        await until(() => driver.inContentScript('() => globalThis.chrome?.runtime?.id === undefined'), 'the old script is not told');
        await driver.tap(root => root.querySelector('.tool[aria-label="Text and theme"]'));
        assert.match(await said(), OUTLIVED);
        await mark(WORDS[1]);
        assert.match(await said(), OUTLIVED);
        // The new script may come to the page before the click does, which is one to close all the same.
        await driver.refuseOnce();
        await driver.clickToClose();
      },
    };
  });
}
