//! Builds the unpacked extension for both browsers.
//!
//!     node extension/build.mjs --engine DIR --out DIR --version X.Y.Z [--browser chromium] [--browser firefox]
//!
//! `--engine` is a folder with `lectern.js` and `lectern_bg.wasm`, as wasm-bindgen writes them for `no-modules`
//! (the module already optimized); its folder `write` has the same of the module that writes articles down. `--out` gets
//! `chromium` and `firefox`. `cargo xtask build` calls this.

import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bundle } from './bundle.mjs';
import { ENGINE_PLACES, manifest } from './manifest.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const BROWSERS = ['chromium', 'firefox'];

async function build(engine, out, version, browsers) {
  for (const browser of browsers) {
    const folder = join(out, browser);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await Promise.all([
      scripts(browser, engine, folder),
      writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest(browser, version), null, 2)}\n`),
      cp(join(HERE, '_locales'), join(folder, '_locales'), { recursive: true }),
      copyIcons(browser, join(folder, 'icons')),
      copyFonts(join(folder, 'fonts')),
      writePatterns(join(folder, 'hyphenation')),
      cp(join(HERE, 'pages'), folder, { recursive: true }),
      // A content script that runs the engine has it inside; large pages, and the hint on the button, are the background's.
      cp(join(engine, 'lectern_bg.wasm'), join(folder, 'lectern.wasm')),
      cp(join(engine, 'write/lectern_bg.wasm'), join(folder, 'write.wasm')),
    ]);
  }
}

/** The icons in every size; the toolbar's own, which Firefox alone takes, are drawings. */
async function copyIcons(browser, folder) {
  const names = (await readdir(join(HERE, 'icons'))).filter(name => name.endsWith('.png') || (browser === 'firefox' && name.startsWith('toolbar-')));
  await mkdir(folder, { recursive: true });
  await Promise.all(names.map(name => cp(join(HERE, 'icons', name), join(folder, name))));
}

/** The bundled typefaces, from their npm packages, with their licenses beside them. */
async function copyFonts(folder) {
  const packages = ['@fontsource-variable/atkinson-hyperlegible-next', '@fontsource/opendyslexic'];
  await mkdir(folder, { recursive: true });
  await Promise.all(packages.map(async name => {
    const source = join(HERE, '../node_modules', name);
    const files = (await readdir(join(source, 'files'))).filter(file => file.endsWith('.woff2'));
    await Promise.all(files.map(file => cp(join(source, 'files', file), join(folder, file))));
    await cp(join(source, 'LICENSE'), join(folder, `LICENSE-${name.split('/')[1]}`));
  }));
}

/** The patterns of hyphenation, as data: the modules of their package would have to be parsed as programs. */
async function writePatterns(folder) {
  const { outputFiles: [list] } = await esbuild.build({ entryPoints: [join(HERE, 'src/settings/hyphenation.ts')], bundle: true, write: false, format: 'esm' });
  const { PATTERNS } = await import(`data:text/javascript,${encodeURIComponent(list.text)}`);
  const required = createRequire(import.meta.url);
  await mkdir(folder, { recursive: true });
  await Promise.all(PATTERNS.map(name => writeFile(join(folder, `${name}.json`), JSON.stringify(required(`hyphen/patterns/${name}`)))));
  await cp(join(HERE, '../node_modules/hyphen/LICENSE'), join(folder, 'LICENSE'));
}

/** What the content script ends with is what its injection answers: `Session.handOver`. */
const HAND_OVER = 'Object.hasOwn(globalThis,"lectern")?globalThis.lectern.handOver():null';

/**
 * The scripts. Those of the background and of the content are wrapped in a function: a script that runs twice in a
 * page must not redeclare anything. Those of the extension's pages are modules.
 */
async function scripts(browser, engine, folder) {
  const source = name => join(HERE, 'src', name);
  const define = { ENGINE_PLACE: JSON.stringify(ENGINE_PLACES[browser]) };
  const pages = { library: source('pages/library.ts'), options: source('pages/options.ts') };
  await Promise.all([
    bundle({ entryPoints: { background: source('background/main.ts') }, outdir: folder, format: 'iife', engine, define }),
    bundle({ entryPoints: { content: source('content/main.ts') }, outdir: folder, format: 'iife', engine, define, footer: HAND_OVER }),
    bundle({ entryPoints: pages, outdir: folder, format: 'esm', engine, define }),
  ]);
}

const { values } = parseArgs({
  options: { engine: { type: 'string' }, out: { type: 'string', default: 'dist' }, version: { type: 'string', default: '0.0.0' },
    browser: { type: 'string', multiple: true, default: BROWSERS },
  },
});
if (values.engine === undefined) {
  console.error('usage: node extension/build.mjs --engine DIR [--out DIR] [--version X.Y.Z]');
  process.exit(2);
}
await build(values.engine, values.out, values.version, values.browser);
