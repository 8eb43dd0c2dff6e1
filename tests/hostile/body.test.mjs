//! Hostile markup in the body of an article: nothing of it runs, asks or says anything, in the reader and in what is
//! saved of it.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from '../browser/driver.mjs';
import { serve } from '../browser/server.mjs';
import { exportEffects, readerEffects } from './effects.mjs';
import { PAYLOADS } from './payloads.mjs';
import { bodyPage } from './watched.mjs';

/** So many payloads share a page. A page that fails is cut in halves until the payload has a name. */
const BATCH = 150;

const DOT = { body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', type: 'image/svg+xml' };

for (const browser of BROWSERS) {
  describe(`hostile bodies in ${browser}`, () => {
    let driver, server;
    const pages = { '/dot.png': DOT };
    before(async () => {
      server = await serve(pages);
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    /** What goes wrong with these payloads in one page, by the reader alone or with what is saved. */
    async function effects(title, payloads) {
      pages['/hostile'] = bodyPage(title, payloads);
      const inReader = await readerEffects(driver, server, '/hostile');
      return inReader.length > 0 ? inReader : exportEffects(driver, server, pages, title);
    }

    /** The payloads that it goes wrong with, and how; of a page that fails as a whole and not in parts, all of them. */
    async function culprits(title, payloads) {
      const found = await effects(title, payloads).catch(error => [String(error)]);
      if (found.length === 0) return [];
      if (payloads.length === 1) return [`${payloads[0].name}: ${payloads[0].html}\n    ${found.slice(0, 4).join('\n    ')}`];
      const middle = payloads.length >> 1;
      const named = [...await culprits(`${title}a`, payloads.slice(0, middle)), ...await culprits(`${title}b`, payloads.slice(middle))];
      return named.length > 0 ? named : [`${payloads[0].name} to ${payloads.at(-1).name} together:\n    ${found.slice(0, 4).join('\n    ')}`];
    }

    for (let start = 0; start < PAYLOADS.length; start += BATCH) {
      const payloads = PAYLOADS.slice(start, start + BATCH);
      it(`${payloads[0].name} to ${payloads.at(-1).name}`, async () => {
        assert.deepEqual(await culprits(`The keeper ${start}`, payloads), []);
      });
    }
  });
}
