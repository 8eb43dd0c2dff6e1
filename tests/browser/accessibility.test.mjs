//! What axe-core finds wrong in the reader, in every theme and with every panel open: nothing. And the keyboard reaches all
//! of it. Panels and themes are those that the reader itself offers: a new one cannot be forgotten here.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { faults, TARGET, tooSmall } from './axe.mjs';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, HARBOR, NO_ARTICLE } from './pages.mjs';
import { serve } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

    /** The names of all panels that the bar has. */
    const panels = () => driver.inside(root => [...root.querySelectorAll('.bar > .tool')].filter(tool => tool.popoverTargetElement).map(tool => tool.getAttribute('aria-label')));

    /** Chooses a theme as the panel does, wherever it is. */
    const wear = theme => driver.inside((root, value) => { root.querySelector(`input[name=theme][value=${value}]`).click(); return true; }, theme);

    async function themes() {
      await press('Text and theme');
      return driver.inside(root => [...root.querySelectorAll('input[name=theme]')].map(({ value }) => value));
    }

    it('finds no fault in any panel, in any theme', async () => {
      await read('/page.html');
      const all = await panels();
      assert.ok(all.length >= 6, `${all}`);
      for (const theme of await themes()) {
        await driver.inside(root => root.querySelector('.panel:popover-open') !== null);
        await wear(theme);
        for (const panel of all) {
          if (!await driver.look((root, name) => root.querySelector('.panel:popover-open')?.getAttribute('aria-label') === name, panel)) await press(panel);
          assert.deepEqual(await driver.inside(faults), [], `${panel} in ${theme}`);
        }
        if (all.at(-1) !== 'Text and theme') await press('Text and theme');
      }
      await wear('auto');
    });

    it('finds no fault while it reads aloud, on pages, with a note and with an image over it, in any theme', async () => {
      await read('/page.html');
      // In a wider window the note stands in the margin.
      await driver.resize(900, 900);
      const check = async what => {
        assert.deepEqual(await driver.inside(faults), [], what);
        assert.deepEqual(await driver.inside(tooSmall, TARGET), [], what);
      };
      const all = await themes();
      for (const theme of all) {
        await wear(theme);
        await driver.press('Escape');
        await driver.tap(root => root.querySelector('.note-reference a'));
        await driver.inside(root => root.querySelector('.note-popover:popover-open'));
        await check(`a note in ${theme}`);
        await driver.press('Escape');
        await driver.tap(root => root.querySelector('.images > img'));
        await driver.inside(root => root.querySelector('.lightbox[open]'));
        await check(`an image in ${theme}`);
        // Escape closes the image, and not the reader with it.
        await driver.press('Escape');
        await driver.inside(root => root.querySelector('.lightbox') === null);
        await press('Read aloud');
        await check(`the player in ${theme}`);
        await driver.press('Escape');
        await press('Text and theme');
        await driver.inside(root => root.querySelector('.panel:popover-open') !== null);
      }
      await driver.tap(root => root.querySelector('input[name=layout][value=pages]').parentElement);
      await driver.inside(root => root.querySelector('.pager'));
      for (const theme of all) {
        await wear(theme);
        await check(`pages in ${theme}`);
      }
      await wear('auto');
      await driver.tap(root => root.querySelector('input[name=layout][value=scroll]').parentElement);
    });

    it('finds no fault in the card and in the picker', async () => {
      for (const theme of ['auto', 'sepia', 'dark', 'contrast', 'custom', 'auto']) {
        await read('/page.html');
        await themes();
        await wear(theme);
        await driver.press('Escape');
        await driver.clickToClose();
        await until(async () => {
          await read('/none');
          return await driver.look(root => root.querySelector('.card').dataset.theme) === theme;
        }, `no card in ${theme}`);
        assert.deepEqual(await driver.inside(faults), [], `card in ${theme}`);
        await driver.tapButton('Choose the text yourself');
        await driver.inside(root => root.querySelector('.picker'));
        assert.deepEqual(await driver.inside(faults), [], `picker in ${theme}`);
        assert.deepEqual(await driver.inside(tooSmall, TARGET), []);
        await driver.press('Escape');
        await driver.closed();
      }
    });

    it('has targets that can be hit, and no panel wider than 320 pixels', async () => {
      await read('/page.html');
      await driver.resize(320, 640);
      for (const panel of await panels()) {
        await press(panel);
        assert.deepEqual(await driver.inside(tooSmall, TARGET), [], panel);
        const { left, right, over } = await driver.inside(root => {
          const open = root.querySelector('.panel:popover-open');
          const { left, right } = open.getBoundingClientRect();
          return { left, right, over: open.scrollWidth - open.clientWidth };
        });
        assert.ok(left >= 0 && right <= 320 && over <= 1, `${panel}: ${left} to ${right}, ${over} over`);
      }
      await driver.resize(1280, 900);
    });

    it('reaches every button of the bar with the Tab key, and nothing of the page', async () => {
      await read('/page.html');
      const labels = await driver.inside(root => [...root.querySelectorAll('.bar > button')].map(button => button.getAttribute('aria-label')));
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

    it('opens every panel, reaches every control in it and closes it by keys alone, with the focus always to be seen', async () => {
      await read('/page.html');
      for (const panel of await panels()) {
        await driver.inside((root, name) => { root.querySelector(`.tool[aria-label="${name}"]`).focus(); return true; }, panel);
        await driver.press('Enter');
        const stops = await driver.inside((root, name) => {
          const open = root.querySelector(`.panel[aria-label="${name}"]:popover-open`);
          // Of radio buttons of one name, the Tab key reaches one.
          return open && { count: [...open.querySelectorAll('button, input, select, iframe, a[href]')]
            .filter(each => each.checkVisibility() && !each.disabled && !(each.type === 'radio' && !each.checked)).length };
        }, panel);
        for (let at = 0; at < stops.count; at += 1) {
          await driver.press('Tab');
          const { inside, seen, name } = await driver.inside((root, label) => {
            const focused = root.activeElement;
            const shown = focused?.closest('.option') ?? focused;
            const { outlineStyle, outlineWidth } = getComputedStyle(shown);
            return { inside: focused?.closest('.panel')?.getAttribute('aria-label') === label, seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, name: shown?.outerHTML.slice(0, 80) };
          }, panel);
          assert.ok(inside, `${panel}: stop ${at + 1} of ${stops.count} is elsewhere: ${name}`);
          assert.ok(seen, `${panel}: no focus to be seen on ${name}`);
        }
        await driver.press('Escape');
        await until(async () => await driver.look((root, name) => root.querySelector('.panel:popover-open') === null
          && root.activeElement?.getAttribute('aria-label') === name, panel), `${panel} did not give the focus back`);
      }
    });

    it('reaches everything in the article by the Tab key, and never hides the focus below the bar or the player', async () => {
      await read('/page.html');
      await driver.resize(420, 640);
      await press('Read aloud');
      // A voice that speaks takes the text along, away from the focus: Firefox has some.
      await driver.inside(root => {
        const { hidden, options } = root.querySelector('.player select');
        if (hidden) return root.querySelector('.player [role=status]').textContent !== '';
        root.querySelector('.player [aria-label=Pause]')?.click();
        return options.length > 0 && root.querySelector('.player [aria-label=Play]') !== null;
      });
      await driver.inside(root => { root.querySelector('.article').focus(); return true; });
      const stops = await driver.inside(root => [...root.querySelectorAll('.article :is(a[href], button, summary, input, [tabindex="0"])')].filter(each => each.checkVisibility() && !each.disabled).length);
      assert.ok(stops > 8, `${stops}`);
      // Down to the end, and up again.
      for (const back of [false, true]) {
        for (let stop = 0; stop < stops - Number(back); stop += 1) {
          if (back) await driver.chord('Shift', 'Tab');
          else await driver.press('Tab');
          const hidden = await driver.inside(root => {
            const focused = root.activeElement;
            if (!focused?.closest('.article')) return { where: `left the article: ${focused?.outerHTML.slice(0, 100)}` };
            const { left, right, top, bottom } = focused.getClientRects()[0];
            const [upper, lower] = [Math.max(0, top), Math.min(innerHeight, bottom)];
            const over = [...root.querySelectorAll('.bar > .tool, .player, .progress')].filter(each => each.checkVisibility({ visibilityProperty: true })).map(each => each.getBoundingClientRect());
            // All of what is in the window, in nine points (WCAG 2.4.11).
            const points = [0.1, 0.5, 0.9].flatMap(across => [0.1, 0.5, 0.9].map(down => [left + (right - left) * across, upper + (lower - upper) * down]));
            const isHidden = points.every(([x, y]) => over.some(box => x > box.left && x < box.right && y > box.top && y < box.bottom));
            const { outlineStyle } = getComputedStyle(focused);
            return { where: bottom <= 0 || top >= innerHeight ? `out of the window: ${focused.outerHTML.slice(0, 100)}` : isHidden ? `hidden: ${focused.outerHTML.slice(0, 100)}` : outlineStyle === 'none' ? `not to be seen: ${focused.outerHTML.slice(0, 100)}` : '' };
          });
          assert.equal(hidden.where, '');
        }
      }
      await driver.press('Escape');
      await driver.resize(1280, 900);
    });

    for (const [zoom, width, height] of [['320 pixels', 320, 640], ['twice the size', 640, 450], ['four times the size', 320, 225]]) {
      it(`needs no sideways scrolling at ${zoom}, with text of 12 or 40 pixels`, async () => {
        await read('/page.html');
        await driver.resize(width, height);
        await press('Text and theme');
        for (const size of ['min', 'max']) {
          const over = await driver.inside((root, end) => {
            const slider = root.querySelector('.panel:popover-open .slider input');
            slider.value = slider[end];
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            const dialog = root.querySelector('dialog');
            const beside = [...root.querySelectorAll('.body > *, .head > *, .notes li')].filter(each => {
              const { left, right } = each.getBoundingClientRect();
              return left < -1 || right > dialog.clientWidth + 1;
            });
            return { pixels: dialog.scrollWidth - dialog.clientWidth, beside: beside.map(each => each.outerHTML.slice(0, 80)) };
          }, size);
          assert.deepEqual(over, { pixels: 0, beside: [] }, size);
        }
        await driver.inside(root => { root.querySelector('.reset').click(); return true; });
        await driver.resize(1280, 900);
      });
    }
  });
}
