//! The engine as WebAssembly, in a real browser and on the document that its parser made, reads every test page
//! as the native engine was blessed to.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BROWSERS, launch } from './driver.mjs';
import { serve } from './server.mjs';

const PAGES = new URL('../pages/', import.meta.url);
const ENGINE = pathToFileURL(`${process.env.LECTERN_ENGINE ?? 'target/engine'}/`);

const slugs = readdirSync(PAGES).sort();
const file = (slug, name) => new URL(`${slug}/${name}`, PAGES);

for (const browser of BROWSERS) {
  describe(`test pages in ${browser}`, () => {
    let driver, server;
    before(async () => {
      const pages = slugs.map(slug => [`/${slug}`, readFileSync(file(slug, 'page.html'), 'utf8')]);
      server = await serve({
        ...Object.fromEntries(pages),
        '/lectern.js': { body: `${readFileSync(new URL('lectern.js', ENGINE), 'utf8')}\nwindow.wasm_bindgen = wasm_bindgen;`, type: 'text/javascript' },
        '/lectern_bg.wasm': { body: readFileSync(new URL('lectern_bg.wasm', ENGINE)), type: 'application/wasm' },
      });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    for (const slug of slugs) {
      const blessed = file(slug, 'expected.json');
      it(slug, { todo: existsSync(blessed) ? false : 'not blessed yet' }, async () => {
        const { url } = JSON.parse(readFileSync(file(slug, 'claims.json'), 'utf8'));
        await driver.open(`${server.origin}/${slug}`, { waitUntil: 'domcontentloaded' });
        // The engine's own script is no part of the page: the string is taken first.
        const html = await driver.evaluate(() => document.documentElement.outerHTML);
        await driver.page.addScriptTag({ url: '/lectern.js' });
        const answer = await driver.evaluate(readWithEngine, html, url);
        assert.deepEqual(rounded(answer.article), rounded(JSON.parse(readFileSync(blessed, 'utf8'))));
      });
    }
  });
}

async function readWithEngine(html, url) {
  await window.wasm_bindgen({ module_or_path: '/lectern_bg.wasm' });
  return new window.wasm_bindgen.CapturedPage(html).read(url, undefined, undefined);
}

/** Numbers of single precision cross as doubles, which have more digits than JSON shows. */
function rounded(article) {
  return JSON.parse(JSON.stringify(article), (_, value) => (typeof value === 'number' ? Math.fround(value) : value));
}
