//! An article so long that it is made a little at a time: what a person does meanwhile is answered at once, and what needs all of it has it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { serve } from './server.mjs';

const N_PARAGRAPHS = 2100;
const WORDS = 'harbor lamp winter ledger keeper rope salt clock tide morning letter bridge stone council market window boat brother weather evening'.split(' ');
/** Sentences that differ from each other: what a page says again and again is no article. */
const sentence = seed => `The ${WORDS[seed % 19]} by the ${WORDS[seed % 17]} was ${seed % 2 === 0 ? 'older' : 'later'} than the ${WORDS[seed % 13]} of ${1700 + seed % 311}, and nobody minded.`;
const FIRST = 'Whoever has no time goes <a href="#p2050">to the end</a>, as the keeper did in <em>every</em> year but one<sup><a id="r1" href="#n1">1</a></sup>.';
const paragraph = number => `<p id="p${number}">Number ${number}. ${number === 1 ? FIRST : ''}${Array.from({ length: 1 + (number * 7) % 5 }, (_, nth) => sentence(number * 31 + nth * 101)).join(' ')}</p>`;
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>The lamp on the mole</title></head><body style="font-size: 12px"><article><h1>The lamp on the mole</h1>
${Array.from({ length: N_PARAGRAPHS }, (_, number) => `${number % 350 === 0 ? `<h2>Part ${number / 350}</h2>` : ''}${paragraph(number)}`).join('')}
<section class="footnotes"><ol><li id="n1">That was 1868, when the lamp was not lit. <a href="#r1">↩</a></li></ol></section></article></body></html>`;
const N_BLOCKS = N_PARAGRAPHS + N_PARAGRAPHS / 350;

const N_ROWS = 1230;
const some = (from, to) => Array.from({ length: to - from }, (_, nth) => paragraph(from + nth)).join('');
const rows = make => Array.from({ length: N_ROWS }, (_, number) => make(number)).join('');
/** A list and a table of very many items, in which one cell has two rows where a piece would end. */
const LISTS = `<!DOCTYPE html><html lang="en"><head><title>The lamp on the mole</title></head><body><article><h1>The lamp on the mole</h1>
${some(2, 14)}<ol start="5">${rows(number => `<li>Item ${number}. ${sentence(number)}</li>`)}</ol>${some(14, 20)}
<table><thead><tr><th>Row<th>What was written<th>Ships</tr></thead><tbody>${rows(number => (
    `<tr><td>Row ${number}${number === 100 ? '' : `<td${number === 99 ? ' rowspan="2"' : ''}>${sentence(number)}`}<td>${number % 40}</tr>`))}</tbody></table></article></body></html>`;

for (const browser of BROWSERS) {
  describe(`a very long article in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': PAGE, '/lists.html': LISTS });
      driver = await launch(browser, { width: 1000, height: 600 });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    const nBlocks = () => driver.look(root => root.querySelectorAll('.body > *').length);
    const isWhole = () => until(async () => await nBlocks() === N_BLOCKS, 'the rest did not come');
    /** The number of the first paragraph on screen. */
    const firstOnScreen = () => driver.look(root => {
      const shown = [...root.querySelectorAll('.body > p')].find(each => each.getBoundingClientRect().bottom > 72);
      return /^Number (\d+)\./.exec(shown?.textContent)?.[1];
    });

    /** Opens the page and, while the page has always something to do, the reader; then calls `act` in it, when a part of it is there. */
    async function openAnd(act, ...args) {
      // A machine that is busy with something else may come to it too late: then it is opened anew.
      return until(async () => {
        await driver.open(`${server.origin}/page.html`);
        await driver.evaluate(hold);
        await driver.click();
        const seen = await driver.inside(`(root, whole, ...args) => {
          const n = root.querySelectorAll('.body > *').length;
          return n > 0 && { n, answer: n < whole && (${act})(root, ...args) };
        }`, N_BLOCKS, ...args);
        return seen.n < N_BLOCKS && seen;
      }, 'it was never seen in the making');
    }
    const letGo = () => driver.evaluate(() => { window.held = false; });

    it('is left while it is being made: nothing of it goes on, and the page is as it was', async () => {
      const { n, answer } = await openAnd(root => {
        window.left = root;
        root.querySelector('.bar button').click();
        return root.host.isConnected;
      });
      assert.equal(answer, false);
      await letGo();
      // So many times the browser has had nothing to do.
      await driver.evaluate(async () => { for (let times = 0; times < 5; times += 1) await new Promise(requestIdleCallback); });
      assert.equal(await driver.evaluate(() => window.left.querySelectorAll('.body > *').length), n);
      assert.ok(await driver.evaluate(() => document.documentElement.outerHTML === before));
      assert.equal(await driver.evaluate(() => scrollY), 0);
    });

    it('comes whole, in its order, and can be gone through by its outline', async () => {
      await openAnd(() => true);
      await letGo();
      await isWhole();
      assert.ok(await driver.look(root => [...root.querySelectorAll('.body > p')].every((each, number) => each.textContent.startsWith(`Number ${number}. `))));
      assert.equal(await driver.look(root => root.querySelectorAll('.notes li .back-link').length), 1);
      await driver.tapButton('Outline');
      await driver.inside(root => { root.querySelectorAll('.outline-link')[4].click(); return true; });
      await driver.inside(root => Math.abs(root.querySelectorAll('.body h2')[4].getBoundingClientRect().top - 72) < 24);
      await driver.clickToClose();
    });

    it('opens at the paragraph on screen, far down, and leaves the page where one has read to', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.evaluate(() => document.getElementById('p1900').scrollIntoView());
      await driver.clickToOpen();
      await until(async () => await firstOnScreen() === '1900', 'it is not at the paragraph');
      await isWhole();
      assert.equal(await firstOnScreen(), '1900');
      // For a few frames a jump is made again.
      await driver.evaluate(async () => { for (let times = 0; times < 8; times += 1) await new Promise(requestAnimationFrame); });
      await driver.inside(root => { root.querySelector('dialog').scrollBy(0, 3000); return true; });
      const read = await until(async () => await firstOnScreen() !== '1900' && firstOnScreen(), 'it did not move');
      await driver.inside(root => Number(root.querySelector('.progress').style.getPropertyValue('--read')) > 0.8);
      await driver.clickToClose();
      const inPage = await driver.evaluate(() => [...document.querySelectorAll('p')].findIndex(each => each.getBoundingClientRect().bottom > 72));
      assert.ok(Math.abs(inPage - Number(read)) <= 1, `the page shows paragraph ${inPage}, read was ${read}`);
      // The place was stored, and is gone to when it is there.
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await until(async () => Math.abs(await firstOnScreen() - Number(read)) <= 1, `it is not at paragraph ${read} again`);
      await driver.clickToClose();
    });

    it('comes soon for a link far down, for a note, for finding and for the end, and at once for printing', async () => {
      // Meanwhile the browser never has nothing to do.
      await openAnd(root => { root.querySelector('.body a[href="#place-p2050"]').click(); return true; });
      await isWhole();
      await letGo();
      await until(async () => await firstOnScreen() === '2050', 'the link leads nowhere');
      await driver.clickToClose();

      await openAnd(root => { root.querySelector('.note-reference a').click(); return true; });
      await driver.inside(root => root.querySelector('.note-popover:popover-open')?.textContent.includes('when the lamp was not lit'));
      await letGo();
      await driver.clickToClose();

      await openAnd(() => true);
      await driver.chord('Control', 'f');
      await isWhole();
      await letGo();
      await driver.clickToClose();

      await openAnd(() => true);
      await driver.chord('Control', 'End');
      await isWhole();
      await letGo();
      await driver.inside(root => {
        const { top, bottom } = [...root.querySelectorAll('.body > p')].at(-1).getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      await driver.clickToClose();

      const { answer } = await openAnd(root => {
        window.dispatchEvent(new Event('beforeprint'));
        return root.querySelectorAll('.body > *').length;
      });
      assert.equal(answer, N_BLOCKS);
      await letGo();
      await driver.clickToClose();
    });

    it('has its outline and is read aloud while it comes', async () => {
      const { answer: listed } = await openAnd(root => {
        root.querySelector('.tool[aria-label=Outline]').click();
        return { links: root.querySelectorAll('.outline-link').length, blocks: root.querySelectorAll('.body > *').length };
      });
      assert.ok(listed.links < N_PARAGRAPHS / 350 && listed.blocks < N_BLOCKS, JSON.stringify(listed));
      await letGo();
      await driver.inside((root, n) => root.querySelectorAll('.outline-link').length === n, N_PARAGRAPHS / 350);
      assert.deepEqual(await driver.look(root => [...root.querySelectorAll('.outline-link')].map(link => link.textContent)), ['Part 0', 'Part 1', 'Part 2', 'Part 3', 'Part 4', 'Part 5']);
      await driver.press('Escape');
      await driver.clickToClose();

      const { answer: blocks } = await openAnd(root => {
        root.querySelector('.tool[aria-label="Read aloud"]').click();
        return root.querySelectorAll('.body > *').length;
      });
      assert.ok(blocks < N_BLOCKS);
      await letGo();
      if (browser === 'firefox') await until(async () => await driver.evaluate(() => [...CSS.highlights.get('lectern-sentence') ?? []].join()) !== '', 'nothing is said');
      await isWhole();
      await driver.press('Escape');
      await driver.clickToClose();
    });

    it('has marks in the words that are near, and in no others', async () => {
      // No place is remembered of this address.
      await driver.open(`${server.origin}/page.html?marks`);
      await driver.clickToOpen();
      await isWhole();
      await driver.tapButton('Text and theme');
      await driver.tapButton('Stress how words begin');
      /** The numbers of the paragraphs that have marks. */
      const marked = () => driver.evaluate(() => [...new Set([...CSS.highlights.get('lectern-beginning') ?? []]
        .map(({ startContainer }) => Number(/^Number (\d+)\./.exec(startContainer.parentElement.textContent)?.[1])))].filter(Number.isFinite));
      await until(async () => (await marked()).includes(1), 'no marks');
      await driver.press('Escape');
      await driver.chord('Control', 'End');
      await until(async () => (await marked()).includes(2099), 'no marks at the end');
      await until(async () => !(await marked()).includes(1), 'marks far away');
      assert.ok((await marked()).length < 100);
      await driver.tapButton('Text and theme');
      await driver.tapButton('Stress how words begin');
      await driver.press('Escape');
      await driver.clickToClose();
    });

    it('has long lists and tables in pieces, which look like one', async () => {
      await driver.open(`${server.origin}/lists.html`);
      await driver.clickToOpen();
      await driver.inside((root, last) => [...root.querySelectorAll('.body')].at(-1)?.textContent.includes(`Row ${last}`), N_ROWS - 1);
      const { items, starts, texts, heads, columns } = await driver.look(root => {
        const lists = [...root.querySelectorAll('.body > ol')];
        const tables = [...root.querySelectorAll('.body > .table')];
        return {
          items: lists.map(list => list.children.length),
          starts: lists.map(list => list.start),
          texts: [...root.querySelectorAll('.body > ol > li, .body > .table tbody td:first-child')].map(each => /^\w+ \d+/.exec(each.textContent)[0]),
          heads: tables.map(table => [table.querySelectorAll('thead th').length, table.querySelector('thead').getBoundingClientRect().height > 2]),
          columns: tables.map(table => [...table.querySelectorAll('tbody tr:first-child td')].map(cell => Math.round(cell.getBoundingClientRect().width)).join(' ')),
        };
      });
      assert.deepEqual(items, [...Array(12).fill(100), 30]);
      assert.deepEqual(starts, items.map((_, nth) => 5 + nth * 100));
      assert.deepEqual(texts, [...Array.from({ length: N_ROWS }, (_, n) => `Item ${n}`), ...Array.from({ length: N_ROWS }, (_, n) => `Row ${n}`)]);
      assert.deepEqual(heads, heads.map((_, nth) => [3, nth === 0]));
      assert.equal(new Set(columns).size, 1, columns.join('\n'));
      // Between two pieces there is as much room as between two items.
      for (const [last, first, before] of [['.body > ol > li:last-child', '.body > [data-continues] > li', 'li:nth-child(99)'], ['.body > .table > table > tbody > tr:last-child', '.body > .table[data-continues] > table > tbody > tr', 'tr:nth-child(99)']]) {
        const gaps = await driver.inside((root, last, first, before) => {
          const [a, b] = [root.querySelector(last), root.querySelector(first)];
          a.scrollIntoView({ block: 'center' });
          const gap = (one, other) => Math.round(other.getBoundingClientRect().top - one.getBoundingClientRect().bottom);
          const both = [gap(a, b), gap(a.parentElement.querySelector(`:scope > ${before}`), a.parentElement.querySelector(`:scope > ${before} + *`))];
          return Math.abs(both[0] - both[1]) <= 1 && both;
        }, last, first, before);
        assert.ok(gaps[0] >= 0, String(gaps));
      }
      await driver.clickToClose();
    });
  });
}

/** Keeps the browser from having nothing to do, until it is let go. */
function hold() {
  const { port1, port2 } = new MessageChannel();
  window.before = document.documentElement.outerHTML;
  window.held = true;
  port1.onmessage = () => { if (window.held) port2.postMessage(null); };
  port2.postMessage(null);
}
