//! Text and theme: what is chosen shows at once, stays, and can be read.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR, STRICT } from './pages.mjs';
import { serve } from './server.mjs';

const THEMES = ['light', 'sepia', 'gray', 'dark', 'black', 'contrast'];

for (const browser of BROWSERS) {
  describe(`text and theme in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR }, { csp: STRICT });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    async function openPanel() {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await press('Text and theme');
    }

    /** Presses the button of this name in the bar. */
    const press = label => driver.inside((root, name) => {
      const button = root.querySelector(`.tool[aria-label="${name}"]`);
      button?.click();
      return button !== null;
    }, label);

    /** Sets a control as a person does, with the events that follow. */
    const set = (selector, value) => driver.inside((root, target, wanted) => {
      const input = root.querySelector(target);
      if (input.type === 'range') {
        input.value = wanted;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      } else {
        input.click();
      }
      return true;
    }, selector, value);

    const style = property => driver.inside((root, name) => getComputedStyle(root.querySelector('.body > p'))[name], property);

    it('follows the sliders', async () => {
      await openPanel();
      const sliders = [['Text size', 26, 'fontSize', '26px'], ['Space between letters', 0.12, 'letterSpacing', '3.12px'], ['Space between words', 0.16, 'wordSpacing', '4.16px']];
      for (const [label, value, property, shown] of sliders) {
        await driver.inside((root, name, wanted) => {
          const input = [...root.querySelectorAll('.slider')].find(each => each.textContent.startsWith(name)).querySelector('input');
          input.value = wanted;
          input.dispatchEvent(new Event('input', { bubbles: true }));
          return true;
        }, label, value);
        assert.equal(await style(property), shown, label);
      }
    });

    it('keeps what was chosen for the next page, and resets it', async () => {
      await openPanel();
      await set('input[name=theme][value=sepia]');
      assert.equal(await driver.inside(root => root.querySelector('dialog').dataset.theme), 'sepia');
      // Settings are stored a moment after the last change; the next page tells.
      await until(async () => {
        await openPanel();
        return driver.look(root => root.querySelector('input[name=theme][value=sepia]').checked && root.querySelector('dialog').dataset.theme === 'sepia');
      }, 'the theme was not kept');
      await driver.inside(root => {
        const reset = [...root.querySelectorAll('.panel button')].find(button => button.textContent === 'Reset');
        reset?.click();
        return reset !== undefined;
      });
      assert.equal(await driver.inside(root => root.querySelector('dialog').dataset.theme), 'auto');
      assert.equal(await style('fontSize'), '20px');
    });

    it('loads a bundled typeface under a strict policy, and takes it away at the end', async () => {
      await openPanel();
      driver.forget();
      await set('input[name=font][value=atkinson]');
      const names = () => driver.evaluate(() => [...document.fonts].filter(face => face.status === 'loaded').map(face => face.family));
      await until(async () => (await names()).some(name => name.includes('Lectern Atkinson')), 'the typeface did not load');
      assert.match(await style('fontFamily'), /^"?Lectern Atkinson/);
      await set('input[name=font][value=serif]');
      assert.deepEqual(driver.noted.requests.filter(url => !url.endsWith('/harbor.svg')), []);
      assert.deepEqual(driver.noted.errors, []);
      await driver.clickToClose();
      assert.equal(await driver.evaluate(() => document.fonts.size), 0);
    });

    it('closes the panel before the reader on Escape', async () => {
      await openPanel();
      await driver.press('Escape');
      await driver.inside(root => root.querySelector('.panel:popover-open') === null);
      await driver.press('Escape');
      await driver.closed();
    });

    for (const theme of THEMES) {
      it(`has enough contrast in ${theme}: 7:1 for text, 4.5:1 for the rest`, async () => {
        await openPanel();
        await set(`input[name=theme][value=${theme}]`);
        const ratios = await driver.inside(contrasts);
        assert.ok(ratios.ink >= 7, `ink ${ratios.ink}`);
        for (const [name, ratio] of Object.entries(ratios)) assert.ok(ratio >= 4.5, `${name} ${ratio}`);
      });
    }
  });
}

/** Contrast of each color of text with the paper, by the formula of WCAG 2. */
function contrasts(root) {
  const style = getComputedStyle(root.querySelector('dialog'));
  const luminance = name => {
    const probe = document.createElement('i');
    probe.style.color = style.getPropertyValue(name);
    root.querySelector('dialog').append(probe);
    const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(channel => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    probe.remove();
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const on = (text, ground) => ratio(luminance(text), luminance(ground));
  return {
    ink: on('--ink', '--paper'),
    inkOnSurface: on('--ink', '--surface'),
    inkOnMark: on('--ink', '--mark'),
    muted: on('--muted', '--paper'),
    mutedOnSurface: on('--muted', '--surface'),
    link: on('--link', '--paper'),
    linkOnSurface: on('--link', '--surface'),
    accent: on('--accent', '--paper'),
  };
}
