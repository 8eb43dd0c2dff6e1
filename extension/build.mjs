//! Builds the unpacked extension for both browsers.
//!
//!     node extension/build.mjs --engine DIR --out DIR --version X.Y.Z
//!
//! `--engine` is a folder with `lectern.js` and `lectern_bg.wasm`, as wasm-bindgen writes them for `no-modules`
//! (the module already optimized); its folder `write` has the same of the module that writes articles down. `--out` gets `chromium` and `firefox`. `cargo xtask build` calls this.

import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { ENGINE_PLACES, manifest } from './manifest.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const BROWSERS = ['chromium', 'firefox'];

async function build(engine, out, version) {
  for (const browser of BROWSERS) {
    const folder = join(out, browser);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await Promise.all([
      bundle(browser, engine, folder),
      writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest(browser, version), null, 2)}\n`),
      cp(join(HERE, '_locales'), join(folder, '_locales'), { recursive: true }),
      cp(join(HERE, 'icons'), join(folder, 'icons'), { recursive: true, filter: path => !/\.(svg|mjs)$/.test(path) }),
      copyFonts(join(folder, 'fonts')),
      cp(join(HERE, 'pages'), folder, { recursive: true }),
      // A content script that runs the engine has it inside.
      ENGINE_PLACES[browser] === 'background' && cp(join(engine, 'lectern_bg.wasm'), join(folder, 'lectern.wasm')),
      cp(join(engine, 'write/lectern_bg.wasm'), join(folder, 'write.wasm')),
    ]);
  }
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

/**
 * The scripts. Those of the background and of the content are wrapped in a function: a script that runs twice in a
 * page must not redeclare anything. Those of the extension's pages are modules.
 */
async function bundle(browser, engine, folder) {
  const source = name => join(HERE, 'src', name);
  const scripts = { background: source('background/main.ts'), content: source('content/main.ts') };
  const pages = { library: source('pages/library.ts'), options: source('pages/options.ts') };
  await Promise.all([esbundle(scripts, 'iife', browser, engine, folder), esbundle(pages, 'esm', browser, engine, folder)]);
}

async function esbundle(entryPoints, format, browser, engine, folder) {
  await esbuild.build({
    entryPoints,
    outdir: folder,
    bundle: true,
    format,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    // The oldest browsers that the manifest allows.
    target: ['chrome126', 'firefox140'],
    logLevel: 'warning',
    define: { ENGINE_PLACE: JSON.stringify(ENGINE_PLACES[browser]) },
    plugins: [engineModules(engine), styles],
  });
}

/** `lectern:glue`, `lectern:write-glue` and `lectern:wasm`: see `src/assets.d.ts`. */
function engineModules(engine) {
  return {
    name: 'engine',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^lectern:/ }, ({ path }) => ({ path, namespace: 'engine', sideEffects: false }));
      onLoad({ filter: /glue$/, namespace: 'engine' }, async ({ path }) => ({
        contents: `${await readFile(join(engine, path === 'lectern:glue' ? '' : 'write', 'lectern.js'), 'utf8')}\nexport default wasm_bindgen;`,
      }));
      onLoad({ filter: /^lectern:wasm$/, namespace: 'engine' }, async () => ({
        contents: (await readFile(join(engine, 'lectern_bg.wasm'))).toString('base64'),
        loader: 'text',
      }));
    },
  };
}

/** Style sheets are strings for `CSSStyleSheet.replaceSync`, minified. */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: ['chrome126', 'firefox140'] });
      return { contents: code, loader: 'text' };
    });
  },
};

const { values } = parseArgs({
  options: { engine: { type: 'string' }, out: { type: 'string', default: 'dist' }, version: { type: 'string', default: '0.0.0' } },
});
if (values.engine === undefined) {
  console.error('usage: node extension/build.mjs --engine DIR [--out DIR] [--version X.Y.Z]');
  process.exit(2);
}
await build(values.engine, values.out, values.version);
