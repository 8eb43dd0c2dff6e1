//! Bundles scripts for browsers, with the engine's modules and style sheets as what `src/assets.d.ts` declares: for the
//! extension and for the playground.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

/** The oldest browsers that the manifest allows. */
const TARGET = ['chrome126', 'firefox140'];

/** Bundles `entryPoints` into `outdir` as `format`, with the engine in the folder `engine`. `footer` is JavaScript after all. */
export async function bundle({ entryPoints, outdir, format, engine, define = {}, plugins = [], footer = '' }) {
  await esbuild.build({
    entryPoints,
    outdir,
    bundle: true,
    format,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    target: TARGET,
    logLevel: 'warning',
    define,
    footer: { js: footer },
    plugins: [...plugins, engineModules(engine), styles],
  });
}

/** Folders of the modules' JavaScript sides, below the engine's. */
const GLUE = { 'lectern:glue': '', 'lectern:write-glue': 'write', 'lectern:explain-glue': 'explain' };

/** The glue of each module, and `lectern:wasm`. */
function engineModules(engine) {
  return {
    name: 'engine',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^lectern:/ }, ({ path }) => ({ path, namespace: 'engine', sideEffects: false }));
      // The glue starts one instance and no other; a function of it starts as many as are asked for.
      onLoad({ filter: /glue$/, namespace: 'engine' }, async ({ path }) => ({
        contents: `export default function instantiate(module) {
          ${await readFile(join(engine, GLUE[path], 'lectern.js'), 'utf8')}
          const { memory } = wasm_bindgen.initSync({ module });
          return { ...wasm_bindgen, memory };
        }`,
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
      const { code } = await esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, target: TARGET });
      return { contents: code, loader: 'text' };
    });
  },
};
