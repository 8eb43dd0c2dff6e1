//! Getting in: choosing the text by pointing, the same for the whole site, the context menu, articles that open by
//! themselves.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR, NO_ARTICLE, TWO_PARTS } from './pages.mjs';
import { serve } from './server.mjs';
import { pageState, shown } from './shown.mjs';

for (const browser of BROWSERS) {
  describe(`getting in, in ${browser}`, () => {
    let driver, server, extension;
    before(async () => {
      server = await serve({ '/busy': TWO_PARTS, '/again': TWO_PARTS, '/none': NO_ARTICLE });
      extension = await permitted();
      driver = await launch(browser, { dist: extension });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
      await rm(extension, { recursive: true, force: true });
    });

    /** Points at the middle of an element of the page. */
    async function pointAt(selector) {
      const { x, y } = await driver.evaluate(target => {
        const found = document.querySelector(target);
        found.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = found.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, selector);
      await driver.page.mouse.move(x, y);
      return { x, y };
    }

    /** Opens the picker from the reader's own panel. */
    async function pick() {
      await driver.open(`${server.origin}/busy`);
      await driver.clickToOpen();
      await driver.tapButton('What was left out');
      await driver.tapButton('Choose the text yourself');
      await driver.inside(root => root.querySelector('.picker'));
    }

    it('reads what is pointed at and clicked', async () => {
      await pick();
      const { x, y } = await pointAt('.other-account p');
      await driver.page.mouse.click(x, y);
      const { text } = await driver.inside(shown);
      assert.match(text, /second account/);
      assert.doesNotMatch(text, /The lamp was lit at dusk/);
      await driver.clickToClose();
    });

    it('widens by keys, and leaves the page as it was on Escape', async () => {
      await driver.open(`${server.origin}/busy`);
      await driver.evaluate(() => document.querySelector('.other-account').scrollIntoView({ block: 'center' }));
      const page = await driver.evaluate(pageState);
      await driver.clickToOpen();
      await driver.tapButton('What was left out');
      await driver.tapButton('Choose the text yourself');
      await driver.inside(root => root.querySelector('.picker'));
      await pointAt('.other-account p');
      const height = () => driver.inside(root => root.querySelector('.pick-box').getBoundingClientRect().height);
      const narrow = await height();
      await driver.press('ArrowUp');
      assert.ok(await height() > narrow * 1.8, 'not wider');
      await driver.press('ArrowDown');
      assert.equal(await height(), narrow);
      await driver.press('Escape');
      await driver.closed();
      assert.equal(await driver.evaluate(pageState), page);
    });

    it('remembers the part for the whole site when asked, and forgets it', async () => {
      await pick();
      await pointAt('.other-account p');
      await driver.press('ArrowUp');
      await driver.press('Enter');
      await driver.inside(shown);
      await driver.tapButton('What was left out');
      await driver.tap(root => root.querySelector('.remember-part'));
      await until(async () => {
        await driver.open(`${server.origin}/again`);
        await driver.clickToOpen();
        const { text } = await driver.inside(shown);
        return /second account/.test(text) && !/The lamp was lit at dusk/.test(text);
      }, 'not remembered');
      await driver.tapButton('What was left out');
      assert.equal(await driver.inside(root => root.querySelector('.remember-part input').checked), true);
      await driver.tap(root => root.querySelector('.remember-part'));
      await until(async () => {
        await driver.open(`${server.origin}/again`);
        await driver.clickToOpen();
        return /The lamp was lit at dusk/.test((await driver.inside(shown)).text);
      }, 'not forgotten');
    });

    it('offers to choose where there is no article', async () => {
      await driver.open(`${server.origin}/none`);
      await driver.clickToOpen();
      await driver.tapButton('Choose the text yourself');
      await driver.inside(root => root.querySelector('.picker'));
      const { x, y } = await pointAt('#few');
      await driver.page.mouse.click(x, y);
      assert.match((await driver.inside(shown)).text, /these few words/);
    });

    it('reads the page from the context menu, and leaves it the same way', async () => {
      await driver.open(`${server.origin}/busy`);
      await driver.chooseEntry('page');
      assert.match((await driver.inside(shown)).text, /The lamp was lit at dusk/);
      await driver.chooseEntry('page');
      await driver.closed();
    });

    it('reads the selection from the context menu', async () => {
      await driver.open(`${server.origin}/busy`);
      await driver.evaluate(() => getSelection().selectAllChildren(document.querySelector('.other-account')));
      await driver.chooseEntry('selection');
      const { text } = await driver.inside(shown);
      assert.match(text, /second account/);
      assert.doesNotMatch(text, /The lamp was lit at dusk/);
      await driver.clickToClose();
      assert.match(await driver.evaluate(() => String(getSelection())), /second account/);
    });

    // Chromium lets only a real click ask for the permission that the link's page needs.
    it('reads a linked page in a tab of its own from the context menu', { skip: browser === 'chromium' }, async () => {
      await driver.open(`${server.origin}/none`);
      const before = (await driver.browser.pages()).length;
      await driver.chooseEntry('link', { linkUrl: `${server.origin}/again` });
      await until(async () => (await driver.browser.pages()).length > before, 'no tab was opened');
      const first = driver.page;
      driver.page = await until(async () => {
        for (const page of await driver.browser.pages()) {
          if (await page.evaluate(() => location.pathname).catch(() => '') === '/again') return page;
        }
        return undefined;
      }, 'the linked page was not opened');
      assert.match((await driver.inside(shown)).text, /The lamp was lit at dusk/);
      await first.close();
    });

    it('opens the articles of one site by themselves where that is wanted, and no more when it is not', async () => {
      const box = 'Open every article on 127.0.0.1 by itself';
      const ticked = () => driver.evaluate(label => [...document.querySelectorAll('label')].find(each => each.textContent === label)?.control.checked, box);
      const openOptions = async () => {
        await driver.tapButton('Save and export');
        await driver.tapButton('Options');
        await driver.useOwnPage('options');
      };
      await driver.open(`${server.origin}/busy`);
      await driver.clickToOpen();
      await openOptions();
      await driver.tapButton(box);
      await until(() => driver.evaluate(() => document.body.textContent.includes('opens by itself')), 'not stored');
      await driver.open(`${server.origin}/again`);
      await driver.inside(root => root.querySelector('.article'));
      await openOptions();
      await until(ticked, 'forgotten');
      await driver.tapButton(box);
      await until(() => driver.evaluate(() => !document.body.textContent.includes('opens by itself')), 'still stored');
      await driver.open(`${server.origin}/again`);
      // The click opens it: it was not open, or the click would have closed it.
      assert.equal(await driver.clickToOpen(), 'reader');
    });

    it('opens articles by themselves where that is wanted, and nothing else', async () => {
      await driver.open(`${server.origin}/busy`);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      await driver.tapButton('Open every article on every site by itself');
      await until(() => driver.evaluate(() => /Without a click it may read: .*all sites/.test(document.body.textContent)), 'not allowed');
      await driver.open(`${server.origin}/again`);
      await driver.inside(root => root.querySelector('.article'));
      await driver.press('Escape');
      await driver.closed();
      await driver.open(`${server.origin}/none`);
      // The click shows the card: the reader was not there, or the click would have closed it.
      assert.equal(await driver.clickToOpen(), 'card');
    });

    it('marks the button on articles where that is wanted, and on nothing else', async () => {
      await driver.open(`${server.origin}/busy`);
      // Articles open by themselves since the last test: a click might close it.
      await driver.inside(root => root.querySelector('.article'));
      await driver.tapButton('Save and export');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      // Articles do not open by themselves any more. The permission would go with that, were it not asked for anew meanwhile.
      await until(() => driver.evaluate(() => [...document.querySelectorAll('label')].find(each => each.textContent === 'Open every article on every site by itself').control.checked), 'never ticked');
      // Storage says that the second is not wanted, and says so late.
      await driver.evaluate(() => {
        const { local } = (globalThis.browser ?? chrome).storage;
        const get = local.get.bind(local);
        const hint = [...document.querySelectorAll('label')].find(each => each.textContent.startsWith('Mark the toolbar button')).control;
        local.get = async key => {
          const answer = await get(key);
          while (!hint.checked) await new Promise(requestAnimationFrame);
          return answer;
        };
      });
      await driver.tapButton('Open every article on every site by itself');
      await driver.tapButton('Mark the toolbar button on pages that look like articles');
      await until(() => driver.evaluate(() => /Without a click it may read: .*all sites/.test(document.body.textContent)), 'not allowed');
      const shows = (path, badge, complaint) => until(async () => {
        await driver.open(server.origin + path);
        await driver.page.bringToFront();
        // The engine may have to start first; a page that was loaded before the wish was stored is loaded anew.
        for (let looks = 0; looks < 20; looks += 1) {
          if (JSON.stringify(await driver.badge()) === JSON.stringify(badge)) return true;
          await new Promise(resolve => setTimeout(resolve, 100));
        }
        return false;
      }, complaint);
      await shows('/again', { text: '•', title: 'Read this page: it looks like an article' }, 'no hint on an article');
      assert.equal(await driver.look(root => root.querySelector('.article') !== null), undefined);
      await shows('/none', { text: '', title: 'Read this page' }, 'a hint on what is no article');
      // The click is what it always was.
      await driver.open(`${server.origin}/again`);
      assert.equal(await driver.clickToOpen(), 'reader');
    });

    it('puts images of other sites into what is saved, now that it may read them', async () => {
      const elsewhere = await serve({ '/harbor.svg': HARBOR });
      const page = ARTICLE.replaceAll('harbor.svg', `${elsewhere.origin}/harbor.svg`);
      assert.notEqual(page, ARTICLE);
      const here = await serve({ '/page': page });
      await driver.open(`${here.origin}/page`);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
      await driver.tap(root => [...root.querySelectorAll('[aria-label="Save as a file"] button')].find(each => each.textContent === 'EPUB'));
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'Images in the file: 1 of 1.');
      await here.close();
      await elsewhere.close();
    });

    /** The built extension to which the browser has given the pages that it would ask for; only Firefox can be told to. */
    async function permitted() {
      const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
      await cp(resolve('dist', browser), join(folder, browser), { recursive: true });
      if (browser === 'firefox') return folder;
      const path = join(folder, browser, 'manifest.json');
      const { optional_host_permissions: host_permissions, ...manifest } = JSON.parse(await readFile(path, 'utf8'));
      await writeFile(path, JSON.stringify({ ...manifest, host_permissions }));
      return folder;
    }
  });
}
