//! A browser with the extension on a page, which takes the extension anew for every line `reload` that it is told.
//!
//!     node tests/browser/dev.mjs --browser chromium|firefox [--page FILE] [--dist DIR]

import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './driver.mjs';
import { pageWithImages, serve } from './server.mjs';

const SAMPLE = fileURLToPath(new URL('pages/sample.html', import.meta.url));

const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, page: { type: 'string', default: SAMPLE }, dist: { type: 'string', default: 'dist' } },
});
const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || ['darwin', 'win32'].includes(process.platform);
const server = await serve(await pageWithImages(values.page));
const driver = await launch(values.browser, { dist: values.dist, headless: !display });
driver.browser.once('disconnected', () => process.exit(0));
await driver.open(`${server.origin}/page.html`);
await driver.clickToOpen();
console.log('The reader is open. Save a file in extension/ or src/; close the browser to end.');

for await (const line of createInterface({ input: process.stdin })) {
  if (line !== 'reload') continue;
  const start = performance.now();
  try {
    await driver.reload();
    await driver.page.reload();
    await driver.clickToOpen();
    console.log(`reloaded and open again in ${((performance.now() - start) / 1000).toFixed(2)} s`);
  } catch (error) {
    console.log(`not reloaded: ${error.message}`);
  }
}
await driver.close();
await server.close();
