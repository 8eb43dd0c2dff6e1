//! An article of several pages: the next one is fetched when it is asked for, joined, saved with the rest, and where it
//! cannot be read the person is told so.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { unzipped } from '../hostile/unzip.mjs';
import { BROWSERS, launch } from './driver.mjs';
import { STRICT } from './pages.mjs';
import { serve } from './server.mjs';

const PARAGRAPH = 'The pilot boats went out in any weather, and the harbor paid them by the mast that they brought home. ';
const DECK = 'For a hundred years nobody came into the harbor without a stranger at the wheel.';

/** One page of the story; its text says which. */
function page(number, { last = 4 } = {}) {
  const pager = Array.from({ length: last }, (_, at) => at + 1).map(each => each === number ? `<span>${each}</span>` : `<a href="/story/${each}">${each}</a>`);
  return `<!DOCTYPE html><html lang="en"><head><title>The pilots of the sound</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The pilots of the sound</h1><p>${DECK}</p>
<p>Café number ${number} on the quay. ${PARAGRAPH.repeat(4)}<sup id="r1"><a href="#n1">1</a></sup></p>
${`<p>${PARAGRAPH.repeat(5)}</p>`.repeat(6)}
<script>document.title = 'ran';</script>
<h2>Notes</h2><ol class="footnotes"><li id="n1">Note of page ${number}: the fee was two crowns. <a href="#r1">↩</a></li></ol>
</article><div class="pagination">${pager.join(' ')}</div></body></html>`;
}

const PAGES = {
  '/story/1': page(1),
  // In another encoding than the page before, as old archives are.
  '/story/2': { body: Buffer.from(page(2).replaceAll('↩', 'back'), 'latin1'), type: 'text/html; charset=windows-1252' },
  '/story/3': page(3),
  '/diary/1': leaf(1),
  '/diary/2': leaf(2),
  '/diary/3': leaf(3),
};

/** One page of a diary that is turned by words alone, and whose last page says so by saying nothing. */
function leaf(number) {
  const before = number > 1 ? `<a href="/diary/${number - 1}">← Previous page</a>` : '';
  const after = number < 3 ? `<a href="/diary/${number + 1}">Next page →</a>` : '';
  return `<!DOCTYPE html><html lang="en"><head><title>The diary of a pilot</title></head><body>
<article><h1>The diary of a pilot</h1><p class="deck">${DECK}</p><h2>Day ${number}</h2>
<p>On day ${number} the fog came in. ${PARAGRAPH.repeat(4)}</p>${`<p>${PARAGRAPH.repeat(5)}</p>`.repeat(5)}
<p>${before} ${after}</p></article></body></html>`;
}

for (const browser of BROWSERS) {
  for (const [policy, csp] of [['no policy', undefined], ['a strict policy', STRICT]]) {
    // Firefox holds a content script without host permissions to what the page itself may connect to: see below.
    if (browser === 'firefox' && csp !== undefined) continue;
    describe(`an article of several pages in ${browser}, ${policy}`, () => {
      let driver, server;
      before(async () => {
        server = await serve(PAGES, { csp });
        driver = await launch(browser);
        await driver.open(`${server.origin}/story/1`);
        driver.forget();
        assert.equal(await driver.clickToOpen(), 'reader');
      });
      after(async () => {
        await driver?.close();
        await server?.close();
      });

      const button = label => driver.tap((root, words) => [...root.querySelectorAll('.next-page button')].find(each => each.textContent === words), label);
      const seams = root => [...root.querySelectorAll('.seam')].map(seam => seam.textContent);

      it('fetches nothing unasked', () => {
        assert.deepEqual(driver.noted.requests.filter(url => url.includes('/story/')), []);
      });

      it('joins the next page where the person asks for it', async () => {
        await button('Continue with page 2');
        await driver.inside(root => root.querySelectorAll('.seam').length === 1);
        const { text, title, count, notes, unique } = await driver.look(root => ({
          text: root.querySelector('.body').textContent,
          title: root.querySelectorAll('h1').length,
          count: root.querySelector('.body').textContent.split('without a stranger at the wheel').length - 1,
          notes: [...root.querySelectorAll('.notes li')].map(note => note.textContent),
          unique: new Set([...root.querySelectorAll('[id]')].map(each => each.id)).size === root.querySelectorAll('[id]').length,
        }));
        assert.ok(text.includes('Café number 1') && text.includes('Café number 2'), text);
        assert.deepEqual([title, count], [1, 1]);
        assert.equal(notes.length, 2);
        assert.match(notes[1], /^2.*Note of page 2/s);
        assert.ok(unique, 'a name is given twice');
        assert.deepEqual(await driver.look(seams), ['Page 2']);
      });

      it('goes on where the joined page begins', async () => {
        await driver.inside(root => {
          const { top } = root.querySelector('.seam').getBoundingClientRect();
          return top >= 0 && top < innerHeight / 2;
        });
        assert.equal(await driver.look(root => root.activeElement.className), 'seam');
      });

      it('goes on, page after page, and saves them all', async () => {
        await button('Continue with page 3');
        await driver.inside(root => root.querySelectorAll('.seam').length === 2);
        await driver.tapButton('Save and export');
        await driver.tap(root => [...root.querySelectorAll('[aria-label="Save as a file"] button')].find(each => each.textContent === 'Markdown'));
        const { text } = await driver.downloaded('.md');
        for (const words of ['Café number 1', 'Café number 2', 'Café number 3', '[^3]: Note of page 3']) assert.ok(text.includes(words), words);
        await driver.press('Escape');
        // An open panel takes the next click for a wish to close it.
        await driver.inside(root => root.querySelector(':popover-open') === null);
      });

      it('says where a page cannot be read, and leaves the link to it', async () => {
        await button('Continue with page 4');
        await driver.inside(root => root.querySelector('.next-page [role=status]').textContent === 'Page 4 could not be read here; the link opens it.');
        assert.equal(await driver.look(root => root.querySelector('.next-page a').pathname), '/story/4');
        assert.equal(await driver.look(root => root.querySelectorAll('.seam').length), 2);
      });

      it('ran nothing of what it fetched', async () => {
        assert.equal(await driver.evaluate(() => document.title === 'ran'), csp === undefined);
        assert.deepEqual(driver.noted.errors.filter(error => !error.includes('404')), []);
        await driver.clickToClose();
      });

      it('turns pages by their words too, to the last, and all of them are in the book', async () => {
        await driver.open(`${server.origin}/diary/1`);
        await driver.clickToOpen();
        for (const number of [2, 3]) {
          await button(`Continue with page ${number}`);
          await driver.inside((root, count) => root.querySelectorAll('.seam').length === count, number - 1);
        }
        const { seams, heads, days, next } = await driver.look(root => ({
          seams: [...root.querySelectorAll('.seam')].map(seam => seam.textContent),
          heads: root.querySelector('.article').textContent.split('without a stranger at the wheel').length - 1 + root.querySelectorAll('h1').length,
          days: [...root.querySelectorAll('.body h2')].map(heading => heading.textContent),
          next: root.querySelector('.next-page') !== null,
        }));
        assert.deepEqual({ seams, heads, days, next }, { seams: ['Page 2', 'Page 3'], heads: 2, days: ['Day 1', 'Day 2', 'Day 3'], next: false });
        await driver.tapButton('Save and export');
        await driver.tap(root => [...root.querySelectorAll('[aria-label="Save as a file"] button')].find(each => each.textContent === 'EPUB'));
        const book = await readFile((await driver.downloaded('.epub')).path);
        const chapter = unzipped(book, 'book/chapter.xhtml');
        assert.deepEqual([1, 2, 3].map(day => chapter.split(`On day ${day} the fog`).length), [2, 2, 2]);
        assert.deepEqual([...unzipped(book, 'book/nav.xhtml').matchAll(/>(Day \d)</g)].map(([, day]) => day), days);
        assert.ok(!chapter.includes('Next page') && !chapter.includes('Previous page'), chapter);
      });
    });
  }
}

describe('an article of several pages in firefox, under a policy by which the page may connect to nothing', () => {
  let driver, server;
  before(async () => {
    server = await serve(PAGES, { csp: STRICT });
    driver = await launch('firefox');
    await driver.open(`${server.origin}/story/1`);
    assert.equal(await driver.clickToOpen(), 'reader');
  });
  after(async () => {
    await driver?.close();
    await server?.close();
  });

  it('leaves the link', async () => {
    await driver.tap(root => root.querySelector('.next-page button'));
    await driver.inside(root => root.querySelector('.next-page [role=status]').textContent === 'Page 2 could not be read here; the link opens it.');
    assert.equal(await driver.look(root => root.querySelector('.next-page a').pathname), '/story/2');
  });
});
