//! The reader in other languages: its words, its digits, its direction, and room for longer words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from './driver.mjs';
import { localized } from './localized.mjs';
import { ARTICLE, HARBOR } from './pages.mjs';
import { serve } from './server.mjs';

/** From right to left with six plurals, the longest words, and no spaces. */
const LOCALES = ['ar', 'de', 'ja'];

for (const browser of BROWSERS) {
  for (const locale of LOCALES) {
    describe(`the reader in ${locale} in ${browser}`, () => {
      const messages = JSON.parse(readFileSync(new URL(`../../extension/_locales/${locale}/messages.json`, import.meta.url), 'utf8'));
      const words = name => messages[name].message;
      let driver, server, extension;
      before(async () => {
        server = await serve({ '/page.html': ARTICLE, '/harbor.svg': HARBOR });
        extension = await localized(locale);
        driver = await launch(browser, { dist: extension.dist });
        await driver.open(`${server.origin}/page.html`);
        await driver.clickToOpen();
      });
      after(async () => {
        await driver?.close();
        await server?.close();
        await extension?.remove();
      });

      it('speaks it, while the article keeps its own language and direction', async () => {
        const { lang, dir, exit, article } = await driver.inside(root => {
          const dialog = root.querySelector('dialog');
          const { lang, dir } = root.querySelector('.article');
          return { lang: dialog.lang, dir: dialog.dir, exit: root.querySelector('.tool').getAttribute('aria-label'), article: { lang, dir } };
        });
        assert.equal(lang, locale);
        assert.equal(dir, locale === 'ar' ? 'rtl' : 'ltr');
        assert.equal(exit, words('exit'));
        assert.deepEqual(article, { lang: 'en', dir: 'ltr' });
      });

      it('has its way out where the language begins, and its panels where it ends', async () => {
        await press(words('typography'));
        const { exit, panel, width } = await driver.inside(root => ({
          exit: root.querySelector('.tool').getBoundingClientRect().left,
          panel: root.querySelector('.panel:popover-open').getBoundingClientRect().left,
          width: root.querySelector('dialog').clientWidth,
        }));
        if (locale === 'ar') assert.ok(exit > width / 2 && panel < width / 2, `${exit}, ${panel}`);
        else assert.ok(exit < width / 2 && panel > width / 2, `${exit}, ${panel}`);
      });

      it('has room for its words at 320 pixels', async () => {
        await driver.resize(320, 640);
        for (const name of ['outline', 'lineFocus', 'leftOut', 'typography']) {
          await press(words(name));
          const cut = await driver.inside(root => [root.querySelector('dialog'), ...root.querySelectorAll('.bar, .panel:popover-open, .panel:popover-open :is(label, button, legend, .option)')]
            .filter(each => each.scrollWidth > each.clientWidth + 1)
            .map(each => `${each.className} ${each.textContent.slice(0, 40)}`));
          assert.deepEqual(cut, [], name);
        }
      });

      const press = label => driver.inside((root, name) => {
        const button = [...root.querySelectorAll('.tool')].find(each => each.getAttribute('aria-label') === name);
        button?.click();
        return button !== undefined && root.querySelector('.panel:popover-open') !== null;
      }, label);
    });
  }
}
