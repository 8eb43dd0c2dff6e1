//! The page is as it was, whichever way the reader is left.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { BUSY } from './pages.mjs';
import { serve } from './server.mjs';
import { pageState } from './shown.mjs';

for (const browser of BROWSERS) {
  describe(`leaving the reader in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/busy': BUSY });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    /** Opens the page and leaves traces of a person in it; resolves to its state. */
    async function openUsed() {
      await driver.open(`${server.origin}/busy`);
      await driver.evaluate(() => {
        document.getElementById('name').value = 'Marta';
        document.getElementById('tick').checked = true;
        document.getElementById('text').value = 'half a sen';
        document.getElementById('box').scrollTop = 333;
        scrollTo(0, 700);
        const [first, , third] = document.querySelectorAll('article p');
        // From the later end to the earlier: a selection has a direction.
        getSelection().setBaseAndExtent(third.firstChild, 20, first.firstChild, 5);
        document.getElementById('link').focus({ preventScroll: true });
      });
      return driver.evaluate(usedState);
    }

    const WAYS = {
      'a second click': () => driver.click(),
      'Escape': () => driver.press('Escape'),
      'the exit button': () => driver.inside(root => { root.querySelector('.tool').click(); return true; }),
      'the link to the original': () => driver.inside(root => { root.querySelector('.original').click(); return true; }),
    };
    for (const [way, leave] of Object.entries(WAYS)) {
      it(`by ${way} restores everything and changes nothing but the host`, async () => {
        const was = await openUsed();
        const page = await driver.evaluate(pageState);
        await driver.clickToOpen();
        await leave();
        await driver.closed();
        assert.equal(await driver.evaluate(usedState), was);
        assert.equal(await driver.evaluate(pageState), page);
        assert.deepEqual(await driver.evaluate(() => seen), ['childList html +div', 'childList html -div']);
      });
    }

    it('and coming back, four times over', async () => {
      const was = await openUsed();
      for (let round = 0; round < 4; round += 1) {
        assert.equal(await driver.clickToOpen(), 'reader');
        await driver.clickToClose();
      }
      assert.equal(await driver.evaluate(usedState), was);
    });

    it('because the page removed it leaves nothing behind, and the next click opens it again', async () => {
      const was = await openUsed();
      await driver.clickToOpen();
      await driver.evaluate(() => document.documentElement.lastElementChild.remove());
      await driver.closed();
      await until(() => driver.evaluate(() => sheetsAreOwn()), 'a style sheet stayed or went');
      assert.equal(await driver.evaluate(usedState), was);
      assert.equal(await driver.clickToOpen(), 'reader');
      await driver.clickToClose();
    });

    it('keeps what happens in the reader from the page', async () => {
      await openUsed();
      await driver.clickToOpen();
      await driver.page.mouse.click(640, 500);
      await driver.press('PageDown');
      await driver.press('Escape');
      await driver.closed();
      assert.deepEqual(await driver.evaluate(() => heard), []);
    });
  });
}

/** What a person left in the page, beside what `pageState` says. */
function usedState() {
  const value = id => document.getElementById(id).value;
  const selection = getSelection();
  return JSON.stringify([
    value('name'), document.getElementById('tick').checked, value('text'), document.getElementById('box').scrollTop,
    scrollX, scrollY, document.activeElement.id, sheetsAreOwn(), String(selection), selection.anchorOffset, selection.focusOffset,
  ]);
}
