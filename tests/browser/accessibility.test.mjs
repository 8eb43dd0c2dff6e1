//! What axe-core finds wrong, in every theme and with every panel open: nothing. And the keyboard reaches all of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { faults, TARGET } from './axe.mjs';
import { BROWSERS, launch } from './driver.mjs';
import { ARTICLE, HARBOR, NO_ARTICLE } from './pages.mjs';
import { serve } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['light', 'sepia', 'gray', 'dark', 'black', 'contrast', 'custom'];
const PANELS = ['Outline', 'Line focus', 'Highlights and notes', 'What was left out', 'Save and export', 'Text and theme'];

for (const browser of BROWSERS) {
  describe(`accessibility in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR, '/none': NO_ARTICLE });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function read(path) {
      await driver.open(server.origin + path);
      await driver.evaluate(AXE);
      await driver.clickToOpen();
    }

    const press = label => driver.inside((root, name) => { root.querySelector(`.tool[aria-label="${name}"]`).click(); return true; }, label);

    it('finds no fault in any theme', async () => {
      await read('/page.html');
      await press('Text and theme');
      for (const theme of THEMES) {
        await driver.inside((root, value) => { root.querySelector(`input[name=theme][value=${value}]`).click(); return true; }, theme);
        assert.deepEqual(await driver.inside(faults), [], theme);
      }
      await driver.inside(root => { root.querySelector('input[name=theme][value=auto]').click(); return true; });
    });

    it('finds no fault in any panel', async () => {
      await read('/page.html');
      for (const panel of PANELS) {
        await press(panel);
        assert.deepEqual(await driver.inside(faults), [], panel);
      }
      await driver.press('Escape');
      await press('Read aloud');
      assert.deepEqual(await driver.inside(faults), [], 'player');
    });

    it('finds no fault in the card', async () => {
      await read('/none');
      assert.deepEqual(await driver.inside(faults), []);
    });

    it('has targets that can be hit', async () => {
      await read('/page.html');
      for (const panel of PANELS) {
        await press(panel);
        const small = await driver.inside((root, least) => [...root.querySelectorAll('.bar button, .bar label, .bar input:not([type=radio])')]
          .filter(each => each.checkVisibility() && !each.closest('label.tick'))
          .map(each => ({ name: each.textContent || each.ariaLabel, ...each.getBoundingClientRect().toJSON() }))
          .filter(({ width, height }) => width < least || height < least)
          .map(({ name, width, height }) => `${name}: ${width} × ${height}`), TARGET);
        assert.deepEqual(small, [], panel);
      }
    });

    it('reaches every button of the bar with the Tab key, and nothing of the page', async () => {
      await read('/page.html');
      const labels = await driver.inside(root => [...root.querySelectorAll('.bar > button')].map(button => button.ariaLabel ?? button.getAttribute('aria-label')));
      // The article has the focus at first; the bar stands before it.
      const reached = [];
      for (const _ of labels) {
        await driver.page.keyboard.down('Shift');
        await driver.press('Tab');
        await driver.page.keyboard.up('Shift');
        reached.unshift(await driver.inside(root => root.activeElement?.getAttribute('aria-label')));
      }
      assert.deepEqual(reached, labels);
    });

    it('needs no sideways scrolling at 320 pixels', async () => {
      await read('/page.html');
      await driver.resize(320, 640);
      const { scrollWidth, clientWidth } = await driver.inside(root => {
        const { scrollWidth, clientWidth } = root.querySelector('dialog');
        return { scrollWidth, clientWidth };
      });
      assert.equal(scrollWidth, clientWidth);
      await driver.resize(1280, 900);
    });
  });
}
