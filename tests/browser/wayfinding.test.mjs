//! Finding one's way: outline, keys, links within the article, and the place carried both ways.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, BUSY, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

for (const browser of BROWSERS) {
  describe(`finding one's way in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR, '/busy': BUSY });
      driver = await launch(browser, { width: 1000, height: 600 });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function read(path) {
      await driver.open(server.origin + path);
      await driver.clickToOpen();
    }

    /** Waits until the element stands near the top of the window. */
    const atTop = selector => driver.inside((root, target) => Math.abs(root.querySelector(target).getBoundingClientRect().top - 64) < 40, selector);

    it('lists the headings, marks the current one and goes where one points', async () => {
      await read('/page.html');
      const open = () => driver.inside(root => { root.querySelector('.tool[aria-label=Outline]').click(); return true; });
      await open();
      const listed = await driver.inside(root => [...root.querySelectorAll('.outline-link')].map(link => link.textContent));
      assert.deepEqual(listed, ['A machine for being late', 'What the ledgers say', 'After the railway']);
      await driver.inside(root => { root.querySelectorAll('.outline-link')[1].click(); return true; });
      await atTop('.body h3');
      await open();
      assert.equal(await driver.inside(root => root.querySelector('[aria-current=location]')?.textContent), 'What the ledgers say');
    });

    it('marks the section one scrolls to while the outline is open', async () => {
      await read('/page.html');
      await driver.tapButton('Outline');
      assert.equal(await driver.look(root => root.querySelectorAll('[aria-current=location]').length), 0);
      for (const [selector, title] of [['.body h3', 'What the ledgers say'], ['.body h2', 'A machine for being late']]) {
        await driver.inside((root, target) => { root.querySelector(target).scrollIntoView(); return true; }, selector);
        await driver.inside((root, name) => root.querySelector('[aria-current=location]')?.textContent === name, title);
      }
      await driver.press('Escape');
    });

    it('says how many minutes are left once one has begun', async () => {
      await read('/busy');
      assert.equal(await driver.look(root => root.querySelector('.bar-words').textContent), '');
      await driver.inside(root => { root.querySelector('dialog').scrollTop = 2000; return true; });
      const told = () => driver.inside(root => /^(\d+) min left$/.exec(root.querySelector('.bar-words').textContent)?.[1]);
      const before = Number(await told());
      await driver.inside(root => { root.querySelector('dialog').scrollTop = 3600; return true; });
      await until(async () => Number(await told()) < before, 'no fewer minutes are left');
    });

    it('follows a link within the article', async () => {
      await read('/page.html');
      await driver.inside(root => { root.querySelector('.body a[href="#place-late"]').click(); return true; });
      await atTop('#place-late');
      assert.equal(await driver.evaluate(() => location.hash), '');
    });

    it('goes from heading to heading and from paragraph to paragraph by keys', async () => {
      await read('/page.html');
      const press = async (...keys) => {
        for (const key of keys.slice(0, -1)) await driver.page.keyboard.down(key);
        await driver.press(keys.at(-1));
        for (const key of keys.slice(0, -1)) await driver.page.keyboard.up(key);
      };
      await press('Alt', 'Shift', 'ArrowDown');
      await atTop('.body h2');
      await press('Alt', 'Shift', 'ArrowDown');
      await atTop('.body h3');
      await press('Alt', 'ArrowDown');
      await atTop('.body h3 + p');
      await press('Alt', 'Shift', 'ArrowUp');
      await atTop('.body h3');
    });

    it('shows how far one has come, and hides the bar from whoever reads on', async () => {
      await read('/busy');
      await driver.inside(root => { root.querySelector('dialog').scrollTop = 900; return true; });
      await driver.inside(root => Number(root.querySelector('.progress').style.getPropertyValue('--read')) > 0.1);
      await driver.inside(root => root.querySelector('.bar').hasAttribute('data-away'));
      await driver.inside(root => { root.querySelector('dialog').scrollTop = 600; return true; });
      await driver.inside(root => !root.querySelector('.bar').hasAttribute('data-away'));
    });

    it('goes on where the article was left the last time', async () => {
      await read('/busy?another');
      await driver.inside(root => { root.querySelectorAll('.body p')[20].scrollIntoView(); return true; });
      await driver.inside(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))));
      await driver.clickToClose();
      await until(async () => {
        await read('/busy?another');
        return driver.look(root => new Promise(resolve => {
          requestAnimationFrame(() => resolve(Math.abs(root.querySelectorAll('.body p')[20].getBoundingClientRect().top) < 160));
        }));
      }, 'the place was forgotten');
    });

    it('knows where one is while one reads, without an exit', async () => {
      await read('/busy?still-open');
      await driver.inside(root => { root.querySelectorAll('.body p')[20].scrollIntoView(); return true; });
      const stays = driver.page;
      await until(async () => {
        driver.page = await driver.browser.newPage();
        try {
          await driver.page.setViewport({ width: 1000, height: 600 });
          await driver.page.goto(`${server.origin}/busy?still-open`);
          await driver.clickToOpen();
          return await driver.look(root => new Promise(resolve => {
            requestAnimationFrame(() => resolve(Math.abs(root.querySelectorAll('.body p')[20].getBoundingClientRect().top) < 160));
          }));
        } finally {
          await driver.page.close();
          driver.page = stays;
        }
      }, 'the place was not stored');
    });

    it('opens at the paragraph on screen and leaves the page where one read', async () => {
      await driver.open(`${server.origin}/busy`);
      const top = at => driver.evaluate(index => document.querySelectorAll('article p')[index].getBoundingClientRect().top, at);
      await driver.evaluate(() => document.querySelectorAll('article p')[5].scrollIntoView());
      await driver.clickToOpen();
      const paragraph = at => driver.inside((root, index) => root.querySelectorAll('.body p')[index].getBoundingClientRect().top, at);
      assert.ok(Math.abs(await paragraph(5) - 72) < 160, 'the reader opened elsewhere');
      await driver.inside(root => { root.querySelectorAll('.body p')[10].scrollIntoView(); return true; });
      // The place is noted when the scrolling is told, which is after this.
      await until(async () => Math.abs(await paragraph(10)) < 100, 'the reader did not scroll');
      await driver.inside(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))));
      await driver.clickToClose();
      await until(async () => Math.abs(await top(10)) < 160, 'the page is elsewhere');
    });
  });
}
