//! An article so long that what is far from the window is laid out when it comes near: places are found all the same.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from './driver.mjs';
import { serve } from './server.mjs';

const N_PARAGRAPHS = 900;
const WORDS = 'harbor lamp winter ledger keeper rope salt clock tide morning letter bridge stone council market window boat brother weather evening'.split(' ');
/** Sentences that differ from each other: what a page says again and again is no article. */
const sentence = seed => `The ${WORDS[seed % 19]} by the ${WORDS[seed % 17]} was ${seed % 2 === 0 ? 'older' : 'later'} than the ${WORDS[seed % 13]} of ${1700 + seed % 311}, and nobody minded.`;
/** Of very different lengths, so that no guess at heights is right. */
const PARAGRAPHS = Array.from({ length: N_PARAGRAPHS }, (_, number) => (
  `<p id="p${number}">Number ${number}. ${Array.from({ length: 2 + (number * 7) % 9 }, (_, nth) => sentence(number * 31 + nth * 101)).join(' ')}</p>`
));
const LONG = `<!DOCTYPE html><html lang="en"><head><title>The lamp on the mole</title></head><body style="font-size: 12px"><article>
<h1>The lamp on the mole</h1><h2>The first half</h2>${PARAGRAPHS.slice(0, 450).join('')}<h2>The second half</h2>${PARAGRAPHS.slice(450).join('')}</article></body></html>`;

for (const browser of BROWSERS) {
  describe(`a long article in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': LONG });
      driver = await launch(browser, { width: 1000, height: 600 });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    /** The number of the first paragraph on screen, once the window rests on it. */
    const firstOnScreen = () => driver.inside(root => {
      const shown = [...root.querySelectorAll('.body > p')].find(each => each.getBoundingClientRect().bottom > 72);
      return shown === undefined ? undefined : /^Number (\d+)\./.exec(shown.textContent)[1];
    });

    it('opens at the paragraph on screen, goes where the outline says, to the end, and leaves the page there', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.evaluate(() => document.getElementById('p600').scrollIntoView());
      await driver.clickToOpen();
      assert.equal(await driver.look(root => root.querySelectorAll('.body > *').length), N_PARAGRAPHS + 2);
      assert.ok(await driver.look(root => root.querySelector('.body').hasAttribute('data-long')));
      assert.equal(await firstOnScreen(), '600');

      await driver.inside(root => { root.querySelector('.tool[aria-label=Outline]').click(); return true; });
      await driver.inside(root => { root.querySelectorAll('.outline-link')[1].click(); return true; });
      await driver.inside(root => Math.abs(root.querySelectorAll('.body h2')[1].getBoundingClientRect().top - 72) < 24);

      // What is laid out on the way there makes the way longer.
      await driver.inside((root, last) => {
        const dialog = root.querySelector('dialog');
        dialog.scrollTop = dialog.scrollHeight;
        const { lastElementChild: end } = root.querySelector('.body');
        const { top, bottom } = end.getBoundingClientRect();
        const isThere = end.textContent.startsWith(`Number ${last}.`) && bottom > 0 && top < innerHeight;
        return isThere && Number(root.querySelector('.progress').style.getPropertyValue('--read')) > 0.95;
      }, N_PARAGRAPHS - 1);
      await driver.clickToClose();
      // The first paragraph that was on screen, which is one of the last.
      const firstInPage = await driver.evaluate(() => [...document.querySelectorAll('p')].findIndex(each => each.getBoundingClientRect().bottom > 72));
      assert.ok(firstInPage > N_PARAGRAPHS - 12, `the page shows paragraph ${firstInPage}`);
    });
  });
}
