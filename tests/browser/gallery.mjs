//! Thirty pictures of the reader to look at: themes, widths, both directions, every panel and page.
//!
//!     node tests/browser/gallery.mjs --out DIR [--browser chromium|firefox] [--dist DIR]

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './driver.mjs';
import { localized } from './localized.mjs';
import { pageWithImages, serve } from './server.mjs';

const SAMPLE = 'pages/sample.html';
const ARABIC = '../pages/news-ticker-ar/page.html';
const WIDE = [1280, 900];
const PHONE = [390, 800];
const NARROW = [320, 640];

/** In a theme, at a size, scrolled down, with the panel of this place in the bar open. */
const SHOTS = {
  en: [
    ...['light', 'sepia', 'gray', 'dark', 'black', 'contrast', 'custom'].map(theme => ({ name: theme, theme })),
    ...['light', 'dark'].map(theme => ({ name: `${theme}-phone`, theme, size: PHONE, scroll: 500 })),
    { name: 'text-4k', size: [2560, 1300], scroll: 700 },
    { name: 'figures', theme: 'sepia', scroll: 1500 },
    { name: 'table', theme: 'dark', scroll: 2100 },
    ...['outline', 'line-focus', 'highlights', 'left-out', 'save', 'typography'].map(name => ({ name: `panel-${name}`, panel: name })),
    ...['left-out', 'save', 'typography'].map(name => ({ name: `panel-${name}-narrow`, panel: name, size: NARROW })),
    { name: 'panel-typography-custom', panel: 'typography', theme: 'custom' },
    { name: 'picker', panel: 'left-out', press: 'pick' },
    { name: 'options', own: 'options', size: [1280, 1800] },
    { name: 'options-narrow', own: 'options', size: [320, 1800] },
    { name: 'library', own: 'library' },
  ],
  ar: [
    { name: 'rtl' }, { name: 'rtl-phone', size: PHONE, theme: 'dark' },
    { name: 'rtl-typography', panel: 'typography' }, { name: 'rtl-save-narrow', panel: 'save', size: NARROW },
    { name: 'rtl-options', own: 'options', size: [1280, 1800] },
  ],
};

/** The message on each panel's button. */
const PANELS = { 'outline': 'outline', 'line-focus': 'lineFocus', 'highlights': 'highlights', 'left-out': 'leftOut', 'save': 'save', 'typography': 'typography' };

const { values } = parseArgs({ options: { out: { type: 'string' }, browser: { type: 'string', default: 'chromium' }, dist: { type: 'string', default: 'dist' } } });
if (!values.out) {
  console.error('usage: node tests/browser/gallery.mjs --out DIR [--browser chromium|firefox] [--dist DIR]');
  process.exit(2);
}
await mkdir(values.out, { recursive: true });
for (const [locale, shots] of Object.entries(SHOTS)) await take(locale, shots, values);

async function take(locale, shots, { out, browser, dist }) {
  const extension = await localized(locale, dist);
  const page = fileURLToPath(new URL(locale === 'en' ? SAMPLE : ARABIC, import.meta.url));
  const server = await serve(await pageWithImages(page));
  const driver = await launch(browser, { dist: extension.dist });
  const messages = JSON.parse(await readFile(new URL(`../../extension/_locales/${locale}/messages.json`, import.meta.url), 'utf8'));
  const press = panel => driver.inside((root, label) => {
    const button = [...root.querySelectorAll('.bar > .tool')].find(each => each.getAttribute('aria-label') === label);
    button?.click();
    return button !== undefined;
  }, messages[PANELS[panel]].message);
  try {
    for (const { name, theme, size = WIDE, scroll, panel, press: pressed, own } of shots) {
      await driver.open(`${server.origin}/page.html`);
      await driver.resize(...size);
      await driver.clickToOpen();
      if (theme) await choose(driver, press, theme);
      if (own) {
        await press('save');
        // Something is kept, so that the list has something to show.
        await driver.tap(root => root.querySelector('.save-panel .main-button, .save-panel .plain-button'));
        await driver.tap((root, at) => root.querySelectorAll('.panel-links button')[at], own === 'library' ? 0 : 1);
        await driver.useOwnPage(own);
        await driver.resize(...size);
      }
      if (scroll) await driver.inside((root, y) => { root.querySelector('dialog').scrollTop = y; return true; }, scroll);
      if (panel) await press(panel);
      if (pressed) {
        await driver.tap(root => root.querySelector('.panel:popover-open > .plain-button'));
        await driver.page.mouse.move(400, 500);
        await driver.inside(root => root.querySelector('.picker'));
      }
      // Panels and fonts come within a few frames.
      await driver.evaluate(async () => { await document.fonts.ready; for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame); });
      await driver.page.screenshot({ path: join(out, `${name}.png`) });
    }
  } finally {
    await driver.close();
    await server.close();
    await extension.remove();
  }
}

async function choose(driver, press, theme) {
  await press('typography');
  await driver.inside((root, value) => {
    root.querySelector(`input[name=theme][value=${value}]`).click();
    root.querySelector('.panel:popover-open').hidePopover();
    return root.querySelector('dialog').dataset.theme === value;
  }, theme);
}
