//! Reads one page with a real click and writes what came of it: `reader.png` and `reader.json`.
//!
//!     node tests/browser/shot.mjs --browser chromium|firefox --page FILE [--csp POLICY] [--width N] --out DIR [--dist DIR]

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './driver.mjs';
import { pageWithImages, serve } from './server.mjs';
import { cardSentence, pageState, shown } from './shown.mjs';

/** The tallest picture that is taken, in CSS pixels. */
const MAX_HEIGHT = 12_000;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    page: { type: 'string' },
    csp: { type: 'string' },
    width: { type: 'string', default: '1280' },
    out: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
    dark: { type: 'boolean', default: false },
  },
});
if (!values.page || !values.out) {
  console.error('usage: node tests/browser/shot.mjs --browser chromium|firefox --page FILE [--csp POLICY] [--width N] [--dark] --out DIR');
  process.exit(2);
}
await shot(values);

async function shot({ browser, page, csp, width, out, dist, dark }) {
  const server = await serve(await pageWithImages(page), { csp });
  const driver = await launch(browser, { dist, dark, width: Number(width) });
  try {
    await driver.open(`${server.origin}/page.html`);
    await driver.evaluate(leaveTraces);
    const before = await driver.evaluate(pageState);
    driver.forget();
    await driver.clickToOpen();
    const seen = await driver.look(shown) ?? { card: await driver.look(cardSentence) };
    await driver.clickToClose();
    const restored = await driver.evaluate(pageState) === before;
    const noted = structuredClone(driver.noted);

    await mkdir(out, { recursive: true });
    await driver.clickToOpen();
    const height = await driver.look(root => root.querySelector('dialog').scrollHeight);
    await driver.resize(Number(width), Math.min(Math.max(height, 600), MAX_HEIGHT));
    await driver.page.screenshot({ path: join(out, 'reader.png') });
    await writeFile(join(out, 'reader.json'), `${JSON.stringify({ ...seen, ...noted, restored }, null, 2)}\n`);
    console.log(JSON.stringify({ title: seen.title ?? seen.card, blocks: seen.counts?.blocks, engine: seen.engine, milliseconds: seen.milliseconds, restored }));
  } finally {
    await driver.close();
    await server.close();
  }
}

/** Scrolls, gives the focus and selects: an exit has something to put back. */
function leaveTraces() {
  scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 3);
  document.querySelector('a[href]')?.focus({ preventScroll: true });
}
