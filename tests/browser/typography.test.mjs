//! Text and theme: what is chosen shows at once, stays, and can be read.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR, STRICT } from './pages.mjs';
import { serve } from './server.mjs';

const THEMES = ['auto', 'light', 'sepia', 'gray', 'dark', 'black', 'contrast'];

/** The article as old pages have it: without the line that keeps a browser from drawing as those of 1998 did. */
const QUIRKS = ARTICLE.replace(/<!doctype html>/i, '');

/** What quirks change of elements, and what a reader would see of it. */
const QUIRKY = ['color', 'fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight', 'textAlign', 'textIndent', 'whiteSpace', 'boxSizing', 'margin', 'padding', 'borderColor'];

for (const browser of BROWSERS) {
  describe(`text and theme in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/quirks.html': QUIRKS, '/harbor.svg': HARBOR }, { csp: STRICT });
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

    /** Moves a slider to a value, or to one of its ends. */
    const slide = (label, value) => driver.inside((root, name, wanted) => {
      const input = [...root.querySelectorAll('.slider')].find(each => each.textContent.startsWith(name)).querySelector('input');
      input.value = wanted === 'min' || wanted === 'max' ? input[wanted] : wanted;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    }, label, value);

    const style = property => driver.inside((root, name) => getComputedStyle(root.querySelector('.body > p'))[name], property);

    it('follows the sliders', async () => {
      await openPanel();
      const sliders = [['Text size', 26, 'fontSize', '26px'], ['Space between letters', 0.12, 'letterSpacing', '3.12px'], ['Space between words', 0.16, 'wordSpacing', '4.16px']];
      for (const [label, value, property, shown] of sliders) {
        await slide(label, value);
        assert.equal(await style(property), shown, label);
      }
      await driver.tapButton('Reset');
    });

    it('goes from 12 to 40 pixels, from narrow to wide and from dense to loose', async () => {
      await openPanel();
      const ends = [['Text size', 'fontSize', '12px', '40px'], ['Line height', 'lineHeight', '1.2', '2.6'], ['Space between paragraphs', 'marginBlockStart', '0.4', '2.4']];
      for (const [label, property, least, most] of ends) {
        for (const [end, wanted] of [['min', least], ['max', most]]) {
          await slide(label, end);
          const size = parseFloat(await style('fontSize'));
          const shown = await driver.inside((root, name) => getComputedStyle(root.querySelectorAll('.body > p')[1])[name], property);
          const expected = wanted.endsWith('px') ? parseFloat(wanted) : parseFloat(wanted) * size;
          assert.ok(Math.abs(parseFloat(shown) - expected) < 0.1, `${label} ${end}: ${shown} for ${expected}`);
        }
      }
      await slide('Text size', 20);
      const width = () => driver.inside(root => root.querySelector('.body > p').getBoundingClientRect().width);
      await slide('Line width', 'min');
      const narrow = await width();
      await slide('Line width', 'max');
      assert.ok(await width() > narrow * 1.8, `${await width()} for ${narrow}`);
      await driver.tapButton('Reset');
    });

    it('loses nothing with the spacing of WCAG 1.4.12, in the text and in the panel', async () => {
      await openPanel();
      await driver.resize(640, 800);
      for (const [label, value] of [['Line height', 1.5], ['Space between paragraphs', 2], ['Space between letters', 0.12], ['Space between words', 0.16]]) await slide(label, value);
      const cut = await driver.inside(root => [...root.querySelectorAll('.head, .head *, .body > *, .body p, .body li, .body figcaption, .panel:popover-open, .panel:popover-open :is(label, button, legend, output)')]
        .filter(each => !each.closest('.table, .code, .math-block, svg') && getComputedStyle(each).display !== 'inline')
        .filter(each => each.scrollWidth > each.clientWidth + 1)
        .map(each => `${each.localName} ${each.className}: ${each.textContent.slice(0, 40)}`));
      assert.deepEqual(cut, []);
      assert.equal(await driver.inside(root => root.querySelector('dialog').scrollWidth - root.querySelector('dialog').clientWidth), 0);
      await driver.tapButton('Reset');
      await driver.resize(1280, 900);
    });

    it('justifies and hyphenates by the rules of the article’s language', async () => {
      await openPanel();
      assert.deepEqual([await style('textAlign'), await style('hyphens')], ['start', 'manual']);
      await set('input[name=alignment][value=justify]');
      await set('input[name=hyphens]');
      assert.deepEqual([await style('textAlign'), await style('hyphens')], ['justify', 'auto']);
      assert.equal(await driver.inside(root => root.querySelector('.body > p').closest('[lang]').lang), 'en');
      await driver.tapButton('Reset');
    });

    it('darkens images in dark themes only where that was chosen', async () => {
      await openPanel();
      const filter = () => driver.inside(root => getComputedStyle(root.querySelector('.body img')).filter);
      await set('input[name=theme][value=dark]');
      assert.equal(await filter(), 'none');
      await set('input[name=dimImages]');
      assert.match(await filter(), /brightness\(0\.\d+\)/);
      await set('input[name=theme][value=light]');
      assert.equal(await filter(), 'none');
      await driver.tapButton('Reset');
    });

    it('looks the same on a page that is drawn by the quirks of old browsers', async () => {
      const looks = async path => {
        await driver.open(`${server.origin}${path}`);
        await driver.clickToOpen();
        await press('Text and theme');
        await set('input[name=theme][value=dark]');
        const seen = await driver.inside((root, names) => [...root.querySelectorAll('.article *')].map(element => {
          const style = getComputedStyle(element);
          return [element.localName, ...names.map(name => `${name}: ${style[name]}`)].join('; ');
        }), QUIRKY);
        await driver.tapButton('Reset');
        return { mode: await driver.evaluate(() => document.compatMode), seen };
      };
      const [standard, quirks] = [await looks('/page.html'), await looks('/quirks.html')];
      assert.deepEqual([standard.mode, quirks.mode], ['CSS1Compat', 'BackCompat']);
      assert.ok(standard.seen.some(each => each.startsWith('td;')));
      assert.deepEqual(quirks.seen, standard.seen);
    });

    it('shows links and images, or does not', async () => {
      await openPanel();
      const link = () => driver.inside(root => {
        const { color, pointerEvents } = getComputedStyle(root.querySelector('.body p a[href]:not(.note-reference a)'));
        return [color === getComputedStyle(root.querySelector('.body > p')).color, pointerEvents];
      });
      const image = () => driver.inside(root => ({ shown: root.querySelector('.body img').checkVisibility() }));
      assert.deepEqual([await link(), await image()], [[false, 'auto'], { shown: true }]);
      await set('input[name=showLinks]');
      await set('input[name=showImages]');
      assert.deepEqual([await link(), await image()], [[true, 'none'], { shown: false }]);
      await driver.tapButton('Reset');
    });

    it('takes one’s own colors, says how well they can be read, and corrects what cannot', async () => {
      await openPanel();
      await set('input[name=theme][value=custom]');
      const dye = (label, value) => driver.inside((root, name, wanted) => {
        const row = [...root.querySelectorAll('.color')].find(each => each.textContent.startsWith(name));
        const input = row.querySelector('input');
        input.value = wanted;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return row.querySelector('output').value;
      }, label, value);
      await dye('Background', '#fdf6e3');
      assert.equal(await dye('Text', '#000000'), 'Contrast 19.5 : 1');
      for (const paper of ['#fdf6e3', '#777777', '#101418']) {
        await dye('Background', paper);
        for (const ink of ['#f8f0dd', '#808080', '#1a1f24', '#ff0000']) {
          const told = await dye('Text', ink);
          await dye('Links', ink);
          const ratios = await driver.inside(contrasts);
          for (const [name, ratio] of Object.entries(ratios)) assert.ok(ratio >= 4.5, `${name} ${ratio} for ${ink} on ${paper}`);
          assert.match(told, /^(Contrast|Too faint to read: shown with a contrast of) [\d.]+ : 1$/);
        }
      }
      assert.match(await dye('Text', '#12161a'), /^Too faint/);
      await driver.tapButton('Reset');
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

    it('loads the bundled typefaces under a strict policy, and takes them away at the end', async () => {
      await openPanel();
      driver.forget();
      const names = () => driver.evaluate(() => [...document.fonts].filter(face => face.status === 'loaded').map(face => face.family));
      for (const [font, family] of [['atkinson', 'Lectern Atkinson'], ['opendyslexic', 'Lectern OpenDyslexic']]) {
        await set(`input[name=font][value=${font}]`);
        await until(async () => (await names()).some(name => name.includes(family)), `${family} did not load`);
        assert.match(await style('fontFamily'), new RegExp(`^"?${family}`));
      }
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

    it('has a control for text and theme in the options for everything that there is in the panel', async () => {
      await openPanel();
      const names = scope => [...scope.querySelectorAll('input[name], .slider, .color')].map(each => each.name ?? each.querySelector('span').textContent);
      const own = await driver.inside((root, source) => (0, eval)(source)(root.querySelector('.panel:popover-open')), String(names));
      await driver.press('Escape');
      await driver.tapButton('Save and export');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      const offered = await driver.evaluate(names, await driver.page.evaluateHandle(() => document));
      assert.deepEqual(own.filter(name => !offered.includes(name)), []);
      for (const name of ['lineFocus', 'Pace', 'keepPlaces', 'backExits']) assert.ok(offered.includes(name), name);
    });
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
    linkOnMark: on('--link', '--mark'),
    linkOnSurface: on('--link', '--surface'),
    accent: on('--accent', '--paper'),
  };
}
