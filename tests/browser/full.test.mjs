//! A browser that has no room for another article: what was kept before is still there, and the person is told.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

/** Thousands of bytes that there are for all that is stored. */
const ROOM = 6000;

/** Of more than a few thousand bytes, for which there may be room between what is stored. */
const LONG = ARTICLE.replace('</article>', () => `${Array.from({ length: 2000 }, (_, number) => (
  `<p>In the year ${1000 + number * 7} the keeper wrote ${number * 7919 % 1009} pages, and ${number * 104_729 % 2003} of them were about the weather.</p>`)).join('')}</article>`);

for (const browser of BROWSERS) {
  describe(`no room for more, in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/first.html': ARTICLE, '/second.html': LONG, '/harbor.svg': HARBOR });
      driver = await launch(browser, { room: ROOM });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    const status = () => driver.look(root => root.querySelector('.save-panel .status')?.textContent);

    async function openPanel(path) {
      await driver.open(server.origin + path);
      assert.equal(await driver.clickToOpen(), 'reader');
      await driver.tapButton('Save and export');
    }

    it('an article is not kept, the one before stays, and a sentence says so', async () => {
      await openPanel('/first.html');
      await driver.tapButton('Keep in the reading list');
      await until(async () => await status() === 'In the reading list', 'the first one is not kept');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept li').length === 1), 'the first one is not in the list');
      await driver.evaluate(fill);

      await openPanel('/second.html');
      await driver.tapButton('Keep in the reading list');
      assert.equal(await until(async () => (await status()) || undefined, 'nothing is said'), 'That did not work.');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept li').length === 1), 'the first one is gone');
      assert.equal(await driver.evaluate(() => document.querySelector('.kept a').hash.includes('first.html')), true);
    });
  });
}

/** Puts something into another database until not even a thousand bytes go in. Runs in a page of the extension. */
async function fill() {
  const opened = () => new Promise((resolve, reject) => {
    const request = indexedDB.open('filler', 1);
    request.onupgradeneeded = () => { request.result.createObjectStore('all', { autoIncrement: true }); };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // Bytes by chance, which no browser can pack.
  const put = (database, size) => new Promise((resolve, reject) => {
    const transaction = database.transaction('all', 'readwrite');
    transaction.objectStore('all').add(crypto.getRandomValues(new Uint8Array(size)));
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  for (let size = 60_000; size >= 1000;) {
    const database = await opened();
    await put(database, size).catch(() => { size >>= 1; });
    database.close();
  }
}
