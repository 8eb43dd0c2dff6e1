//! The page of options: settings with their effect, what is stored and how to delete it, everything out and in.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { faults, TARGET, tooSmall } from './axe.mjs';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['auto', 'light', 'sepia', 'gray', 'dark', 'black', 'contrast', 'custom'];

for (const browser of BROWSERS) {
  describe(`options in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    /** Opens a page of the extension as a person does: from the reader's panel. */
    async function openOwn(name, label) {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
      await driver.tapButton(label);
      await driver.useOwnPage(name);
      await driver.evaluate(AXE);
    }
    const openOptions = () => openOwn('options', 'Options');

    /** What is said of one kind of stored data. */
    const stock = name => driver.evaluate(kind => document.querySelector(`[data-stock=${kind}] .hint`)?.textContent ?? '', name);
    const pick = (name, value) => driver.tap((root, setting, wanted) => root.querySelector(`input[name=${setting}][value=${wanted}]`)?.closest('label'), name, value);

    it('changes the preview at once, and the next reader', async () => {
      await openOptions();
      await pick('theme', 'sepia');
      await pick('font', 'sans');
      await driver.evaluate(() => {
        const slider = document.querySelector('.slider input');
        slider.value = '30';
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        slider.dispatchEvent(new Event('change', { bubbles: true }));
      });
      assert.equal(await driver.evaluate(() => getComputedStyle(document.querySelector('.preview')).fontSize), '30px');
      assert.equal(await driver.evaluate(() => document.body.dataset.theme), 'sepia');
      await until(async () => {
        await driver.open(`${server.origin}/page.html`);
        await driver.clickToOpen();
        return driver.look(root => root.querySelector('dialog').dataset.theme === 'sepia' && getComputedStyle(root.querySelector('.article')).fontSize === '30px');
      }, 'the reader does not follow');
      await driver.clickToClose();
    });

    it('says which keys there are, the one that opens the reader first', async () => {
      await openOptions();
      await until(() => driver.evaluate(() => document.querySelector('[aria-labelledby=heading-shortcuts] kbd')?.textContent === 'Alt+R'), 'no Alt+R');
      assert.ok(await driver.evaluate(() => document.querySelectorAll('[aria-labelledby=heading-shortcuts] kbd').length) >= 7);
    });

    it('keeps settings of one site apart from the others', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await driver.tapButton('Text and theme');
      await driver.tap(root => root.querySelector('.site-only'));
      await pick('theme', 'black');
      await driver.inside(root => root.querySelector('dialog').dataset.theme === 'black');
      await driver.clickToClose();
      await until(async () => {
        await openOptions();
        return driver.evaluate(() => document.body.dataset.theme === 'sepia' && document.querySelector('[aria-labelledby=heading-sites]').textContent.includes('127.0.0.1'));
      }, 'the site is not listed, or changed the others');
      await driver.tapButton('Forget: 127.0.0.1');
      await until(() => driver.evaluate(() => document.querySelector('[aria-labelledby=heading-sites]').textContent.includes('No site has a setting')), 'not forgotten');
    });

    it('lists what is stored, and deletes it on the second press', async () => {
      await openOwn('library', 'Open the reading list');
      await openOptions();
      await until(async () => /^[1-9]/.test(await stock('settings')), 'no settings are stored');
      const remove = name => driver.tap((root, kind) => root.querySelector(`[data-stock=${kind}] button:enabled`), name);
      await remove('settings');
      assert.equal(await driver.evaluate(() => document.activeElement.textContent), 'Really delete?');
      await remove('settings');
      await until(async () => (await stock('settings')).startsWith('0 entries'), 'not deleted');
      await until(() => driver.evaluate(() => document.body.dataset.theme === 'auto'), 'the page does not follow');
    });

    it('gives everything out as a file, and takes it in again', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
      await driver.tapButton('Keep in the reading list');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'In the reading list');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      await pick('theme', 'dark');
      await until(async () => (await stock('articles')).startsWith('1 entry'), 'nothing is kept');
      // The page lists what was stored when it was opened or came to the front.
      await until(async () => {
        await driver.evaluate(() => window.dispatchEvent(new Event('focus')));
        return /^[1-9]/.test(await stock('settings'));
      }, 'the theme was not stored');
      await driver.tapButton('Export everything');
      const file = await driver.downloaded('lectern.json');
      assert.equal(JSON.parse(file.text).lectern, 1);
      // Only what differs is stored, and travels.
      assert.deepEqual(JSON.parse(file.text).settings, { version: 1, theme: 'dark' });
      for (const name of ['settings', 'articles']) {
        await empty(name);
      }
      await take(file.path);
      await until(async () => (await stock('articles')).startsWith('1 entry'), 'the article did not come back');
      await until(() => driver.evaluate(() => document.body.dataset.theme === 'dark'), 'the theme did not come back');
      assert.match(await status(), /^Imported/);
    });

    it('refuses a file that is not its own, and a value that is not allowed', async () => {
      const folder = await driver.downloaded('lectern.json');
      const other = `${folder.path}.other.json`;
      await writeFile(other, '{"bookmarks": []}');
      await take(other);
      await until(async () => /was not exported/.test(await status()), 'taken');
      await empty('settings');
      await writeFile(other, JSON.stringify({ lectern: 1, settings: { theme: 'url(x)', fontSize: 9000, font: 'mono' }, articles: { a: { url: 1 } } }));
      await take(other);
      await until(async () => (await stock('settings')).startsWith('1 entry'), 'the good value is lost');
      assert.equal(await driver.evaluate(() => document.body.dataset.theme), 'auto');
      await rm(other);
    });

    it('takes the images of kept articles out and in with them', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
      await driver.tapButton('Remove from the reading list');
      await driver.tapButton('Keep in the reading list');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'In the reading list');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      await until(async () => {
        await driver.evaluate(() => window.dispatchEvent(new Event('focus')));
        return (await stock('images')).startsWith('1 entry');
      }, 'no image is kept');
      await rm((await driver.downloaded('lectern.json')).path);
      await driver.tapButton('Export everything');
      const file = await driver.downloaded('lectern.json');
      await empty('images');
      await empty('articles');
      await take(file.path);
      await until(async () => (await stock('images')).startsWith('1 entry'), 'the image did not come back');
      await openOwn('library', 'Open the reading list');
      await driver.tap(root => root.querySelector('.kept h2 a'));
      await driver.inside(root => root.querySelector('.body img')?.naturalWidth > 0 && root.querySelector('.body img').src.startsWith('blob:'));
    });

    /** Presses the button until there is nothing left: the list may be made anew between two presses. */
    const empty = name => until(async () => {
      await driver.evaluate(kind => document.querySelector(`[data-stock=${kind}] button:enabled`)?.click(), name);
      return (await stock(name)).startsWith('0');
    }, `${name} are not deleted`);

    /** Chooses a file for import. */
    async function take(path) {
      const input = await driver.page.$('input[type=file]');
      await input.uploadFile(path);
    }
    const status = () => driver.evaluate(() => document.querySelector('.buttons .status').textContent);

    for (const [name, label] of [['options', 'Options'], ['library', 'Open the reading list']]) {
      it(`finds no fault in ${name} in any theme, nor at 320 pixels`, async () => {
        await openOwn(name, label);
        for (const theme of THEMES) {
          await driver.evaluate(value => { document.body.dataset.theme = value; }, theme);
          assert.deepEqual(await driver.evaluate(`(${faults})(document)`), [], theme);
        }
        assert.deepEqual(await driver.evaluate(`(${tooSmall})(document, ${TARGET})`), []);
        await driver.resize(320, 640);
        const { scrollWidth, clientWidth } = await driver.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return { scrollWidth, clientWidth };
        });
        assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
      });
    }
  });
}
