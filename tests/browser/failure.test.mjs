//! Pages that are no article, or hardly pages at all: the person always sees the page or a sentence.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { BUSY, NO_ARTICLE } from './pages.mjs';
import { serve } from './server.mjs';
import { cardSentence, pageState, shown } from './shown.mjs';

/** Deeper than any stack. Firefox takes fifteen seconds for a hundred thousand, all but two of them before the click. */
const DEEP = 30_000;

const PAGES = {
  '/none': NO_ARTICLE,
  '/busy': BUSY,
  '/empty': '<!DOCTYPE html><html><head><title>Empty</title></head><body></body></html>',
  '/frames': '<!DOCTYPE html><html><head><title>Frames</title></head><frameset cols="50%,50%"><frame src="/none"><frame src="/none"></frameset></html>',
  '/feed.xml': { body: readFileSync(new URL('pages/feed.xml', import.meta.url), 'utf8'), type: 'application/xml' },
  '/plain.txt': { body: 'Low water at four.\n\nThe mole is dry until six.\n', type: 'text/plain' },
  '/broken': '<html><body><table><p>Half a <b>sentence <td>and then <div',
  '/deep': `<!DOCTYPE html><html><head><title>Deep</title></head><body>${'<div>'.repeat(DEEP)}<p>At the bottom of it all there is a sentence, and then another.</p></body></html>`,
};

for (const browser of BROWSERS) {
  describe(`no article in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve(PAGES);
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    for (const path of ['/empty', '/frames', '/feed.xml', '/plain.txt', '/broken', '/deep']) {
      it(`${path} shows something and goes away again`, async () => {
        await driver.open(server.origin + path);
        const page = await driver.evaluate(pageState);
        driver.forget();
        await driver.clickToOpen();
        const words = await driver.look(cardSentence) ?? (await driver.look(shown)).text;
        assert.match(words, /\p{L}{3}/u);
        await driver.clickToClose();
        assert.equal(await driver.evaluate(pageState), page);
        assert.deepEqual(driver.noted, { requests: [], dialogs: [], errors: [] });
      });
    }

    it('says so in a card, which Escape takes away', async () => {
      await driver.open(`${server.origin}/none`);
      const page = await driver.evaluate(pageState);
      assert.equal(await driver.clickToOpen(), 'card');
      assert.match(await driver.look(cardSentence), /article|text/);
      await driver.press('Escape');
      await driver.closed();
      assert.equal(await driver.evaluate(pageState), page);
    });

    it('says so where a page is too large', async () => {
      await driver.open(`${server.origin}/busy`);
      // Few elements are read where they are in Firefox, whose engine takes more than a message does.
      await driver.evaluate(() => {
        const data = Object.assign(document.createElement('script'), { type: 'application/json', textContent: '7'.repeat(60_000_001) });
        document.head.append(data, ...Array.from({ length: 5_001 }, () => document.createElement('link')));
      });
      assert.equal(await driver.clickToOpen(), 'card');
      assert.equal(await driver.look(cardSentence), 'This page is too large for the reader.');
      await driver.clickToClose();
    });

    it('reads it anyway when asked', async () => {
      await driver.open(`${server.origin}/none`);
      await driver.clickToOpen();
      await choose('Read it anyway');
      assert.match((await driver.inside(shown)).text, /Why gulls prefer Tuesdays/);
    });

    it('reads the selection when asked, and puts it back', async () => {
      await driver.open(`${server.origin}/none`);
      await driver.evaluate(() => getSelection().selectAllChildren(document.getElementById('these')));
      await driver.clickToOpen();
      await choose('Read my selection');
      const { text } = await driver.inside(shown);
      assert.match(text, /these few words/);
      await driver.clickToClose();
      assert.equal(await driver.evaluate(() => String(getSelection())), 'these few words');
    });

    it('survives clicks faster than it reads', async () => {
      await driver.open(`${server.origin}/busy`);
      const page = await driver.evaluate(pageState);
      await Promise.all([driver.click(), driver.click()]);
      await Promise.all([driver.click(), driver.click(), driver.click()]);
      // However many clicks came through, one more opens a whole reader, closes it, or takes back a reading.
      const isOpen = async () => await driver.look(root => root.querySelector('dialog').open) === true;
      await until(async () => {
        const wasOpen = await isOpen();
        await driver.click();
        for (let look = 0; look < 100 && await isOpen() === wasOpen; look += 1) await new Promise(resolve => setTimeout(resolve, 20));
        return !wasOpen && isOpen();
      }, 'never opened');
      await driver.click();
      await driver.closed();
      assert.equal(await driver.evaluate(pageState), page);
    });

    it('says on the icon where extensions may not run', async () => {
      await driver.open(browser === 'firefox' ? server.origin.replace('127.0.0.1', 'restricted.test') + '/busy' : 'chrome://version');
      await driver.click();
      const { title } = await until(async () => (await driver.badge()).text === '!' && driver.badge(), 'no badge');
      assert.match(title, /does not let extensions run/);
    });

    /** Presses the card's button of this name. */
    async function choose(label) {
      await driver.inside((root, name) => {
        const button = [...root.querySelectorAll('button')].find(each => each.textContent === name);
        button?.click();
        return button !== undefined;
      }, label);
    }
  });
}
