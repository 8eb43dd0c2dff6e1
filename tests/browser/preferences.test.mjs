//! What people have told their system: fewer movements, more contrast, their own colors.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from './driver.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

for (const browser of BROWSERS) {
  describe(`the system's wishes in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function read(wishes) {
      await driver.open(`${server.origin}/page.html`);
      await driver.prefers(wishes);
      await driver.clickToOpen();
    }
    const choose = async (name, value) => {
      await driver.tapButton('Text and theme');
      await driver.tap((root, setting, wanted) => root.querySelector(`input[name=${setting}][value=${wanted}]`).parentElement, name, value);
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.panel:popover-open') === null);
    };
    /** As the browser computes it. */
    const computed = (selector, property) => driver.inside((root, target, name) => getComputedStyle(root.querySelector(target))[name], selector, property);

    it('are kept in motion: nothing fades and no page slides in', async () => {
      await read({ reducedMotion: true });
      assert.equal(await computed('.bar', 'transitionDuration'), '0s');
      await choose('layout', 'pages');
      await driver.inside(root => { root.querySelector('.article').focus(); return true; });
      const animated = () => driver.inside(root => ({ number: root.querySelector('.article').getAnimations().length }));
      await driver.press('ArrowRight');
      assert.equal((await animated()).number, 0);
      await driver.prefers({});
      await driver.inside(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
      assert.notEqual(await computed('.bar', 'transitionDuration'), '0s');
      await choose('layout', 'scroll');
    });

    it('are kept in contrast, where no theme was chosen', async () => {
      await read({});
      const [ink, paper] = [await computed('.body > p', 'color'), await computed('dialog', 'backgroundColor')];
      await driver.prefers({ contrast: true });
      await driver.inside(() => matchMedia('(prefers-contrast: more)').matches);
      assert.notDeepEqual([ink, paper], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      assert.deepEqual([await computed('.body > p', 'color'), await computed('dialog', 'backgroundColor')], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      await driver.prefers({});
    });

    it('win with their own colors in every theme, and what a color told is told by a line', async () => {
      await read({});
      await driver.tapButton('Text and theme');
      const themes = await driver.inside(root => [...root.querySelectorAll('input[name=theme]')].map(({ value }) => value));
      await driver.press('Escape');
      await driver.prefers({ forcedColors: true });
      await driver.inside(() => matchMedia('(forced-colors: active)').matches);
      for (const theme of themes) {
        await choose('theme', theme);
        const own = await driver.inside(root => {
          const probe = document.createElement('i');
          probe.style.cssText = 'color: CanvasText; background-color: Canvas';
          root.querySelector('dialog').append(probe);
          const { color, backgroundColor } = getComputedStyle(probe);
          probe.remove();
          return [color, backgroundColor];
        });
        assert.deepEqual([await computed('.body > p', 'color'), await computed('dialog', 'backgroundColor')], own, theme);
      }
      await driver.tapButton('Text and theme');
      const { outlineStyle, outlineWidth } = await driver.inside(root => {
        const { outlineStyle, outlineWidth } = getComputedStyle(root.querySelector('.option:has(:checked)'));
        return { outlineStyle, outlineWidth };
      });
      assert.notEqual(outlineStyle, 'none');
      assert.ok(parseFloat(outlineWidth) >= 2, outlineWidth);
      assert.notEqual(await computed('.tool', 'borderTopColor'), 'rgba(0, 0, 0, 0)');
      await driver.press('Escape');
      await choose('theme', 'auto');
      await driver.prefers({});
    });
  });
}
