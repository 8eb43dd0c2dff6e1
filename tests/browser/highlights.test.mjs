//! Highlights with notes: made from a selection, there again the next time, listed, copied, deleted, never lost.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { faults } from './axe.mjs';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WORDS = 'which is at six';

for (const browser of BROWSERS) {
  describe(`highlights in ${browser}`, () => {
    let driver, server;
    // What a page that is edited later would be: other words before, and the marked ones gone.
    const pages = {
      '/page.html': ARTICLE,
      '/harbor.svg': HARBOR,
      '/plain.html': '<!DOCTYPE html><title>Plain</title><textarea id="text"></textarea>',
    };
    before(async () => {
      server = await serve(pages);
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function read() {
      await driver.open(`${server.origin}/page.html`);
      await driver.evaluate(AXE);
      await driver.clickToOpen();
    }

    /** Drags the mouse over these words. */
    async function select(words) {
      const { from, to } = await driver.inside((root, wanted) => {
        const walker = document.createTreeWalker(root.querySelector('.body'), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          node.parentElement.scrollIntoView({ block: 'center' });
          const rects = [...range.getClientRects()];
          const [first, last] = [rects[0], rects.at(-1)];
          return { from: { x: first.left + 1, y: first.top + first.height / 2 }, to: { x: last.right, y: last.top + last.height / 2 } };
        }
        return undefined;
      }, words);
      const { mouse } = driver.page;
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 4 });
      await mouse.up();
    }

    const listed = () => driver.inside(root => [...root.querySelectorAll('.highlights li')].map(each => each.querySelector('q').textContent));

    it('marks what is selected', async () => {
      await read();
      await select(WORDS);
      await driver.tapButton('Highlight');
      await driver.tapButton('Highlights and notes');
      assert.deepEqual(await listed(), [WORDS]);
      assert.deepEqual(await driver.inside(faults), []);
    });

    it('takes a note that the page cannot overhear', async () => {
      await driver.evaluate(() => {
        window.keys = [];
        window.addEventListener('keydown', event => window.keys.push(event.key), true);
      });
      await driver.tap(root => root.querySelector('.typing'));
      await driver.page.keyboard.type('Early birds');
      assert.deepEqual(await driver.evaluate(() => window.keys), []);
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.panel:popover-open') === null);
      await driver.clickToClose();
    });

    it('is there again in the next reading', async () => {
      await read();
      await driver.inside(() => CSS.highlights.get('lectern-mark')?.size === 1);
      await driver.tapButton('Highlights and notes');
      assert.deepEqual(await listed(), [WORDS]);
      await driver.tapButton('Copy all as Markdown');
      await driver.inside(root => [...root.querySelectorAll('[role=status]')].some(each => each.textContent === 'Copied'));
      await driver.open(`${server.origin}/plain.html`);
      await driver.page.click('#text');
      await driver.page.keyboard.down('Control');
      await driver.press('v');
      await driver.page.keyboard.up('Control');
      assert.equal(await driver.evaluate(() => document.getElementById('text').value), `## The harbor that keeps two clocks\n\n> ${WORDS}\n\nEarly birds\n`);
    });

    it('keeps a highlight whose words are gone, and says so', async () => {
      pages['/page.html'] = ARTICLE.replace(WORDS, 'at five');
      await read();
      await driver.tapButton('Highlights and notes');
      assert.deepEqual(await listed(), [WORDS]);
      assert.match(await driver.inside(root => root.querySelector('.highlights li').textContent), /No longer in the text/);
      pages['/page.html'] = ARTICLE;
    });

    it('leaves with the article in Markdown', async () => {
      await read();
      await driver.tapButton('Save and export');
      await driver.tap(root => root.querySelector('[role=group][aria-label="Save as a file"] button'));
      assert.match((await driver.downloaded('.md')).text, new RegExp(`\n\n## Highlights and notes\n\n> ${WORDS}\n\nEarly birds\n$`));
    });

    it('is deleted when asked, for good', async () => {
      await driver.press('Escape');
      await driver.tapButton('Highlights and notes');
      await driver.tapButton('Delete this highlight');
      await driver.inside(root => root.querySelector('.highlights') === null);
      await driver.inside(() => !CSS.highlights.has('lectern-mark'));
      await until(async () => {
        await read();
        await driver.tapButton('Highlights and notes');
        return driver.look(root => root.querySelector('.panel:popover-open').textContent.includes('Select words in the text'));
      }, 'it came back');
    });
  });
}
