//! The browser's Back leaves the reader first, where the person chose so, and the page notices nothing of it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { BUSY, STRICT } from './pages.mjs';
import { serve } from './server.mjs';
import { pageState } from './shown.mjs';

/** Notes whatever a page could notice of a history that changes. */
const WATCHED = BUSY.replace('window.heard = [];', `window.heard = [];
  window.went = [];
  for (const type of ['popstate', 'hashchange', 'pagehide']) addEventListener(type, () => went.push(type), true);
  window.navigation?.addEventListener('navigate', ({ navigationType }) => went.push('navigate ' + navigationType));
  window.navigation?.addEventListener('currententrychange', () => went.push('entry'));`);

for (const browser of BROWSERS) {
  describe(`the Back button in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/first': '<!DOCTYPE html><title>First</title><p>First', '/busy': WATCHED }, { csp: STRICT.replace("'self'", "'self' 'unsafe-inline'") });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    /** Comes to the page from another one and opens the reader; resolves to the page's state before. */
    async function comeAndRead() {
      await driver.open(`${server.origin}/first`);
      await driver.page.goto(`${server.origin}/busy`);
      await driver.page.mouse.click(640, 400);
      const was = await state();
      await driver.clickToOpen();
      return was;
    }

    const state = async () => [await driver.evaluate(pageState), await driver.evaluate(() => JSON.stringify([location.href, history.state, window.navigation?.entries().length]))];
    const isAt = path => until(async () => await driver.evaluate(() => location.pathname).catch(() => '') === path, `never at ${path}`);

    it('leaves the page as long as nothing else was chosen', async () => {
      await comeAndRead();
      await driver.press('PageDown');
      await driver.back();
      await isAt('/first');
    });

    it('closes the reader where the person chose that in the options', async () => {
      await driver.open(`${server.origin}/busy`);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      await driver.tapButton('The browser’s Back closes the reader before it leaves the page');
      const was = await comeAndRead();
      // A browser lets Back stop only where somebody has pressed something.
      await driver.page.mouse.click(640, 500);
      await driver.inside(root => root.querySelector('.history').contentWindow.length === 0);
      await driver.back();
      await driver.closed();
      assert.deepEqual(await state(), was);
      assert.deepEqual(await driver.evaluate(() => went), []);
      assert.deepEqual(await driver.evaluate(() => seen), ['childList html +div', 'childList html -div']);
      await driver.back();
      await isAt('/first');
    });

    it('leads on from the page where the reader was left otherwise', async () => {
      const was = await comeAndRead();
      await driver.page.mouse.click(640, 500);
      await driver.press('Escape');
      await driver.closed();
      assert.deepEqual(await state(), was);
      assert.deepEqual(await driver.evaluate(() => went), []);
      await driver.back();
      await isAt('/first');
    });
  });
}
