//! Marks in words: how they begin, and their syllables.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

const JAPANESE = readFileSync(new URL('../pages/interview-ja/page.html', import.meta.url), 'utf8');

for (const browser of BROWSERS) {
  describe(`marks in words in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR, '/ja': JAPANESE });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function choose(path, ...labels) {
      await driver.open(server.origin + path);
      await driver.clickToOpen();
      await driver.tapButton('Text and theme');
      for (const label of labels) await driver.tapButton(label);
    }

    /** The words of the highlight of this name. */
    const marked = name => driver.evaluate(name => [...CSS.highlights.get(name) ?? []].map(({ startContainer, startOffset, endOffset }) => startContainer.data.slice(startOffset, endOffset)), name);

    it('are not there at first', async () => {
      await choose('/page.html');
      assert.deepEqual(await marked('lectern-beginning'), []);
      assert.deepEqual(await marked('lectern-syllable'), []);
    });

    it('set off how words begin, and change no node', async () => {
      await choose('/page.html');
      const html = () => driver.inside(root => root.querySelector('.body').innerHTML.replace(/ tabindex="-1"/g, ''));
      const was = await html();
      await driver.tapButton('Stress how words begin');
      await until(async () => (await marked('lectern-beginning')).includes('morn') || (await marked('lectern-beginning')).includes('mor'), 'no beginnings');
      assert.equal(await html(), was);
      await driver.tapButton('Stress how words begin');
      await until(async () => (await marked('lectern-beginning')).length === 0, 'beginnings stayed');
    });

    it('set off every second syllable, by the patterns of the language', async () => {
      await choose('/page.html', 'Mark syllables');
      // Eve-ry morn-ing at Port Al-lery be-gins twice.
      await until(async () => (await marked('lectern-syllable')).includes('ing'), 'no syllables');
      assert.ok((await marked('lectern-syllable')).includes('gins'));
      assert.equal(await driver.look(root => root.querySelector('.no-syllables').checkVisibility()), false);
    });

    it('are gone with the reader', async () => {
      await driver.press('Escape');
      await driver.press('Escape');
      await driver.closed();
      assert.deepEqual(await driver.evaluate(() => [...CSS.highlights.keys()]), []);
    });

    it('say so where no syllables are known', async () => {
      await choose('/ja');
      await driver.inside(root => root.querySelector('.no-syllables').checkVisibility());
      assert.deepEqual(await marked('lectern-syllable'), []);
      await driver.tapButton('Mark syllables');
    });
  });
}
