//! An image over the whole window: closer, farther, to the next one, and back to where one was.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { PARAGRAPH } from './pages.mjs';
import { serve } from './server.mjs';

const picture = color => ({
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="${color}"/></svg>`, type: 'image/svg+xml',
});
const figure = (name, caption) => `<figure><img src="/${name}.svg" alt="${name}" width="1200" height="800"><figcaption>${caption}</figcaption></figure>`;
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Three boats</title></head><body><article><h1>Three boats</h1>
<p>${PARAGRAPH}</p>${figure('red', 'The red boat, before the race')}<p>${PARAGRAPH}</p><p>${PARAGRAPH}</p>
${figure('green', 'The green boat, which won')}<p>${PARAGRAPH}</p>${figure('blue', 'The blue boat, which sank')}<p>${PARAGRAPH}</p></article></body></html>`;

for (const browser of BROWSERS) {
  describe(`an enlarged image in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': PAGE, '/red.svg': picture('#a33'), '/green.svg': picture('#373'), '/blue.svg': picture('#337') });
      driver = await launch(browser);
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    const isShown = alt => driver.inside((root, name) => root.querySelector('.lightbox[open] img')?.alt === name, alt);
    const width = () => driver.inside(root => Math.round(root.querySelector('.lightbox img').getBoundingClientRect().width));
    /** Waits until it is so many times as wide as it was at first. */
    const isTimes = (first, times) => until(async () => Math.abs(await width() - first * times) <= 2, `never ${times} times as wide`);

    it('opens from the keyboard, with its words, and fits the window', async () => {
      await driver.inside(root => { root.querySelector('.images > img').focus(); return true; });
      await driver.press('Enter');
      await isShown('red');
      const { label, caption, box } = await driver.inside(root => {
        const image = root.querySelector('.lightbox img');
        return image.complete && image.naturalWidth > 0 && {
          label: root.querySelector('.lightbox').getAttribute('aria-label'), caption: root.querySelector('.lightbox-caption').textContent, box: image.getBoundingClientRect().toJSON(),
        };
      });
      assert.equal(label, 'red');
      assert.equal(caption, 'The red boat, before the race');
      assert.ok(box.width > 900 && box.left >= 0 && box.right <= 1280 && box.top >= 0 && box.bottom <= 900, JSON.stringify(box));
    });

    it('comes closer and goes back by keys and by buttons, and moves about', async () => {
      const first = await width();
      await driver.page.keyboard.type('+');
      await isTimes(first, 1.5);
      await driver.tapButton('Zoom in');
      await isTimes(first, 2.25);
      const left = () => driver.inside(root => root.querySelector('.lightbox-stage').scrollLeft);
      const before = await left();
      assert.ok(before > 0, 'not around the middle');
      await driver.press('ArrowRight');
      await until(async () => await left() > before, 'did not move');
      await driver.press('-');
      await isTimes(first, 1.5);
      await driver.tapButton('Zoom out');
      await isTimes(first, 1);
      await driver.page.keyboard.type('++');
      await driver.press('0');
      await isTimes(first, 1);
    });

    it('goes to the next image and to the one before, around the end', async () => {
      await driver.press('ArrowRight');
      await isShown('green');
      assert.equal(await driver.inside(root => root.querySelector('.lightbox-place').textContent), 'Image 2 of 3');
      await driver.tapButton('Next image');
      await isShown('blue');
      await driver.press('ArrowRight');
      await isShown('red');
      await driver.press('ArrowLeft');
      await isShown('blue');
    });

    it('comes closer where one presses, and to where the wheel points', async () => {
      const first = await width();
      const at = { x: 400, y: 300 };
      const point = () => driver.inside((root, { x, y }) => {
        const { left, top, width, height } = root.querySelector('.lightbox img').getBoundingClientRect();
        return [(x - left) / width, (y - top) / height];
      }, at);
      const under = await point();
      await driver.page.mouse.click(at.x, at.y);
      await isTimes(first, 2.5);
      for (const [index, part] of (await point()).entries()) assert.ok(Math.abs(part - under[index]) < 0.02, `${await point()} for ${under}`);
      await driver.page.mouse.click(at.x, at.y);
      await isTimes(first, 1);
      await driver.page.mouse.move(at.x, at.y);
      await driver.page.mouse.wheel({ deltaY: -200 });
      await until(async () => await width() > first * 1.2, 'the wheel does nothing');
      await driver.press('0');
    });

    it('keeps the Tab key to itself', async () => {
      for (let stop = 0; stop < 8; stop += 1) {
        await driver.press('Tab');
        assert.equal(await driver.look(root => root.activeElement === null || root.activeElement.closest('.lightbox') !== null), true, `stop ${stop}`);
      }
    });

    it('closes on Escape, by its button and by a press beside it, and leaves the focus at the image one saw last', async () => {
      const closed = () => driver.inside(root => root.querySelector('.lightbox') === null && root.activeElement?.alt === 'blue');
      await driver.press('Escape');
      await closed();
      await driver.press('Enter');
      await isShown('blue');
      await driver.tapButton('Close');
      await closed();
      await driver.press('Enter');
      await isShown('blue');
      await driver.page.mouse.click(640, 50);
      await closed();
      assert.equal(await driver.look(root => root.querySelector('dialog').open), true);
    });
  });
}
