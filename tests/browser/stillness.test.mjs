//! Nothing moves by itself: not when the reader comes, nor when its images and its typeface do.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { PARAGRAPH } from './pages.mjs';
import { serve } from './server.mjs';

const image = (width, height) => ({
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#557"/></svg>`, type: 'image/svg+xml',
});
/** One image says how large it is, the other does not. */
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Two pictures</title></head><body><article><h1>Two pictures of the mole</h1>
<figure><img src="/said.svg" alt="said" width="900" height="500"><figcaption>Its size is said</figcaption></figure><p>${PARAGRAPH}</p>
<figure><img src="/unsaid.svg" alt="unsaid"><figcaption>Its size is not said</figcaption></figure>${`<p>${PARAGRAPH}</p>`.repeat(40)}
<figure><img src="/far.svg" alt="far"></figure><p>${PARAGRAPH}</p></article></body></html>`;

for (const browser of BROWSERS) {
  describe(`stillness in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': PAGE, '/said.svg': image(900, 500), '/unsaid.svg': image(640, 480), '/far.svg': image(600, 450) });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    /** Opens the reader and notes, from its first frame on, where its blocks stand; resolves to all the places that each had. */
    async function openAndWatch() {
      await driver.open(`${server.origin}/page.html`);
      await driver.evaluate(() => {
        window.shifts = [];
        if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
          new PerformanceObserver(list => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: false });
        }
      });
      await driver.click();
      return driver.inside(async root => {
        const blocks = [...root.querySelectorAll('.head > *, .body > *')];
        if (blocks.length === 0) return false;
        const places = new Map(blocks.map(block => [block, new Set()]));
        for (let frame = 0; frame < 40; frame += 1) {
          await new Promise(requestAnimationFrame);
          for (const [block, tops] of places) tops.add(Math.round(block.getBoundingClientRect().top));
        }
        await document.fonts.ready;
        const images = [...root.querySelectorAll('.body img')];
        const far = images.pop();
        return { far: far.clientHeight, loaded: images.every(each => each.complete && each.naturalWidth > 0), moved: [...places].filter(([, tops]) => tops.size > 1).map(([block, tops]) => `${block.textContent.slice(0, 30)}: ${[...tops]}`) };
      });
    }

    it('holds while images arrive, whether the page says how large they are or not', async () => {
      const { far, loaded, moved } = await openAndWatch();
      assert.ok(loaded, 'the images never came');
      // What is far below is not loaded yet, and has its room.
      assert.equal(far, 450);
      assert.deepEqual(moved, []);
      assert.deepEqual(await driver.evaluate(() => shifts), []);
    });

    it('holds with a typeface that comes with the extension', async () => {
      await driver.tapButton('Text and theme');
      await driver.tap(root => root.querySelector('input[name=font][value=opendyslexic]').parentElement);
      await until(() => driver.evaluate(() => [...document.fonts].some(({ family, status }) => family.includes('Lectern OpenDyslexic') && status === 'loaded')), 'the typeface did not come');
      await driver.press('Escape');
      const { moved } = await openAndWatch();
      assert.ok(await driver.evaluate(() => [...document.fonts].some(({ family, status }) => family.includes('Lectern OpenDyslexic') && status === 'loaded')));
      assert.deepEqual(moved, []);
      assert.deepEqual(await driver.evaluate(() => shifts), []);
    });
  });
}
