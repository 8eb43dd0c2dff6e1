//! Footnotes beside their marks, where there is room.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

const WORDS = 'كانت المنارة تُضاء عند الغروب على يد من كان أقرب إليها، وكان ذلك في الواقع أربعة أشخاص بالتناوب. '.repeat(4);
const ARABIC = `<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>المنارة</title></head><body><article><h1>المنارة على الرصيف</h1>
<p>${WORDS}<sup><a id="r1" href="#n1">1</a></sup></p><p>${WORDS}<sup><a id="r2" href="#n2">2</a></sup></p><p>${WORDS}</p>
<section class="footnotes"><ol><li id="n1">الحاشية الأولى. <a href="#r1">↩</a></li><li id="n2">الحاشية الثانية. <a href="#r2">↩</a></li></ol></section></article></body></html>`;

for (const browser of BROWSERS) {
  describe(`notes in the margin in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR, '/ar': ARABIC });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function read(path, width) {
      await driver.open(server.origin + path);
      await driver.resize(width, 900);
      await driver.clickToOpen();
    }

    /** The first note, its mark and the text, as boxes. */
    const boxes = () => driver.inside(root => {
      const box = selector => root.querySelector(selector).getBoundingClientRect().toJSON();
      return { note: box('.notes li'), mark: box('.note-reference a'), text: box('.head'), width: root.querySelector('dialog').clientWidth };
    });

    it('stand beside their marks in a wide window', async () => {
      await read('/page.html', 1440);
      const { note, mark, text, width } = await boxes();
      assert.ok(note.left > text.right && note.right <= width, `${note.left} to ${note.right}, text to ${text.right}`);
      assert.ok(Math.abs(note.top - mark.top) < 20, `${note.top}, mark ${mark.top}`);
    });

    it('get the focus from their marks, and lead back', async () => {
      await read('/page.html', 1440);
      await driver.tap(root => root.querySelector('.note-reference a'));
      await driver.inside(root => root.activeElement?.matches('.notes li'));
      assert.equal(await driver.look(root => root.querySelector('.note-popover').matches(':popover-open')), false);
      await driver.tap(root => root.querySelector('.notes .back-link'));
      await driver.inside(root => root.activeElement?.matches('.note-reference a'));
    });

    it('stand at the end in a narrow window, where a mark shows its note', async () => {
      await read('/page.html', 900);
      const { note, text } = await boxes();
      assert.ok(note.left >= text.left - 1 && note.right <= text.right + 1);
      await driver.tap(root => root.querySelector('.note-reference a'));
      await driver.inside(root => root.querySelector('.note-popover').matches(':popover-open'));
    });

    it('stand on the left of text from right to left, one below the other', async () => {
      await read('/ar', 1440);
      const { note, text } = await boxes();
      assert.ok(note.right < text.left && note.left >= 0, `${note.left} to ${note.right}, text from ${text.left}`);
      const tops = await driver.inside(root => [...root.querySelectorAll('.notes li')].map(item => [item.getBoundingClientRect().top, item.getBoundingClientRect().bottom]));
      assert.ok(tops[1][0] >= tops[0][1]);
    });

    it('go to the end where the person wants them there', async () => {
      await read('/page.html', 1440);
      await driver.tapButton('Text and theme');
      await driver.tapButton('Footnotes in the margin, where there is room');
      const { note, text } = await boxes();
      assert.ok(note.left >= text.left - 1 && note.right <= text.right + 1);
      await driver.tapButton('Footnotes in the margin, where there is room');
    });
  });
}
