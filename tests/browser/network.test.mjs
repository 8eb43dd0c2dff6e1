//! A whole session, with everything that a person can do in it, and every request that the browser makes in it: none but for
//! the article's own media.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { recorder } from './recorder.mjs';

const WORDS = 'which is at six';

for (const browser of BROWSERS) {
  describe(`the network, in a whole session in ${browser}`, () => {
    let driver, proxy;
    before(async () => {
      proxy = await recorder({ '/page.html': ARTICLE, '/harbor.svg': HARBOR });
      driver = await launch(browser, { proxy: proxy.port });
    });
    after(async () => {
      await driver?.close();
      await proxy?.close();
    });

    /** What was asked for since the last time, but for the site's icon, which is the browser's own wish. */
    const asked = () => proxy.requests.splice(0).filter(each => each !== `GET ${proxy.origin}/favicon.ico`);
    const onlyMedia = () => assert.deepEqual(asked().filter(each => each !== `GET ${proxy.origin}/harbor.svg`), []);
    const choose = (group, label) => driver.tap((root, name, words) => [...root.querySelectorAll(`[role=group][aria-label="${name}"] button`)]
      .find(each => each.textContent === words), group, label);
    const pick = (name, value) => driver.tap((root, setting, wanted) => root.querySelector(`input[name=${setting}][value=${wanted}]`)?.closest('label'), name, value);
    const closePanel = async () => {
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.panel:popover-open') === null);
    };

    it('hears of the page itself', async () => {
      await driver.open(`${proxy.origin}/page.html`);
      await until(() => proxy.requests.some(each => each.endsWith('/harbor.svg')), 'the page has no image');
      assert.ok(asked().includes(`GET ${proxy.origin}/page.html`), 'the proxy records nothing');
    });

    it('hears nothing of a click, of any panel, or of settings and typefaces', async () => {
      assert.equal(await driver.clickToOpen(), 'reader');
      const tools = await driver.look(root => [...root.querySelectorAll('.tool[popovertarget], .tool[aria-expanded]')].map(each => each.getAttribute('aria-label')));
      assert.ok(tools.length >= 5, tools.join());
      for (const label of tools) {
        await driver.tapButton(label);
        await driver.inside(root => root.querySelector('.panel:popover-open') !== null);
        await closePanel();
      }
      await driver.tapButton('Text and theme');
      await pick('theme', 'sepia');
      for (const [font, family] of [['atkinson', 'Lectern Atkinson'], ['opendyslexic', 'Lectern OpenDyslexic']]) {
        await pick('font', font);
        await until(() => driver.evaluate(name => [...document.fonts].some(face => face.family.includes(name)), family), `${family} did not come`);
      }
      await closePanel();
      onlyMedia();
    });

    it('hears nothing of highlights, of notes or of reading aloud', async () => {
      await driver.inside((root, words) => {
        const walker = document.createTreeWalker(root.querySelector('.body'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(words);
          if (at < 0) continue;
          document.getSelection().setBaseAndExtent(node, at, node, at + words.length);
          return true;
        }
        return false;
      }, WORDS);
      await driver.page.keyboard.down('Alt');
      await driver.press('h');
      await driver.page.keyboard.up('Alt');
      await driver.inside(() => CSS.highlights.get('lectern-mark')?.size === 1);
      await driver.tapButton('Highlights and notes');
      await driver.tap(root => root.querySelector('.typing'));
      await driver.page.keyboard.type('Early');
      await closePanel();
      await driver.tapButton('Read aloud');
      await driver.inside(root => root.querySelector('.player') !== null);
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.player') === null);
      onlyMedia();
    });

    it('hears nothing of saving in any form, or of keeping', async () => {
      await driver.tapButton('Save and export');
      for (const [label, ending] of [['Markdown', '.md'], ['Web page', '.html'], ['Plain text', '.txt'], ['EPUB', '.epub']]) {
        await choose('Save as a file', label);
        await driver.downloaded(ending);
      }
      await driver.tapButton('Keep in the reading list');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'In the reading list');
      onlyMedia();
    });

    it('hears nothing of the reading list, of an article in it, or of the options', async () => {
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      await driver.tap(root => root.querySelector('.kept h2 a'));
      await driver.inside(root => root.querySelector('.body img')?.complete);
      await driver.tapButton('Save and export');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      await driver.tapButton('Export everything');
      await driver.downloaded('lectern.json');
      onlyMedia();
    });

    it('hears nothing of leaving', async () => {
      await driver.open(`${proxy.origin}/page.html`);
      await driver.clickToOpen();
      asked();
      await driver.clickToClose();
      assert.deepEqual(asked(), []);
    });
  });
}
