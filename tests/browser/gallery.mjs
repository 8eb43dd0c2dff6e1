//! Thirty pictures of the reader to look at: themes, widths, both directions, every panel and page.
//!
//!     node tests/browser/gallery.mjs --out DIR [--browser chromium|firefox] [--dist DIR]

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './driver.mjs';
import { localized } from './localized.mjs';
import { NO_ARTICLE } from './pages.mjs';
import { pageWithImages, serve } from './server.mjs';

const WIDE = [1280, 900];
const DESKTOP = [1440, 900];
const PHONE = [390, 800];
const NARROW = [320, 640];

/** The page of each shot is one of the test pages, or the sample. */
const SAMPLE = 'sample';

/** With these settings, at a size, scrolled down or so many pages on, with the panel of this name open. */
const SHOTS = {
  en: [
    ...['light', 'sepia', 'gray', 'dark', 'black', 'contrast', 'custom'].map(theme => ({ name: theme, set: { theme } })),
    ...['light', 'dark'].map(theme => ({ name: `${theme}-phone`, set: { theme }, size: PHONE, scroll: 500 })),
    { name: 'text-360', size: [360, 740], scroll: 900 },
    { name: 'text-1440', size: DESKTOP, scroll: 800 },
    { name: 'text-4k', size: [3840, 2160], scroll: 700 },
    { name: 'figures', set: { theme: 'sepia' }, scroll: 1500 },
    { name: 'table', set: { theme: 'dark' }, scroll: 2100 },
    { name: 'columns', set: { layout: 'columns' }, size: [1600, 1000], scroll: 500 },
    { name: 'pages', set: { layout: 'pages', theme: 'sepia' }, size: DESKTOP, turn: 1 },
    { name: 'pages-phone', set: { layout: 'pages' }, size: PHONE, turn: 2 },
    { name: 'word-marks', set: { bionic: true, syllables: true }, size: DESKTOP, scroll: 900 },
    { name: 'line-focus', set: { lineFocus: 'three', theme: 'gray' }, scroll: 900 },
    ...['outline', 'line-focus', 'highlights', 'left-out', 'save', 'typography'].map(name => ({ name: `panel-${name}`, panel: name })),
    ...['left-out', 'save', 'typography'].map(name => ({ name: `panel-${name}-narrow`, panel: name, size: NARROW })),
    { name: 'panel-typography-custom', panel: 'typography', set: { theme: 'custom' } },
    { name: 'player', aloud: true, set: { theme: 'dark' } },
    { name: 'player-narrow', aloud: true, size: NARROW },
    { name: 'image', tap: '.images > img', size: DESKTOP },
    { name: 'image-phone', tap: '.images > img', size: PHONE },
    { name: 'note', tap: '.note-reference a', size: [900, 800] },
    { name: 'zoomed', size: [640, 450], scroll: 500 },
    { name: 'sepia-320', set: { theme: 'sepia' }, size: NARROW },
    { name: 'light-800', size: [800, 900], scroll: 1200 },
    { name: 'card', card: true, size: PHONE },
    { name: 'picker', panel: 'left-out', press: 'pick' },
    { name: 'options', own: 'options', size: [1280, 1800] },
    { name: 'options-narrow', own: 'options', size: [320, 1800] },
    { name: 'library', own: 'library' },
    ...['interview-ja', 'live-blog-he', 'recipe-hi', 'release-notes-th', 'review-zh', 'questions-ko', 'parts-fa', 'paper-en', 'documentation-de', 'encyclopedia-fr', 'forum-ru'].map(page => ({ name: page, page, scroll: 0 })),
    { name: 'vertical-ja', page: 'interview-ja', set: { layout: 'pages', vertical: true } },
    { name: 'pages-he', page: 'live-blog-he', set: { layout: 'pages', theme: 'dark' } },
    { name: 'hindi-phone', page: 'recipe-hi', size: PHONE, scroll: 500 },
    { name: 'thai-phone', page: 'release-notes-th', size: [360, 740], scroll: 500 },
  ],
  ar: [
    { name: 'rtl', page: 'news-ticker-ar' }, { name: 'rtl-phone', page: 'news-ticker-ar', size: PHONE, set: { theme: 'dark' } },
    { name: 'rtl-pages', page: 'news-ticker-ar', set: { layout: 'pages' }, turn: 1 },
    { name: 'rtl-typography', page: 'news-ticker-ar', panel: 'typography' }, { name: 'rtl-save-narrow', page: 'news-ticker-ar', panel: 'save', size: NARROW },
    { name: 'rtl-options', page: 'news-ticker-ar', own: 'options', size: [1280, 1800] },
  ],
};

/** The message on each panel's button. */
const PANELS = { 'outline': 'outline', 'line-focus': 'lineFocus', 'highlights': 'highlights', 'left-out': 'leftOut', 'save': 'save', 'typography': 'typography' };

const { values } = parseArgs({
  options: { out: { type: 'string' }, browser: { type: 'string', default: 'chromium' }, dist: { type: 'string', default: 'dist' }, only: { type: 'string' } },
});
if (!values.out) {
  console.error('usage: node tests/browser/gallery.mjs --out DIR [--browser chromium|firefox] [--dist DIR] [--only NAME,NAME…]');
  process.exit(2);
}
await mkdir(values.out, { recursive: true });
for (const [locale, shots] of Object.entries(SHOTS)) {
  const wanted = shots.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name));
  if (wanted.length > 0) await take(locale, wanted, values);
}

async function take(locale, shots, { out, browser, dist }) {
  const extension = await localized(locale, dist);
  const slugs = new Set(shots.map(({ page = SAMPLE }) => page));
  const pages = await Promise.all([...slugs].map(async slug => {
    const file = fileURLToPath(new URL(slug === SAMPLE ? 'pages/sample.html' : `../pages/${slug}/page.html`, import.meta.url));
    return Object.entries(await pageWithImages(file)).map(([path, content]) => [`/${slug}${path}`, content]);
  }));
  const server = await serve({ '/none': NO_ARTICLE, ...Object.fromEntries(pages.flat()) });
  const driver = await launch(browser, { dist: extension.dist });
  const messages = JSON.parse(await readFile(new URL(`../../extension/_locales/${locale}/messages.json`, import.meta.url), 'utf8'));
  const press = name => driver.inside((root, label) => {
    const button = [...root.querySelectorAll('.bar > .tool')].find(each => each.getAttribute('aria-label') === label);
    button?.click();
    return button !== undefined;
  }, messages[name].message);
  try {
    for (const { name, page = SAMPLE, set = {}, size = WIDE, scroll, turn = 0, panel, press: pressed, tap, card, own, aloud } of shots) {
      await driver.open(card ? `${server.origin}/none` : `${server.origin}/${page}/page.html`);
      await driver.resize(...size);
      await driver.clickToOpen();
      if (!card) await choose(driver, press, set);
      if (own) {
        await press('save');
        // Something is kept, so that the list has something to show.
        await driver.tap(root => root.querySelector('.save-panel .main-button, .save-panel .plain-button'));
        await driver.tap((root, at) => root.querySelectorAll('.panel-links button')[at], own === 'library' ? 0 : 1);
        await driver.useOwnPage(own);
        await driver.resize(...size);
      }
      if (scroll !== undefined) await driver.inside((root, y) => { root.querySelector('dialog').scrollTop = y; return true; }, scroll);
      for (let turned = 0; turned < turn; turned += 1) await driver.press('PageDown');
      if (aloud) await press('aloud');
      if (panel) await press(PANELS[panel]);
      if (tap) await driver.tap((root, selector) => root.querySelector(selector), tap);
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

/** Sets everything back, and then what the picture is of. */
async function choose(driver, press, wanted) {
  const set = { lineFocus: 'off', ...wanted };
  const controls = { lineFocus: 'lineFocus' };
  for (const panel of new Set(['typography', ...Object.keys(set).map(name => controls[name] ?? 'typography')])) {
    await press(panel);
    await driver.inside((root, values, reset) => {
      const open = root.querySelector('.panel:popover-open');
      if (open === null) return false;
      if (reset) open.querySelector('.reset').click();
      for (const [name, value] of Object.entries(values)) {
        const input = open.querySelector(typeof value === 'string' ? `input[name=${name}][value=${value}]` : `input[name=${name}]`);
        if (input && !(input.type === 'checkbox' && input.checked === value)) input.click();
      }
      open.hidePopover();
      return true;
    }, set, panel === 'typography');
  }
  if (set.lineFocus === 'off') return;
  await driver.page.mouse.move(500, 420);
}
