//! Hostile articles in a file that somebody imports: the reading list shows them on a page of the extension's own, where the
//! engine has checked nothing. What is no article is not taken in; of what is one, nothing runs.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from '../browser/driver.mjs';
import { BUSY } from '../browser/pages.mjs';
import { serve } from '../browser/server.mjs';
import { violations } from './allowed.mjs';
import { FIELDS } from './payloads.mjs';
import { filled } from './watched.mjs';

/** A heading of the two hundredth level is none that is let in. */
const TEMPLATE = readFileSync(new URL('kept.json', import.meta.url), 'utf8').replace('"level": 200', '"level": 2');

for (const browser of BROWSERS) {
  describe(`hostile articles from a file, in ${browser}`, () => {
    let driver, server, folder;
    before(async () => {
      server = await serve({ '/busy': BUSY });
      driver = await launch(browser);
      folder = await mkdtemp(join(tmpdir(), 'lectern-hostile-'));
    });
    after(async () => {
      await driver?.close();
      await server?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function openOwn(name, label) {
      await driver.open(`${server.origin}/busy`);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
      await driver.tapButton(label);
      await driver.useOwnPage(name);
    }

    it('are shown as words', async () => {
      const articles = FIELDS.map((value, at) => ({ url: `https://example.org/${at}`, kept: at, article: JSON.parse(filled(TEMPLATE, value)) }));
      const path = join(folder, 'hostile.json');
      await writeFile(path, JSON.stringify({ lectern: 1, articles: Object.fromEntries(articles.map((each, at) => [at, each])) }));
      await openOwn('options', 'Options');
      await (await driver.page.$('input[type=file]')).uploadFile(path);
      await until(() => driver.evaluate(() => document.querySelector('.buttons .status').textContent.startsWith('Imported')), 'not imported');
      await openOwn('library', 'Open the reading list');
      await until(() => driver.evaluate(count => document.querySelectorAll('.kept li').length === count, FIELDS.length), 'not all are listed');
      await driver.evaluate(() => { window.ran = []; window.pwned = window.alert = (...said) => { ran.push(said.join()); }; });
      const found = {};
      for (const [at, value] of FIELDS.entries()) {
        await driver.evaluate(address => { location.hash = encodeURIComponent(address); }, articles[at].url);
        await driver.inside((root, number) => root.querySelector('a.original')?.getAttribute('href') === `https://example.org/${number}`, at);
        const wrong = await driver.look(violations);
        if (wrong.length > 0) found[value] = wrong.slice(0, 3);
      }
      assert.deepEqual(found, {});
      assert.deepEqual(await driver.evaluate(() => ran), []);
      assert.deepEqual(driver.noted.dialogs, []);
    });
  });
}
