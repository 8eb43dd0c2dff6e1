//! Line focus, and what was left out.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch, until } from './driver.mjs';
import { ARTICLE, BUSY, HARBOR, PARAGRAPH } from './pages.mjs';
import { serve } from './server.mjs';
import { shown } from './shown.mjs';

const about = thing => `<p>${PARAGRAPH.replaceAll('lamp', thing)}</p>`;
const PARTS = `<!DOCTYPE html><html lang="en"><head><title>Three parts</title></head><body><main><section>${about('lamp').repeat(12)}</section>
<section>${about('bell').repeat(6)}</section></main><aside>${about('rope')}</aside></body></html>`;

for (const browser of BROWSERS) {
  describe(`reading aids in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve({ '/page.html': ARTICLE, '/another.html': ARTICLE, '/harbor.svg': HARBOR, '/busy': BUSY, '/parts': PARTS });
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
      const three = await focused();
      await press('Line focus');
      await driver.inside(root => { root.querySelector('input[name=lineFocus][value=five]').click(); return true; });
      await until(async () => {
        const [from, to] = await focused();
        return to - from > (three[1] - three[0]) * 1.4;
      }, 'five lines are no more than three');
    });

    it('underlines one line, and covers nothing', async () => {
      await driver.inside(root => { root.querySelector('input[name=lineFocus][value=underline]').click(); return true; });
      const { above, below, line } = await driver.inside(root => {
        const shade = root.querySelector('.line-focus[data-mode=underline]');
        return shade && { above: getComputedStyle(shade, '::before').display, below: parseFloat(getComputedStyle(shade, '::after').height), line: getComputedStyle(shade, '::after').backgroundColor };
      });
      assert.equal(above, 'none');
      assert.ok(below > 0 && below < 6, `${below}`);
      assert.notEqual(line, 'rgba(0, 0, 0, 0)');
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

    it('puts it back on all pages of the site where that is wanted, lists the site, and forgets it', async () => {
      await driver.open(`${server.origin}/page.html`);
      await driver.clickToOpen();
      await driver.tapButton('What was left out');
      await driver.tap(root => [...root.querySelectorAll('.left-out li')].find(each => each.textContent.includes('Ten lighthouses'))?.querySelector('button'));
      await driver.inside(root => root.querySelector('.body')?.innerText.includes('Why gulls prefer Tuesdays'));
      await driver.tapButton('What was left out');
      await driver.tapButton('Put this back on every page of 127.0.0.1');
      // A page that is closed at once may not have heard of the click.
      await driver.inside(root => root.querySelector('.remember-part input').checked);
      const hasIt = async path => {
        await driver.open(server.origin + path);
        await driver.clickToOpen();
        return (await driver.inside(shown)).text.includes('Why gulls prefer Tuesdays');
      };
      await until(() => hasIt('/another.html'), 'not remembered');
      await driver.tapButton('What was left out');
      assert.equal(await driver.inside(root => root.querySelector('.remember-part input').checked), true);
      await driver.press('Escape');
      await driver.tapButton('Save and export');
      await driver.tapButton('Options');
      await driver.useOwnPage('options');
      await until(() => driver.evaluate(() => /127\.0\.0\.1\s*what you put back/.test(document.querySelector('[aria-labelledby=heading-sites]').textContent)), 'not listed');
      await driver.tapButton('Forget: 127.0.0.1');
      await until(async () => !await hasIt('/page.html'), 'not forgotten');
      // A page that has no such part is read as it is.
      assert.match((await driver.inside(shown)).text, /Every morning at Port Allery/);
    });

    it('reads another part when asked: a narrower one, a wider one, one elsewhere', async () => {
      await driver.open(`${server.origin}/parts`);
      await driver.clickToOpen();
      const choose = async relation => {
        await driver.tapButton('What was left out');
        await driver.tap((root, name) => [...root.querySelectorAll('.candidates button')].find(each => each.textContent.startsWith(name)), relation);
      };
      const reads = (has, hasNot) => driver.inside((root, words, others) => {
        const text = root.querySelector('.body')?.innerText;
        return text?.includes(words) && !(others && text.includes(others));
      }, has, hasNot);
      await reads('The lamp was lit');
      await reads('The bell was lit');
      await choose('Narrower');
      await reads('The lamp was lit', 'The bell was lit');
      await choose('Wider');
      await reads('The bell was lit');
      await driver.tapButton('What was left out');
      await driver.tapButton('Choose the text yourself');
      await driver.inside(root => root.querySelector('.picker'));
      const { x, y } = await driver.evaluate(() => {
        const aside = document.querySelector('aside p');
        aside.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = aside.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await driver.page.mouse.click(x, y);
      await reads('The rope was lit', 'The lamp was lit');
      await choose('Elsewhere');
      await reads('The lamp was lit', 'The rope was lit');
    });
  });
}
