//! An article so long that it is made a little at a time: what a person does meanwhile is answered at once, and what needs all of it has it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { serve } from './server.mjs';

const N_PARAGRAPHS = 2100;
const WORDS = 'harbor lamp winter ledger keeper rope salt clock tide morning letter bridge stone council market window boat brother weather evening'.split(' ');
/** Sentences that differ from each other: what a page says again and again is no article. */
const sentence = seed => `The ${WORDS[seed % 19]} by the ${WORDS[seed % 17]} was ${seed % 2 === 0 ? 'older' : 'later'} than the ${WORDS[seed % 13]} of ${1700 + seed % 311}, and nobody minded.`;
const FIRST = 'Whoever has no time goes <a href="#p2050">to the end</a>, as the keeper did in <em>every</em> year but one<sup><a id="r1" href="#n1">1</a></sup>.';
const paragraph = number => `<p id="p${number}">Number ${number}. ${number === 1 ? FIRST : ''}${Array.from({ length: 1 + (number * 7) % 5 }, (_, nth) => sentence(number * 31 + nth * 101)).join(' ')}</p>`;
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>The lamp on the mole</title></head><body style="font-size: 12px"><article><h1>The lamp on the mole</h1>
${Array.from({ length: N_PARAGRAPHS }, (_, number) => `${number % 350 === 0 ? `<h2>Part ${number / 350}</h2>` : ''}${paragraph(number)}`).join('')}
<section class="footnotes"><ol><li id="n1">That was 1868, when the lamp was not lit. <a href="#r1">↩</a></li></ol></section></article></body></html>`;
const N_BLOCKS = N_PARAGRAPHS + N_PARAGRAPHS / 350;

for (const browser of BROWSERS) {
  describe(`a very long article in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': PAGE });
      driver = await launch(browser, { width: 1000, height: 600 });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    const nBlocks = () => driver.look(root => root.querySelectorAll('.body > *').length);
    const isWhole = () => until(async () => await nBlocks() === N_BLOCKS, 'the rest did not come');
    /** The number of the first paragraph on screen. */
    const firstOnScreen = () => driver.look(root => {
      const shown = [...root.querySelectorAll('.body > p')].find(each => each.getBoundingClientRect().bottom > 72);
      return /^Number (\d+)\./.exec(shown?.textContent)?.[1];
    });

    /** Opens the page and, while the page has always something to do, the reader; then calls `act` in it, when a part of it is there. */
    async function openAnd(act, ...args) {
      // A machine that is busy with something else may come to it too late: then it is opened anew.
      return until(async () => {
        await driver.open(`${server.origin}/page.html`);
        await driver.evaluate(hold);
        await driver.click();
        const seen = await driver.inside(`(root, whole, ...args) => {
          const n = root.querySelectorAll('.body > *').length;
          return n > 0 && { n, answer: n < whole && (${act})(root, ...args) };
        }`, N_BLOCKS, ...args);
        return seen.n < N_BLOCKS && seen;
      }, 'it was never seen in the making');
    }
    const letGo = () => driver.evaluate(() => { window.held = false; });

    it('is left while it is being made: nothing of it goes on, and the page is as it was', async () => {
      const { n, answer } = await openAnd(root => {
        window.left = root;
        root.querySelector('.bar button').click();
        return root.host.isConnected;
      });
      assert.equal(answer, false);
      await letGo();
      // So many times the browser has had nothing to do.
      await driver.evaluate(async () => { for (let times = 0; times < 5; times += 1) await new Promise(requestIdleCallback); });
      assert.equal(await driver.evaluate(() => window.left.querySelectorAll('.body > *').length), n);
      assert.ok(await driver.evaluate(() => document.documentElement.outerHTML === before));
      assert.equal(await driver.evaluate(() => scrollY), 0);
    });

    it('comes whole, in its order, and can be gone through by its outline', async () => {
      await openAnd(() => true);
      await letGo();
      await isWhole();
      assert.ok(await driver.look(root => [...root.querySelectorAll('.body > p')].every((each, number) => each.textContent.startsWith(`Number ${number}. `))));
      assert.equal(await driver.look(root => root.querySelectorAll('.notes li .back-link').length), 1);
      await driver.tapButton('Outline');
      await driver.inside(root => { root.querySelectorAll('.outline-link')[4].click(); return true; });
      await driver.inside(root => Math.abs(root.querySelectorAll('.body h2')[4].getBoundingClientRect().top - 72) < 24);
      await driver.clickToClose();
    });

    it('opens at the paragraph on screen, far down, and leaves the page where one has read to', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.evaluate(() => document.getElementById('p1900').scrollIntoView());
      await driver.clickToOpen();
      await until(async () => await firstOnScreen() === '1900', 'it is not at the paragraph');
      await isWhole();
      assert.equal(await firstOnScreen(), '1900');
      await driver.inside(root => { root.querySelector('dialog').scrollBy(0, 3000); return true; });
      const read = await until(async () => await firstOnScreen() !== '1900' && firstOnScreen(), 'it did not move');
      await driver.inside(root => Number(root.querySelector('.progress').style.getPropertyValue('--read')) > 0.8);
      await driver.clickToClose();
      const inPage = await driver.evaluate(() => [...document.querySelectorAll('p')].findIndex(each => each.getBoundingClientRect().bottom > 72));
      assert.ok(Math.abs(inPage - Number(read)) <= 1, `the page shows paragraph ${inPage}, read was ${read}`);
      // The place was stored, and is gone to when it is there.
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await until(async () => Math.abs(await firstOnScreen() - Number(read)) <= 1, `it is not at paragraph ${read} again`);
      await driver.clickToClose();
    });

    it('is there at once for a link far down, for a note, for the end and for printing', async () => {
      await openAnd(root => { root.querySelector('.body a[href="#place-p2050"]').click(); return true; });
      assert.equal(await nBlocks(), N_BLOCKS);
      await letGo();
      await until(async () => await firstOnScreen() === '2050', 'the link leads nowhere');
      await driver.clickToClose();

      await openAnd(root => { root.querySelector('.note-reference a').click(); return true; });
      assert.match(await driver.look(root => root.querySelector('.note-popover:popover-open').textContent), /when the lamp was not lit/);
      await letGo();
      await driver.clickToClose();

      await openAnd(() => true);
      await driver.page.keyboard.down('Control');
      await driver.press('End');
      await driver.page.keyboard.up('Control');
      assert.equal(await nBlocks(), N_BLOCKS);
      await letGo();
      await driver.inside(root => {
        const { top, bottom } = [...root.querySelectorAll('.body > p')].at(-1).getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      await driver.clickToClose();

      const { answer } = await openAnd(root => {
        window.dispatchEvent(new Event('beforeprint'));
        return root.querySelectorAll('.body > *').length;
      });
      assert.equal(answer, N_BLOCKS);
      await letGo();
      await driver.clickToClose();
    });
  });
}

/** Keeps the browser from having nothing to do, until it is let go. */
function hold() {
  const { port1, port2 } = new MessageChannel();
  window.before = document.documentElement.outerHTML;
  window.held = true;
  port1.onmessage = () => { if (window.held) port2.postMessage(null); };
  port2.postMessage(null);
}
