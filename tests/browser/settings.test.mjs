//! Settings are never lost: not where storage fails for a while, and not by what is chosen meanwhile.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { BUSY } from './pages.mjs';
import { serve } from './server.mjs';

/** What a storage does that is busy, full or broken: it fails on pages whose address says so, the first time or always. */
const FAILING = `{
  const { storage } = globalThis.browser ?? chrome;
  for (const area of [storage.sync, storage.local]) {
    const get = area.get.bind(area);
    let failed = 0;
    area.get = (...names) => {
      failed += 1;
      return /always/.test(location.search) || (/once/.test(location.search) && failed === 1) ? Promise.reject(new Error('busy')) : get(...names);
    };
    const set = area.set.bind(area);
    let full = /full/.test(location.search);
    area.set = items => {
      const refused = full;
      full = false;
      return refused ? Promise.reject(new Error('full')) : set(items);
    };
  }
}\n`;

for (const browser of BROWSERS) {
  describe(`settings in ${browser}`, () => {
    let driver, server, dist;
    before(async () => {
      server = await serve({ '/busy': BUSY });
      dist = await mkdtemp(join(tmpdir(), 'lectern-'));
      await cp(resolve('dist', browser), join(dist, browser), { recursive: true });
      const script = join(dist, browser, 'content.js');
      await writeFile(script, FAILING + await readFile(script, 'utf8'));
      driver = await launch(browser, { dist });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
      await rm(dist, { recursive: true, force: true });
    });

    async function open(search) {
      await driver.open(`${server.origin}/busy${search}`);
      await driver.clickToOpen();
    }
    const choose = async (name, value) => {
      await driver.tapButton('Text and theme');
      await driver.tap((root, setting, wanted) => root.querySelector(`input[name=${setting}][value=${wanted}]`).parentElement, name, value);
      await driver.press('Escape');
    };
    /** Theme and typeface of the reader that is open. */
    const worn = () => driver.look(root => [root.querySelector('dialog').dataset.theme, /mono/i.test(getComputedStyle(root.querySelector('.article')).fontFamily)]);
    const areStored = (wanted, complaint) => until(async () => {
      await open('');
      return JSON.stringify(await worn()) === JSON.stringify(wanted);
    }, complaint);

    it('are those of before where they could not be read at first and something else was chosen', async () => {
      await open('');
      await choose('theme', 'sepia');
      await areStored(['sepia', false], 'the theme was not stored');
      await open('?once');
      assert.deepEqual(await worn(), ['auto', false]);
      await choose('font', 'mono');
      // The theme that is stored comes back with the first change, and the change is added to it.
      await until(async () => JSON.stringify(await worn()) === JSON.stringify(['sepia', true]), 'the stored theme did not come back');
      await areStored(['sepia', true], 'the theme or the typeface is lost');
    });

    it('are left alone where they cannot be read at all', async () => {
      await open('?always');
      await choose('theme', 'black');
      assert.deepEqual(await worn(), ['black', false]);
      await driver.clickToClose();
      await areStored(['sepia', true], 'what was stored is lost');
    });

    it('are stored later where they were not taken at first', async () => {
      await open('?full');
      await choose('theme', 'gray');
      await until(async () => {
        const other = await driver.browser.newPage();
        const stays = driver.page;
        try {
          driver.page = other;
          await other.goto(`${server.origin}/busy`);
          await driver.clickToOpen();
          return JSON.stringify(await worn()) === JSON.stringify(['gray', true]);
        } finally {
          driver.page = stays;
          await other.close();
          await stays.bringToFront();
        }
      }, 'never stored');
    });

    it('and places are not forgotten for one that could not be added', async () => {
      const readOn = async search => {
        await open(search);
        await driver.inside(root => { root.querySelectorAll('.body p')[20].scrollIntoView(); return true; });
        await driver.inside(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))));
        await driver.clickToClose();
      };
      const isAt20 = () => driver.look(root => new Promise(resolve => {
        requestAnimationFrame(() => resolve(Math.abs(root.querySelectorAll('.body p')[20].getBoundingClientRect().top) < 160));
      }));
      // A tab that is closed at once may not have stored it.
      await until(async () => { await readOn('?first'); await open('?first'); return isAt20(); }, 'the place was not stored');
      await readOn('?always');
      await until(async () => { await open('?first'); return isAt20(); }, 'the first place is forgotten');
    });
  });
}
