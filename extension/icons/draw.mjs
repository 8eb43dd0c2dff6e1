//! Draws `icon.svg` in every size that the manifest names, with an installed Chromium, and with `--sheet FILE` how the
//! icons look on light and dark toolbars: `cargo xtask pictures` calls this.

import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { ICON_SIZES } from '../manifest.mjs';

const { values } = parseArgs({ options: { sheet: { type: 'string' } } });
const source = name => readFile(new URL(name, import.meta.url), 'utf8');
const icon = await source('icon.svg');
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of ICON_SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${icon}`);
  await writeFile(new URL(`icon-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
if (values.sheet !== undefined) {
  const row = (background, toolbar) => `<p style="background:${background}">${[16, 19, 24, 32, 48].flatMap(size => [icon, toolbar].map(svg => `<span style="width:${size}px">${svg}</span>`)).join('')}</p>`;
  await page.setViewport({ width: 480, height: 160, deviceScaleFactor: 2 });
  await page.setContent(`<style>body { margin: 0 } p { display: flex; gap: 12px; align-items: center; margin: 0; padding: 12px } svg { display: block; width: 100%; height: auto }</style>
    ${row('#f9f9fb', await source('toolbar-dark.svg'))}${row('#2b2a33', await source('toolbar-light.svg'))}`);
  await writeFile(values.sheet, await page.screenshot());
}
await browser.close();
