//! The playground: a page and its article side by side, and why the one became the other.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serveFolder } from '../../www/serve.mjs';
import { faults } from './axe.mjs';
import { BROWSERS, launch, until } from './driver.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const browser of BROWSERS) {
  describe(`the playground in ${browser}`, () => {
    let driver, server;
    /** What a server answered, by its path on our own. */
    const answered = [];
    before(async () => {
      server = await serveFolder('dist/www');
      driver = await launch(browser, { width: 1400, height: 900 });
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    const status = () => driver.evaluate(() => document.querySelector('.status')?.textContent ?? '');
    const read = () => until(async () => /blocks kept/.test(await status()), 'nothing was read');
    const article = () => driver.evaluate(() => document.querySelector('.reader').shadowRoot.querySelector('article')?.textContent ?? '');
    const block = () => driver.evaluate(() => document.querySelector('#block').textContent);
    const open = async (hash = '') => {
      await driver.open('about:blank');
      answered.length = 0;
      driver.page.on('response', response => response.url().startsWith('data:') || answered.push(response.url().replace(/#.*/, '').replace(`${server.origin}/`, '')));
      await driver.page.goto(`${server.origin}/${hash}`);
      await read();
    };
    /** The middle of the first element of the page in the frame that matches, in the window's coordinates. */
    const inPage = selector => driver.evaluate(wanted => {
      const frame = document.querySelector('iframe');
      const found = frame.contentDocument.querySelector(wanted);
      found.scrollIntoView({ block: 'center' });
      const [outer, inner] = [frame.getBoundingClientRect(), found.getBoundingClientRect()];
      return { x: outer.left + inner.left + Math.min(inner.width / 2, 40), y: outer.top + inner.top + inner.height / 2 };
    }, selector);

    it('shows a sample and its article, and asks nobody but its own server', async () => {
      await open('#sample=news-ticker');
      assert.match(await article(), /Harbor council weighs a night ferry/);
      assert.match(await status(), /^Readable: \d+ of \d+ blocks kept, in [\d.]+ ms\.$/);
      assert.ok(await driver.evaluate(() => document.querySelectorAll('select[name=sample] option').length > 10));
      assert.deepEqual([...new Set(answered)].sort(), ['', 'explain.wasm', 'playground.js', 'samples/index.json', 'samples/news-ticker.html']);
      // What the page's own images say is that they were not let through.
      assert.deepEqual(driver.noted.errors.filter(error => !/Content.Security.Policy|sandboxed/.test(error)), []);
    });

    it('says of what is pointed at why it stayed or went', async () => {
      await open('#sample=news-ticker');
      const left = await inPage('[data-lectern-left-out] a, [data-lectern-left-out]');
      await driver.page.mouse.move(left.x, left.y);
      await until(async () => /Left out by (select|clean|prune|build): /.test(await block()), 'nothing is said of what was left out');
      assert.match(await block(), /The page’s threshold0\.\d{3}/);
      const kept = await inPage('p[data-lectern-kept]');
      await driver.page.mouse.click(kept.x, kept.y);
      await until(async () => (await block()).startsWith('Kept'), 'nothing is said of what was kept');
      assert.ok(await driver.evaluate(() => document.querySelectorAll('#block tbody tr').length > 12), 'features');
      // What was clicked on stays.
      await driver.page.mouse.move(left.x, left.y);
      assert.match(await block(), /^Kept/);
    });

    it('runs nothing of the page and follows none of its links', async () => {
      await open();
      const hostile = `<title>T</title><script>parent.document.title = 'taken'</script><img src=x onerror="parent.document.title = 'taken'">
        <meta http-equiv=refresh content="0;url=/samples/index.json"><article><h1>Tides</h1><p>The sea comes and goes,
        <a href="/elsewhere">twice a day</a>, and the harbor with it, as it has for as long as anybody can remember.</p></article>`;
      await driver.evaluate(() => { document.querySelector('.top details').open = true; });
      await driver.evaluate(html => { document.querySelector('textarea').value = html; }, hostile);
      await driver.tapButton('Read it');
      await until(async () => /twice a day/.test(await article()), 'what was pasted is not read');
      const link = await inPage('a');
      await driver.page.mouse.click(link.x, link.y);
      assert.match(await driver.evaluate(() => document.querySelector('iframe').contentDocument.body.textContent), /twice a day/);
      assert.equal(await driver.evaluate(() => document.title), 'Lectern playground');
      assert.deepEqual(driver.noted.requests.filter(url => /elsewhere/.test(url)), []);
    });

    it('reads a file in the encoding that it declares', async () => {
      await open();
      const file = join(tmpdir(), `lectern-playground-${browser}.html`);
      const words = '<meta charset=windows-1251><article><h1>Лодка</h1><p>Лодка стоит у причала и ждёт, пока вода поднимется до старой отметки на камне.</p></article>';
      await writeFile(file, Buffer.from([...words].map(letter => {
        const code = letter.codePointAt(0);
        return code < 0x80 ? code : letter === 'ё' ? 0xb8 : code - 0x410 + 0xc0;
      })));
      try {
        await (await driver.page.$('input[type=file]')).uploadFile(file);
        await until(async () => /Лодка стоит у причала и ждёт/.test(await article()), 'the file is not read');
      } finally {
        await rm(file);
      }
    });

    it('is worked by the keyboard: blocks from the list, costs by their sliders', async () => {
      await open('#sample=news-ticker');
      await driver.evaluate(() => document.querySelector('.blocks').focus());
      await driver.press('Home');
      await driver.press('ArrowDown');
      await until(async () => (await block()).length > 100, 'the list chooses nothing');
      assert.ok(await driver.evaluate(() => document.querySelector('iframe').contentDocument.querySelector('[data-lectern-chosen]') !== null));
      const before = await status();
      await driver.evaluate(() => document.querySelector('input[name=highest]').focus());
      await driver.press('Home');
      await until(async () => (await status()) !== before, 'a cost changes nothing');
      assert.match(await driver.evaluate(() => location.hash), /highest=0/);
      const changed = await status();
      await open(await driver.evaluate(() => location.hash));
      assert.equal((await status()).split(',')[0], changed.split(',')[0], 'a link carries the settings');
      await driver.tapButton('As shipped');
      await until(async () => (await status()).split(',')[0] === before.split(',')[0], 'the costs do not come back');
    });

    it('puts back what was left out, and reads one part alone', async () => {
      await open('#sample=news-ticker');
      await driver.evaluate(() => {
        const list = document.querySelector('.blocks');
        list.selectedIndex = [...list.options].findIndex(option => option.classList.contains('left-out') && option.textContent.length > 60);
        list.dispatchEvent(new Event('input'));
      });
      const words = await driver.evaluate(() => document.querySelector('.said').textContent.slice(0, 40));
      assert.ok(!(await article()).includes(words));
      await driver.tapButton('Put it back');
      await until(async () => (await article()).includes(words), 'it does not come back');
    });

    it('gives each field its source, and saves in every form', async () => {
      await open('#sample=news-ticker');
      const fields = await driver.evaluate(() => Object.fromEntries([...document.querySelectorAll('tr')].filter(row => row.cells.length === 3)
        .map(row => [row.cells[0].textContent, [row.cells[1].textContent, row.cells[2].textContent]])));
      assert.equal(fields.title[0], 'Harbor council weighs a night ferry to the outer islands');
      assert.notEqual(fields.title[1], '');
      await driver.tapButton('Markdown');
      assert.match((await driver.downloaded('.md')).text, /# Harbor council weighs a night ferry/);
    });

    it('has no fault that axe-core finds', async () => {
      await open('#sample=news-ticker&theme=dark');
      await driver.evaluate(() => {
        const list = document.querySelector('.blocks');
        list.selectedIndex = 3;
        list.dispatchEvent(new Event('input'));
      });
      await driver.evaluate(AXE);
      assert.deepEqual(await driver.evaluate(`(${faults})(document)`), []);
    });
  });
}
