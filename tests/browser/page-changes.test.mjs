//! A page that goes on living beneath the reader: other articles at other addresses without loading, and choices that
//! still mean what they meant when the page has changed.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from './driver.mjs';
import { PARAGRAPH } from './pages.mjs';
import { serve } from './server.mjs';
import { shown } from './shown.mjs';

const OTHER = PARAGRAPH.replaceAll('lamp', 'bell');
const ASIDE = PARAGRAPH.replaceAll('lamp', 'rope');
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>The lamp</title></head><body><main><article><h1>The lamp</h1>
${`<p>${PARAGRAPH}</p>`.repeat(30)}</article></main><aside class="rope"><p>${ASIDE}</p><p>${ASIDE}</p></aside></body></html>`;

for (const browser of BROWSERS) {
  describe(`a page that changes in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/lamp': PAGE });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function read() {
      await driver.open(`${server.origin}/lamp`);
      await driver.clickToOpen();
    }

    const isNoticed = () => driver.inside(root => root.querySelector('.page-notice') !== null);
    const reads = words => driver.inside((root, wanted) => root.querySelector('.page-notice') === null && root.querySelector('.body')?.innerText.includes(wanted), words);

    it('is read again, when asked, where it has taken another article in', async () => {
      await read();
      await driver.evaluate(words => {
        history.pushState(null, '', '/bell');
        document.title = 'The bell';
        const main = document.createElement('main');
        const [article, heading] = [document.createElement('article'), document.createElement('h1')];
        heading.textContent = 'The bell';
        article.append(heading, ...Array.from({ length: 20 }, () => Object.assign(document.createElement('p'), { textContent: words })));
        main.append(article);
        document.querySelector('main').replaceWith(main);
        scrollTo(0, 400);
      }, OTHER);
      await isNoticed();
      await driver.tapButton('Read it again');
      await reads('The bell was lit at dusk');
      const { title, text } = await driver.look(shown);
      assert.equal(title, 'The bell');
      assert.doesNotMatch(text, /The lamp was lit/);
      assert.equal(await driver.look(root => root.querySelector('.original').getAttribute('href')), `${server.origin}/bell`);
      await driver.clickToClose();
    });

    it('is read again where it has filled its elements with other words', async () => {
      await read();
      await driver.evaluate(words => {
        history.pushState(null, '', '/bell');
        document.querySelector('h1').firstChild.data = 'The bell';
        for (const { firstChild } of document.querySelectorAll('article p')) firstChild.data = words;
      }, OTHER);
      await isNoticed();
      await driver.tapButton('Read it again');
      await reads('The bell was lit at dusk');
      await driver.clickToClose();
    });

    it('says so once, until one has seen it and something else comes', async () => {
      await read();
      const grow = () => driver.evaluate(words => { document.querySelector('article').append(Object.assign(document.createElement('p'), { textContent: words })); }, OTHER);
      await grow();
      await isNoticed();
      await driver.tapButton('Close');
      await driver.evaluate(() => { document.querySelector('article').append(Object.assign(document.createElement('p'), { textContent: 'Short.' })); });
      await driver.inside(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))));
      assert.equal(await driver.look(root => root.querySelector('.page-notice') === null), true);
      await grow();
      await isNoticed();
      await driver.clickToClose();
    });

    it('is where it went when the reader is left without looking', async () => {
      await read();
      await driver.evaluate(words => {
        history.pushState(null, '', '/bell');
        document.querySelector('article').replaceChildren(...Array.from({ length: 20 }, () => Object.assign(document.createElement('p'), { textContent: words })));
        scrollTo(0, 123);
      }, OTHER);
      await isNoticed();
      await driver.press('Escape');
      await driver.closed();
      assert.equal(await driver.evaluate(() => scrollY), 123);
    });

    it('keeps to the part that was chosen, when it is read again after it has grown', async () => {
      await read();
      await driver.tapButton('What was left out');
      await driver.tapButton('Choose the text yourself');
      await driver.inside(root => root.querySelector('.picker'));
      const at = await driver.evaluate(() => {
        const aside = document.querySelector('.rope');
        aside.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = aside.firstElementChild.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await driver.page.mouse.move(at.x, at.y);
      await driver.press('ArrowUp');
      await driver.press('Enter');
      await reads('The rope was lit at dusk');
      await driver.evaluate(words => {
        // What stands before it moves its number, and what is added to it is worth a word.
        document.querySelector('main').prepend(...Array.from({ length: 7 }, () => document.createElement('div')));
        document.querySelector('.rope').append(Object.assign(document.createElement('p'), { textContent: `Late: ${words}` }));
      }, ASIDE);
      await isNoticed();
      await driver.tapButton('Read it again');
      await reads('Late: The rope');
      assert.doesNotMatch((await driver.look(shown)).text, /The lamp was lit/);
      await driver.clickToClose();
    });
  });
}
