//! Pictures for the stores, at the size that they ask for, and the one of the README.
//!
//!     node tests/browser/pictures.mjs --out DIR [--dist DIR]

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './driver.mjs';
import { pageWithImages, serve } from './server.mjs';

/** What both stores take. */
const SIZE = { width: 1280, height: 800 };
const SAMPLE = fileURLToPath(new URL('pages/sample.html', import.meta.url));
const ARABIC = fileURLToPath(new URL('../pages/news-ticker-ar/page.html', import.meta.url));

/** In the order in which a store shows them: what it is first, then what it can do. */
const PICTURES = [
  { name: '1-reader', theme: 'light' },
  { name: '2-typography', theme: 'sepia', panel: 'Text and theme' },
  { name: '3-left-out', theme: 'light', panel: 'What was left out' },
  { name: '4-dark', theme: 'dark', panel: 'Outline', scroll: 1480 },
  { name: '5-right-to-left', theme: 'gray', page: ARABIC, site: 'sahel.example', scroll: 470 },
];

const { values } = parseArgs({ options: { out: { type: 'string' }, dist: { type: 'string', default: 'dist' } } });
if (!values.out) {
  console.error('usage: node tests/browser/pictures.mjs --out DIR [--dist DIR]');
  process.exit(2);
}
await mkdir(values.out, { recursive: true });
for (const picture of PICTURES) await take(picture, values);

async function take({ name, theme, panel, scroll = 0, page = SAMPLE, site = 'coastal-review.example' }, { out, dist }) {
  const server = await serve(await pageWithImages(page));
  // The reader shows where a page is from: not from this machine.
  const args = [`--host-resolver-rules=MAP ${site}:80 ${new URL(server.origin).host}`];
  const driver = await launch('chromium', { dist, args, ...SIZE });
  const press = label => driver.inside((root, name) => {
    const button = [...root.querySelectorAll('.bar .tool')].find(each => each.getAttribute('aria-label') === name);
    button?.click();
    return button !== undefined;
  }, label);
  try {
    await driver.open(`http://${site}/page.html`);
    await driver.clickToOpen();
    await press('Text and theme');
    await driver.inside((root, value) => {
      root.querySelector(`input[name=theme][value=${value}]`).click();
      root.querySelector('.panel:popover-open').hidePopover();
      return root.querySelector('dialog').dataset.theme === value;
    }, theme);
    await driver.inside((root, y) => { root.querySelector('dialog').scrollTop = y; return true; }, scroll);
    if (panel !== undefined) await press(panel);
    // Panels and fonts come within a few frames.
    await driver.evaluate(async () => { await document.fonts.ready; for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame); });
    await driver.page.screenshot({ path: join(out, `${name}.png`) });
  } finally {
    await driver.close();
    await server.close();
  }
}
