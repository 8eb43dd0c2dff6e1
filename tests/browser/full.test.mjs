//! A browser that has no room for more: what was stored before is still there, and the person is told.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

/** Thousands of bytes that there are for all that is stored. */
const ROOM = 6000;

/** Of more than a few thousand bytes, for which there may be room between what is stored. */
const LONG = ARTICLE.replace('</article>', () => `${Array.from({ length: 2000 }, (_, number) => (
  `<p>In the year ${1000 + number * 7} the keeper wrote ${number * 7919 % 1009} pages, and ${number * 104_729 % 2003} of them were about the weather.</p>`)).join('')}</article>`);

/** An image that there is no room for, of bytes that no browser can pack. */
const LARGE = { ...HARBOR, body: HARBOR.body.replace('</svg>', () => `<!-- ${randomBytes(ROOM * 1000).toString('base64')} --></svg>`) };
const PICTURED = ARTICLE.replaceAll('harbor.svg', 'large.svg');

for (const browser of BROWSERS) {
  describe(`no room for more, in ${browser}`, () => {
    let driver, server;
    /** How many letters are highlighted before the room is filled. */
    let highlighted;
    before(async () => {
      server = await serve({ '/first.html': ARTICLE, '/second.html': LONG, '/third.html': PICTURED, '/harbor.svg': HARBOR, '/large.svg': LARGE });
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

    it('an image is not kept with its article, which stays, and a sentence says so', async () => {
      await openPanel('/third.html');
      await driver.tapButton('Keep in the reading list');
      assert.equal(await until(async () => (await status()) || undefined, 'nothing is said'), 'That did not work.');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      await until(() => driver.evaluate(() => document.querySelector('.kept a')?.hash.includes('third.html')), 'the article is not in the list');
    });

    it('an article is not kept, the one before stays, and a sentence says so', async () => {
      await openPanel('/first.html');
      highlighted = await highlight(0);
      await driver.tapButton('Keep in the reading list');
      await until(async () => await status() === 'In the reading list', 'the first one is not kept');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept li').length === 2), 'the first one is not in the list');
      await driver.evaluate(fill);

      await openPanel('/second.html');
      await driver.tapButton('Keep in the reading list');
      assert.equal(await until(async () => (await status()) || undefined, 'nothing is said'), 'That did not work.');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept li').length === 2), 'what was kept before is gone');
      assert.ok(await driver.evaluate(() => document.querySelector('.kept a').hash.includes('first.html')));
    });

    it('a highlight is not stored, the one before stays, and a sentence says so', async () => {
      const stored = () => driver.evaluate(async key => (await chrome.storage.local.get(key))[key]?.map(({ quote }) => quote.exact.length), `highlights:${server.origin}/first.html`);
      assert.deepEqual(await stored(), [highlighted]);
      await driver.evaluate(fillSmall);

      await driver.open(`${server.origin}/first.html`);
      await driver.clickToOpen();
      await highlight(1);
      assert.match(await driver.inside(root => root.querySelector('.page-notice')?.textContent), /^The browser could not store this\. What was stored before is still there\./);
      await driver.tapButton('Save and export');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      assert.deepEqual(await stored(), [highlighted]);
    });

    /** Highlights all of a paragraph; how many letters that is. */
    async function highlight(number) {
      const length = await driver.inside((root, nth) => {
        const paragraph = root.querySelectorAll('.body > p')[nth];
        getSelection().selectAllChildren(paragraph);
        return paragraph.textContent.length;
      }, number);
      await driver.page.keyboard.down('Alt');
      await driver.press('h');
      await driver.page.keyboard.up('Alt');
      return length;
    }
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

/** The same to what small things are stored in. */
async function fillSmall() {
  let n = 0;
  for (let size = 1_000_000; size >= 1;) {
    const bytes = crypto.getRandomValues(new Uint16Array(Math.min(30_000, size)));
    const words = Array.from(bytes, byte => String.fromCharCode(0x4e00 + byte % 0x2000)).join('').repeat(Math.ceil(size / 30_000));
    await chrome.storage.local.set({ [`filler-${n += 1}`]: words }).catch(() => { size >>= 1; });
  }
}
