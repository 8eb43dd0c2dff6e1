//! One click on an article, with and without a policy that forbids nearly everything.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ENGINE_PLACES } from '../../extension/manifest.mjs';
import { BROWSERS, launch } from './driver.mjs';
import { ARTICLE, HARBOR, STRICT } from './pages.mjs';
import { serve } from './server.mjs';
import { pageState, shown } from './shown.mjs';

/** What the reader showed, by browser and policy, for the comparison at the end. */
const readings = {};

for (const browser of BROWSERS) {
  for (const [policy, csp] of [['no policy', undefined], ['a strict policy', STRICT]]) {
    describe(`a click on an article in ${browser}, ${policy}`, () => {
      let driver, server, seen, restored;
      before(async () => {
        server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR }, { csp });
        driver = await launch(browser);
        await driver.open(`${server.origin}/page.html`);
        const page = await driver.evaluate(pageState);
        driver.forget();
        assert.equal(await driver.clickToOpen(), 'reader');
        seen = await driver.look(shown);
        const body = await driver.look(root => root.querySelector('.body').outerHTML);
        readings[`${browser}, ${policy}`] = body.replaceAll(server.origin, '');
        await driver.clickToClose();
        restored = await driver.evaluate(pageState) === page;
      });
      after(async () => {
        await driver?.close();
        await server?.close();
      });

      it('shows the head', () => {
        assert.equal(seen.title, 'The harbor that keeps two clocks');
        assert.match(seen.byline, /Marta Oliveira/);
        assert.equal(seen.siteName, 'The Coastal Review');
        assert.match(seen.published, /^2024-03-14/);
        assert.deepEqual([seen.lang, seen.dir], ['en', 'ltr']);
      });

      it('shows the text and its parts', () => {
        for (const words of ['Every morning at Port Allery begins twice.', 'cards in both', 'The year of the long ice', 'It has been late ever since']) {
          assert.ok(seen.text.includes(words), words);
        }
        const { figures, images, tables, code, headings } = seen.counts;
        assert.deepEqual({ figures, images, tables, code, headings }, { figures: 1, images: 1, tables: 1, code: 1, headings: 3 });
      });

      it('leaves out what is not the article', () => {
        for (const words of ['Most read', 'Why gulls prefer Tuesdays', 'Privacy policy', 'All rights reserved']) {
          assert.ok(!seen.text.includes(words), words);
        }
      });

      it(`runs the engine in the ${ENGINE_PLACES[browser]}`, () => assert.equal(seen.engine, ENGINE_PLACES[browser]));

      it('asks the network for nothing but the article’s image, opens no dialog and logs no error', () => {
        const requests = driver.noted.requests.filter(url => !url.endsWith('/harbor.svg'));
        assert.deepEqual({ ...driver.noted, requests }, { requests: [], dialogs: [], errors: [] });
      });

      it('puts the page back', () => assert.ok(restored));
    });
  }
}

for (const browser of BROWSERS) {
  it(`reads a large page in the background in ${browser}, where the page does not wait for it`, async () => {
    const large = ARTICLE.replace('</body>', `<div hidden>${'<i></i>'.repeat(6_000)}</div></body>`);
    const server = await serve({ '/page.html': large, '/harbor.svg': HARBOR });
    const driver = await launch(browser);
    try {
      await driver.open(`${server.origin}/page.html`);
      assert.equal(await driver.clickToOpen(), 'reader');
      const { engine } = await driver.look(shown);
      assert.equal(engine, 'background');
      const body = await driver.look(root => root.querySelector('.body').outerHTML);
      assert.equal(body.replaceAll(server.origin, ''), readings[`${browser}, no policy`]);
    } finally {
      await driver.close();
      await server.close();
    }
  });
}

describe('both engines', () => {
  it('give the same article, whatever the policy', () => {
    const [first, ...others] = Object.values(readings);
    assert.equal(others.length, 3);
    for (const other of others) assert.ok(other === first, other);
  });
});
