//! The page is as it was, whichever way the reader is left.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { BUSY, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';
import { pageState } from './shown.mjs';

/** Silence, as a sound file: two seconds of eight thousand bytes. */
const SILENCE = (() => {
  const samples = Buffer.alloc(16_000, 128);
  const head = Buffer.from('RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0', 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.writeUInt32LE(samples.length, 40);
  return { body: Buffer.concat([head, samples]), type: 'audio/wav' };
})();

/** With more that a person can leave in a page, and a sound that can play. */
const USED = BUSY.replace('<form>', `<audio id="sound" src="/silence.wav" loop muted></audio><div id="draft" contenteditable>Dear</div>
<details id="more"><summary>More</summary>And more</details><form><select id="boat"><option>ferry</option><option>barge</option></select>`)
  .replace('window.heard = [];', `window.heard = [];
  window.played = [];
  for (const type of ['pause', 'emptied', 'seeking', 'ratechange', 'volumechange', 'stalled']) document.getElementById('sound').addEventListener(type, () => played.push(type));`);

/** With images above each place in it. Everything is at whole pixels: Firefox goes from a fraction to the pixel some frames later. */
const SHRINKING = `<!DOCTYPE html><html lang="en"><head><title>The mole in winter</title><style>body { margin: 0; line-height: 20px } img { display: block }
h1, p, figure { margin: 20px 0; font-size: 16px }</style></head><body><div style="height: 300px">Menu</div>
<article><h1>The mole in winter</h1>${Array.from({ length: 7 }, (_, n) => `<p id="p${n}">${`Number ${n} of what is said of the mole, where ferries lie in winter. `.repeat(2)}</p>
${n < 4 ? `<figure><img src="/harbor.svg" width="900" height="600" alt="The mole"><figcaption>The mole, ${n}.</figcaption></figure>` : ''}`).join('')}</article>
<div style="height: 2000px">Footer</div></body></html>`;

for (const browser of BROWSERS) {
  describe(`leaving the reader in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/busy': USED, '/shrinking': SHRINKING, '/harbor.svg': HARBOR, '/silence.wav': SILENCE });
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
        document.getElementById('boat').value = 'barge';
        document.getElementById('draft').firstChild.data = 'Dear Marta';
        document.getElementById('more').open = true;
        document.getElementById('box').scrollTop = 333;
        scrollTo(0, 700);
        const [first, , third] = document.querySelectorAll('article p');
        // From the later end to the earlier: a selection has a direction.
        getSelection().setBaseAndExtent(third.firstChild, 20, first.firstChild, 5);
        document.getElementById('link').focus({ preventScroll: true });
        // What the person did is no change of the reader's.
        return new Promise(resolve => setTimeout(() => { seen.length = 0; resolve(); }));
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

    for (const paragraph of [2, 4, 6]) {
      it(`leaves the page where it was though the reader shrank meanwhile, opened at paragraph ${paragraph}`, async () => {
        await driver.open(`${server.origin}/shrinking`);
        const was = await driver.evaluate(n => {
          document.getElementById(`p${n}`).scrollIntoView();
          return scrollY;
        }, paragraph);
        await driver.clickToOpen();
        // Of an image that cannot be had only its words stay.
        await driver.inside(async root => {
          const frames = async () => { for (let n = 0; n < 4; n += 1) await new Promise(requestAnimationFrame); };
          await frames();
          for (const image of root.querySelectorAll('.body img')) image.dispatchEvent(new Event('error'));
          await frames();
          return root.querySelector('.body img') === null;
        });
        await driver.clickToClose();
        assert.equal(await driver.evaluate(() => scrollY), was);
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

    it('lets a sound play on, from the click to the exit and beyond', async () => {
      await driver.open(`${server.origin}/busy`);
      // A browser lets a page play where somebody has pressed something.
      await driver.page.mouse.click(640, 400);
      await driver.evaluate(() => document.getElementById('sound').play());
      const isPlaying = () => driver.evaluate(() => new Promise(resolve => {
        const sound = document.getElementById('sound');
        const before = sound.currentTime;
        sound.addEventListener('timeupdate', () => { if (sound.currentTime !== before) resolve(!sound.paused); });
      }));
      assert.ok(await isPlaying(), 'it never played');
      await driver.evaluate(() => { played.length = 0; });
      await driver.clickToOpen();
      assert.ok(await isPlaying(), 'not in the reader');
      await driver.press('Escape');
      await driver.closed();
      assert.ok(await isPlaying(), 'not after the exit');
      // A sound in a loop seeks to its beginning.
      assert.deepEqual(await driver.evaluate(() => played.filter(type => type !== 'seeking')), []);
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
    value('name'), document.getElementById('tick').checked, value('text'), value('boat'), document.getElementById('draft').textContent, document.getElementById('more').open, document.getElementById('box').scrollTop,
    scrollX, scrollY, document.activeElement.id, sheetsAreOwn(), String(selection), selection.anchorOffset, selection.focusOffset,
  ]);
}
