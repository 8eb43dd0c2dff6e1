//! Hostile values in every field that is read of a page: title, names, dates, language, captions, addresses, formulas,
//! notes, comments. They are shown as words or not at all.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from '../browser/driver.mjs';
import { serve } from '../browser/server.mjs';
import { readerEffects } from './effects.mjs';
import { FIELDS } from './payloads.mjs';
import { filled, WATCH } from './watched.mjs';

const TEMPLATE = readFileSync(new URL('fields.html', import.meta.url), 'utf8').replace('<head>', () => `<head><script>${WATCH}</script>`);

/** A value in the place of an image's address is the address of an image. */
const mayAsk = () => true;

for (const browser of BROWSERS) {
  describe(`hostile fields in ${browser}`, () => {
    let driver, server;
    const pages = { '/dot.png': { body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', type: 'image/svg+xml' } };
    before(async () => {
      server = await serve(pages);
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    it('reach the reader', async () => {
      pages['/fields'] = filled(TEMPLATE, 'glimmer');
      assert.deepEqual(await readerEffects(driver, server, '/fields', mayAsk), []);
      const places = await driver.look(root => ['h1', '.excerpt', '.byline', '.site', 'h2', 'figcaption', 'pre', 'math', 'table', 'li', 'dd', 'blockquote', 'details', '.note-body']
        .filter(place => ![...root.querySelectorAll(`article ${place}`)].some(each => each.textContent.includes('glimmer'))));
      assert.deepEqual(places, [], 'fields that are not shown cannot be tested');
    });

    for (const value of FIELDS) {
      it(JSON.stringify(value), async () => {
        pages['/fields'] = filled(TEMPLATE, value);
        assert.deepEqual(await readerEffects(driver, server, '/fields', mayAsk), []);
      });
    }
  });
}
