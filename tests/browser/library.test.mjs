//! Save and export: files and the clipboard, the reading list and its page, everything out and in again.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, BUSY, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

for (const browser of BROWSERS) {
  describe(`saving in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR, '/busy': BUSY });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function openPanel(path) {
      await driver.open(server.origin + path);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
    }

    /** Presses a button of the group of this name. */
    const choose = (group, label) => driver.tap((root, name, words) => [...root.querySelectorAll(`[role=group][aria-label="${name}"] button`)]
      .find(each => each.textContent === words), group, label);

    it('saves the article as Markdown, as a page, as text and as a book', async () => {
      await openPanel('/page.html');
      await choose('Save as a file', 'Markdown');
      const markdown = await driver.downloaded('.md');
      assert.equal(markdown.name, 'The harbor that keeps two clocks.md');
      assert.match(markdown.text, /^---\n[\s\S]*\n# The harbor that keeps two clocks\n/);
      assert.match(markdown.text, /\n## .*A machine for being late\n/);
      await choose('Save as a file', 'Web page');
      assert.match((await driver.downloaded('.html')).text, /^<!DOCTYPE html>\s*<html lang="en"/);
      await choose('Save as a file', 'Plain text');
      assert.match((await driver.downloaded('.txt')).text, /^The harbor that keeps two clocks\n\n/);
      await choose('Save as a file', 'EPUB');
      assert.match((await driver.downloaded('.epub')).text, /^PK[\s\S]{28}mimetypeapplication\/epub\+zip/);
      await driver.clickToClose();
    });

    it('copies the article, and says so', async () => {
      await openPanel('/busy');
      await choose('Copy as', 'Markdown');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'Copied');
      await driver.clickToClose();
      await driver.page.click('#text');
      await driver.page.keyboard.down('Control');
      await driver.press('v');
      await driver.page.keyboard.up('Control');
      assert.match(await driver.evaluate(() => document.getElementById('text').value), /^---\n[^]*\n# Busy\n\n## The lamp on the mole\n\nThe lamp was lit at dusk/);
    });

    it('keeps the images of an article with it, says how large they are, and deletes them alone', async () => {
      await openPanel('/page.html?images');
      await driver.tapButton('Keep in the reading list');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'In the reading list');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      const told = await until(() => driver.evaluate(() => document.querySelector('.kept-images')?.textContent), 'nothing is said of images');
      assert.match(told, /^Images kept: 1 of 1, 35\d byte/);
      await driver.tap(root => root.querySelector('.kept h2 a'));
      await driver.inside(root => root.querySelector('.body img')?.naturalWidth > 0 && root.querySelector('.body img').src.startsWith('blob:'));
      await driver.press('Escape');
      await driver.closed();
      await driver.tap(root => root.querySelector('.kept-images button'));
      await until(() => driver.evaluate(() => document.querySelector('.kept-images').textContent.startsWith('Images kept: 0 of 1')), 'the images stayed');
      await driver.tapButton('Remove: The harbor that keeps two clocks');
      await until(() => driver.evaluate(() => document.querySelector('.kept li') === null), 'the article stayed');
    });

    it('keeps an article and reads it when the page is gone', async () => {
      await openPanel('/page.html?kept');
      await driver.tapButton('Keep in the reading list');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'In the reading list');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      const listed = () => driver.evaluate(() => [...document.querySelectorAll('.kept h2')].map(each => each.textContent));
      await until(async () => (await listed()).length === 1, 'nothing is kept');
      assert.deepEqual(await listed(), ['The harbor that keeps two clocks']);
      assert.equal(await driver.evaluate(() => document.querySelector('.list-head .hint').textContent), '1 article');
      await server.close();
      await driver.tap(root => root.querySelector('.kept h2 a'));
      const read = await driver.inside(root => ({ title: root.querySelector('h1').textContent, blocks: root.querySelector('.body').childElementCount, exit: root.querySelector('.tool').ariaLabel ?? root.querySelector('.tool').getAttribute('aria-label') }));
      assert.equal(read.title, 'The harbor that keeps two clocks');
      assert.ok(read.blocks > 10, String(read.blocks));
      assert.equal(read.exit, 'Reading list');
      assert.equal(await driver.evaluate(() => document.title), read.title);
    });

    it('lets go of it on Escape, and comes back with the browser’s Back', async () => {
      await driver.press('Escape');
      await driver.closed();
      assert.equal(await driver.evaluate(() => location.hash), '');
      await driver.evaluate(() => history.back());
      await driver.inside(root => root.querySelector('.article'));
      await driver.evaluate(() => history.forward());
      await driver.closed();
    });

    it('finds it by its words, and only by them', async () => {
      await driver.page.type('input[type=search]', 'railway harbor');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept li').length === 1), 'not found');
      await driver.page.type('input[type=search]', ' zebra');
      await until(() => driver.evaluate(() => document.querySelector('.list-head .hint').textContent === 'Nothing in the list fits.'), 'found');
      await driver.evaluate(() => {
        const search = document.querySelector('input[type=search]');
        search.value = '';
        search.dispatchEvent(new Event('input'));
      });
    });

    it('removes it, and brings it back', async () => {
      await driver.tapButton('Remove: The harbor that keeps two clocks');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept li').length === 0), 'still there');
      await driver.tapButton('Undo');
      await until(() => driver.evaluate(() => document.querySelectorAll('.kept li').length === 1), 'not back');
    });
  });
}
