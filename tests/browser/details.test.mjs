//! Small things of an article: a footnote at its mark, code that is copied, sheets that are printed.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { BROWSERS, launch, until } from './driver.mjs';
import { serve } from './server.mjs';

const PARAGRAPH = 'The ferry keeps a log of every crossing, and the log is older than the ferry, because the first one was copied from a barge. ';
const COLUMNS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'];
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>The log of the ferry</title></head><body><article>
<h1>The log of the ferry</h1>
<p>${PARAGRAPH.repeat(3)}<sup id="r1"><a href="#n1">1</a></sup></p>
${`<p>${PARAGRAPH.repeat(4)}</p>`.repeat(14)}
<pre><code>let crossings = 12;</code></pre>
<pre><code>${'crossings += 1; '.repeat(20)}</code></pre>
<table><tr>${COLUMNS.map(name => `<th>${name}</th>`).join('')}</tr><tr>${COLUMNS.map((_, at) => `<td>${at} crossings</td>`).join('')}</tr></table>
<p>${PARAGRAPH.repeat(3)}<sup id="r2"><a href="#n2">2</a></sup></p>
<h2>Notes</h2>
<ol><li id="n1">${note(1)} <a href="#r1">↩</a></li><li id="n2">${note(2)} <a href="#r2">↩</a></li></ol>
</article><div style="height: 30000px">The page beneath</div><textarea id="text"></textarea></body></html>`;

function note(number) {
  return `Note the ${number}: the barge sank in the harbor in the winter of 1888, and its log was saved by the cook, who could not read it.`;
}

for (const browser of BROWSERS) {
  describe(`details in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': PAGE });
      driver = await launch(browser);
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    it('shows a footnote at its mark, until Escape', async () => {
      // In a wider window it stands in the margin.
      await driver.resize(900, 900);
      await driver.tap(root => root.querySelector('.note-reference a'));
      assert.match(await driver.inside(root => root.querySelector('.note-popover:popover-open')?.innerText), /Note the 1: the barge sank/);
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.note-popover:popover-open') === null);
      await driver.resize(1280, 900);
    });

    it('lets a wide table and long lines of code scroll by themselves, from the keyboard too', async () => {
      await driver.resize(400, 800);
      for (const box of ['.table', '.code ~ .code pre']) {
        await driver.inside((root, name) => { root.querySelector(name).focus(); return true; }, box);
        const { over, name } = await driver.inside((root, selector) => {
          const found = root.querySelector(selector);
          return { over: found.scrollWidth - found.clientWidth, name: found.getAttribute('aria-label') };
        }, box);
        assert.ok(over > 50, `${box}: ${over}`);
        assert.notEqual(name, '');
        await driver.press('ArrowRight');
        await driver.inside((root, selector) => root.querySelector(selector).scrollLeft > 0, box);
      }
      assert.equal(await driver.inside(root => root.querySelector('dialog').scrollWidth - root.querySelector('dialog').clientWidth), 0);
      await driver.resize(1280, 900);
    });

    it('takes the whole width of a narrow window for code, and one line for the bar, which lets no text show through', async () => {
      await driver.resize(420, 800);
      await driver.look(root => { root.querySelector('dialog').scrollTop = 600; });
      const { left, right, bar, ground } = await driver.inside(root => {
        const width = root.querySelector('dialog').clientWidth;
        const code = root.querySelector('.body > .code').getBoundingClientRect();
        const bar = root.querySelector('.bar');
        return { left: code.left, right: width - code.right, bar: bar.offsetHeight, ground: getComputedStyle(bar).backgroundColor };
      });
      assert.deepEqual([left, right], [0, 0]);
      assert.ok(bar <= 60, `${bar} px`);
      assert.match(ground, /^rgb\(/);
      await driver.look(root => { root.querySelector('dialog').scrollTop = 0; });
      await driver.resize(1280, 900);
    });

    it('prints all of the article on sheets, and nothing of the page beneath, which is longer', async () => {
      const sheets = inflated(Buffer.from(await driver.page.pdf({ width: '210mm', height: '297mm' }))).match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
      assert.ok(sheets >= 2 && sheets <= 8, `${sheets} sheets`);
    });

    it('copies code', async () => {
      await driver.tap(root => root.querySelector('.code-bar button'));
      await driver.inside(root => root.querySelector('.code-bar button').textContent === 'Copied');
      await driver.clickToClose();
      await driver.page.click('#text');
      await driver.page.keyboard.down('Control');
      await driver.press('v');
      await driver.page.keyboard.up('Control');
      await until(() => driver.evaluate(() => document.getElementById('text').value === 'let crossings = 12;'), 'not copied');
    });
  });
}

/** A PDF file with what is compressed in it. */
function inflated(pdf) {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ 0: found, index }) => {
    try {
      return inflateSync(pdf.subarray(index + found.length), { finishFlush: 2 }).toString('latin1');
    } catch {
      // A picture or a font in a form of its own.
      return '';
    }
  });
  return [text, ...streams].join('\n');
}
