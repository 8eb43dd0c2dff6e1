//! Line focus, and what was left out.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, BUSY, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';
import { shown } from './shown.mjs';

for (const browser of BROWSERS) {
  describe(`reading aids in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR, '/busy': BUSY });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    const press = label => driver.inside((root, name) => {
      const button = root.querySelector(`.tool[aria-label="${name}"]`);
      button?.click();
      return button !== null;
    }, label);

    /** Top and bottom of the window of lines. */
    const focused = () => driver.look(root => {
      const style = root.querySelector('.line-focus')?.style;
      return style && ['--from', '--to'].map(name => parseFloat(style.getPropertyValue(name)));
    });

    it('shows one line and follows the arrow keys', async () => {
      await driver.open(`${server.origin}/busy`);
      await driver.clickToOpen();
      await press('Line focus');
      await driver.inside(root => { root.querySelector('input[name=lineFocus][value=one]').click(); return true; });
      await driver.press('Escape');
      const [from, to] = await until(focused, 'no window');
      assert.ok(to - from > 10 && to - from < 60, `${from} to ${to}`);
      await driver.press('ArrowDown');
      await until(async () => (await focused())[0] > from, 'the window did not move down');
      await driver.press('ArrowUp');
      await until(async () => (await focused())[0] === from, 'the window did not come back');
    });

    it('follows the pointer, with three lines', async () => {
      await press('Line focus');
      await driver.inside(root => { root.querySelector('input[name=lineFocus][value=three]').click(); return true; });
      await driver.press('Escape');
      await driver.page.mouse.move(600, 500);
      await until(async () => {
        const [from, to] = await focused();
        return from < 500 && to > 500 && to - from > 60;
      }, 'the window is elsewhere');
      await press('Line focus');
      await driver.inside(root => { root.querySelector('input[name=lineFocus][value=off]').click(); return true; });
      await driver.inside(root => root.querySelector('.line-focus') === null);
      await driver.clickToClose();
    });

    it('notices text that comes late, and reads it when asked', async () => {
      await driver.open(`${server.origin}/busy`);
      await driver.clickToOpen();
      await driver.evaluate(() => {
        const late = document.createElement('p');
        late.textContent = 'It came late, as the ferry does, and nobody was surprised; the lamp was lit all the same, and the book lay open. '.repeat(4);
        document.querySelector('article').append(late);
      });
      await driver.inside(root => {
        const again = root.querySelector('.page-notice button');
        again?.click();
        return again !== null;
      });
      await driver.inside(root => root.querySelector('.page-notice') === null && root.querySelector('.body')?.innerText.includes('It came late, as the ferry does'));
      await driver.clickToClose();
    });

    it('lists what was left out with its reason, and puts it back', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      assert.ok(!(await driver.look(shown)).text.includes('Why gulls prefer Tuesdays'));
      await press('What was left out');
      const entry = await driver.inside(root => {
        const item = [...root.querySelectorAll('.left-out li')].find(each => each.textContent.includes('Ten lighthouses'));
        if (!item) return false;
        const reason = item.querySelector('.left-out-reason').textContent;
        item.querySelector('button').click();
        return { reason };
      });
      assert.notEqual(entry.reason, '');
      await driver.inside(root => root.querySelector('.body')?.innerText.includes('Why gulls prefer Tuesdays'));
      await press('What was left out');
      await driver.inside(root => {
        const reset = [...root.querySelectorAll('.panel button')].find(each => each.textContent === 'As it was at first');
        reset?.click();
        return reset !== undefined;
      });
      await driver.inside(root => root.querySelector('.body') !== null && !root.querySelector('.body').innerText.includes('Why gulls prefer Tuesdays'));
    });
  });
}
