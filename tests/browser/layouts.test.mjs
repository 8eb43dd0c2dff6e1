//! Columns, and pages that turn: by every way of turning them, in every direction of writing, with the place kept.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, BUSY, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

const page = slug => readFileSync(new URL(`../pages/${slug}/page.html`, import.meta.url), 'utf8');

for (const browser of BROWSERS) {
  describe(`layouts in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR, '/busy': BUSY, '/ar': page('news-ticker-ar'), '/ja': page('interview-ja') });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function read(path, layout) {
      await driver.open(server.origin + path);
      await driver.resize(1280, 900);
      await driver.clickToOpen();
      await driver.tapButton('Text and theme');
      await driver.tap((root, value) => root.querySelector(`input[name=layout][value=${value}]`).parentElement, layout);
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.panel:popover-open') === null);
      // The button would take the space bar for itself.
      await driver.inside(root => { root.querySelector('.article').focus(); return true; });
    }

    const number = () => driver.look(root => root.querySelector('.page-number')?.textContent);
    const shows = words => until(async () => await number() === words, `never ${words}`);
    const pages = async () => Number((await number()).split(' ').at(-1));

    /** Whether the first characters of what `selector` finds can be seen, and nothing of the reader has scrolled. */
    const isSeen = selector => driver.inside((root, target) => {
      const found = root.querySelector(target);
      const [{ left, right, top, bottom }] = found.getClientRects();
      const frame = root.querySelector('.article').getBoundingClientRect();
      return root.querySelector('dialog').scrollTop === 0
        && right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom;
    }, selector);

    it('turns pages by keys, from the first to the last and back', async () => {
      await read('/page.html', 'pages');
      const of = await pages();
      assert.ok(of > 1, `${of} pages`);
      await shows(`Page 1 of ${of}`);
      await driver.press('ArrowRight');
      await shows(`Page 2 of ${of}`);
      await driver.press('PageUp');
      await shows(`Page 1 of ${of}`);
      await driver.press(' ');
      await shows(`Page 2 of ${of}`);
      await driver.press('Home');
      await shows(`Page 1 of ${of}`);
      await driver.press('End');
      await shows(`Page ${of} of ${of}`);
      await isSeen('.notes li');
      await driver.press('ArrowRight');
      await shows(`Page ${of} of ${of}`);
    });

    it('turns pages by the buttons, by a press near the edge and by the wheel', async () => {
      await read('/page.html', 'pages');
      const of = await pages();
      await driver.tapButton('Turn the page');
      await shows(`Page 2 of ${of}`);
      await driver.tapButton('Previous page');
      await shows(`Page 1 of ${of}`);
      await driver.page.mouse.click(1262, 500);
      await shows(`Page 2 of ${of}`);
      await driver.page.mouse.click(16, 500);
      await shows(`Page 1 of ${of}`);
      await driver.page.mouse.move(640, 500);
      await driver.page.mouse.wheel({ deltaY: 120 });
      await shows(`Page 2 of ${of}`);
    });

    it('turns pages by a finger that draws them along, and not by one that goes up or hardly moves', async () => {
      await read('/page.html', 'pages');
      const of = await pages();
      await driver.swipe({ x: 900, y: 500 }, { x: 600, y: 510 });
      await shows(`Page 2 of ${of}`);
      await driver.swipe({ x: 700, y: 300 }, { x: 690, y: 700 });
      await driver.swipe({ x: 700, y: 500 }, { x: 680, y: 500 });
      assert.equal(await number(), `Page 2 of ${of}`);
      await driver.swipe({ x: 600, y: 500 }, { x: 900, y: 490 });
      await shows(`Page 1 of ${of}`);
      await read('/ar', 'pages');
      const more = await pages();
      await driver.swipe({ x: 600, y: 500 }, { x: 900, y: 490 });
      await shows(`Page 2 of ${more}`);
    });

    it('shows every block on a page of its own number, and cuts none at its foot', async () => {
      await read('/page.html', 'pages');
      const of = await pages();
      const seen = new Set();
      for (let at = 1; at <= of; at += 1) {
        await shows(`Page ${at} of ${of}`);
        // A page that turns takes a moment.
        await driver.inside(root => root.querySelector('.article').getAnimations().length === 0);
        const { shown, cut } = await driver.inside(root => {
          const { left, right, bottom } = root.querySelector('.article').getBoundingClientRect();
          const shown = [], cut = [];
          root.querySelectorAll('.head > *, .body > *, .notes li').forEach((block, index) => {
            for (const box of block.getClientRects()) {
              if (box.left < left - 1 || box.right > right + 1) continue;
              shown.push(index);
              if (box.bottom > bottom + 1) cut.push(block.textContent.slice(0, 40));
            }
          });
          return { shown, cut };
        });
        for (const index of shown) seen.add(index);
        assert.deepEqual(cut, [], `page ${at}`);
        await driver.press('PageDown');
      }
      const all = await driver.inside(root => root.querySelectorAll('.head > *, .body > *, .notes li').length);
      assert.equal(seen.size, all);
    });

    it('keeps the words on screen when the text, the window or the layout changes', async () => {
      await read('/busy', 'pages');
      await driver.press('PageDown');
      await driver.press('PageDown');
      await until(async () => /^Page 3 of/.test(await number()), 'not on page 3');
      const words = await driver.inside(firstCharacter);
      const stays = async what => driver.inside(characterIsSeen, words).catch(() => assert.fail(`gone after ${what}`));
      await driver.resize(900, 700);
      await stays('a smaller window');
      await driver.resize(1280, 900);
      await stays('a larger window');
      await driver.tapButton('Text and theme');
      await driver.tap(root => root.querySelector('input[name=font][value=mono]').parentElement);
      await stays('another typeface');
      await driver.tap(root => root.querySelector('input[name=font][value=serif]').parentElement);
      await stays('the old typeface');
      for (const [slider, value] of [['Text size', 27], ['Line height', 2.2], ['Text size', 20]]) {
        await driver.inside((root, name, wanted) => {
          const input = [...root.querySelectorAll('.slider')].find(each => each.textContent.startsWith(name)).querySelector('input');
          input.value = wanted;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          return true;
        }, slider, value);
        await stays(`${slider} ${value}`);
      }
      await driver.tapButton('Reset');
      await driver.tap(root => root.querySelector('input[name=layout][value=pages]').parentElement);
      await driver.tap(root => root.querySelector('input[name=layout][value=scroll]').parentElement);
      await stays('scrolling');
      assert.ok(await driver.inside(root => root.querySelector('dialog').scrollTop > 0));
      await driver.tap(root => root.querySelector('input[name=layout][value=pages]').parentElement);
      await stays('pages again');
    });

    it('goes where a heading of the outline and a link in the text lead', async () => {
      await read('/page.html', 'pages');
      await driver.tapButton('Outline');
      await driver.tapButton('After the railway');
      await isSeen('.body > h2:last-of-type');
      await driver.tap(root => root.querySelector('.body a[href="#place-late"]'));
      await isSeen('#place-late');
    });

    it('turns the other way in Arabic', async () => {
      await read('/ar', 'pages');
      const of = await pages();
      assert.ok(of > 1, `${of} pages`);
      await driver.press('ArrowLeft');
      await shows(`Page 2 of ${of}`);
      await driver.press('ArrowRight');
      await shows(`Page 1 of ${of}`);
      await driver.page.mouse.click(16, 500);
      await shows(`Page 2 of ${of}`);
      await driver.press('End');
      await isSeen('.body > :last-child');
    });

    it('sets Japanese in vertical lines, with pages from right to left', async () => {
      await read('/ja', 'pages');
      await driver.tapButton('Text and theme');
      await driver.tap(root => root.querySelector('.vertical'));
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.panel:popover-open') === null);
      assert.equal(await driver.inside(root => getComputedStyle(root.querySelector('.body > p')).writingMode), 'vertical-rl');
      const of = await pages();
      assert.ok(of > 1, `${of} pages`);
      await driver.press('ArrowLeft');
      await shows(`Page 2 of ${of}`);
      await driver.press('End');
      await isSeen('.body > :last-child');
      // As it was, for whatever is tested next.
      await driver.tapButton('Text and theme');
      await driver.tap(root => root.querySelector('.vertical'));
      assert.equal(await driver.inside(root => getComputedStyle(root.querySelector('.body > p')).writingMode), 'horizontal-tb');
    });

    it('sets several columns where there is room, and one where there is not', async () => {
      await read('/busy', 'columns');
      const columns = () => driver.inside(root => new Set([...root.querySelectorAll('.body > p')].flatMap(block => [...block.getClientRects()].map(({ left }) => Math.round(left)))).size);
      await driver.resize(1600, 900);
      assert.ok(await columns() >= 3, `${await columns()} columns`);
      assert.equal(await driver.inside(root => root.querySelector('dialog').scrollWidth - root.querySelector('dialog').clientWidth), 0);
      await driver.resize(500, 900);
      assert.equal(await columns(), 1);
    });
  });
}

/** Block and place of the first character on the page that is shown. */
function firstCharacter(root) {
  const { left, right } = root.querySelector('.article').getBoundingClientRect();
  const range = document.createRange();
  const blocks = [...root.querySelectorAll('.body > p')];
  for (const [block, { firstChild: node }] of blocks.entries()) {
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getClientRects()[0];
      if (box !== undefined && box.width > 0 && box.left >= left && box.right <= right) return { block, at };
    }
  }
  return undefined;
}

/** Whether it can be seen. */
function characterIsSeen(root, { block, at }) {
  const range = document.createRange();
  const node = root.querySelectorAll('.body > p')[block].firstChild;
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const box = range.getBoundingClientRect();
  return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
}
