//! Opens a page in a browser with the extension installed: on a display for a person to use, without one to
//! click the action and save what the reader shows.
//!
//!     node tests/browser/run.mjs [--browser chromium|firefox] [--url URL | --page FILE] --out DIR [--dist DIR]

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './driver.mjs';
import { pageWithImages, serve } from './server.mjs';
import { cardSentence, shown } from './shown.mjs';

const SAMPLE = fileURLToPath(new URL('pages/sample.html', import.meta.url));

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    url: { type: 'string' },
    page: { type: 'string' },
    out: { type: 'string', default: 'target' },
    dist: { type: 'string', default: 'dist' },
  },
});
await run(values);

async function run({ browser, url, page, out, dist }) {
  const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || ['darwin', 'win32'].includes(process.platform);
  const server = url === undefined ? await serve(await pageWithImages(page ?? SAMPLE)) : undefined;
  const driver = await launch(browser, { dist, headless: !display });
  try {
    await driver.open(url ?? `${server.origin}/page.html`);
    if (display) await use(driver);
    else await show(driver, out);
  } finally {
    await driver.close();
    await server?.close();
  }
}

/** Leaves the browser to the person until it is closed. */
async function use(driver) {
  console.log('Click the Lectern button in the toolbar (it may be behind the puzzle piece). Close the browser to end.');
  await new Promise(resolve => driver.browser.once('disconnected', resolve));
}

async function show(driver, out) {
  await driver.clickToOpen();
  const seen = await driver.look(shown);
  await mkdir(out, { recursive: true });
  const picture = join(out, 'reader.png');
  await driver.page.screenshot({ path: picture });
  if (seen === undefined) {
    console.log(`No article: ${await driver.look(cardSentence)}`);
    return;
  }
  const { title, counts, engine, milliseconds } = seen;
  console.log(`Title:   ${title}\nBlocks:  ${counts.blocks}\nEngine:  ${engine}`);
  for (const [stage, time] of Object.entries(milliseconds)) console.log(`  ${stage.padEnd(10)} ${time.toFixed(1)} ms`);
  console.log(`Picture: ${picture}`);
}
