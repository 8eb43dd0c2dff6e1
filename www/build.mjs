//! Builds the playground, for any static server.
//!
//!     node www/build.mjs --engine DIR --out DIR
//!
//! `--engine` is the folder that `extension/build.mjs` takes, with the folder `explain` beside `write`. `cargo xtask www`
//! calls this.

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../extension/bundle.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PAGES = join(HERE, '../tests/pages');

async function build(engine, out) {
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, 'samples'), { recursive: true });
  await Promise.all([
    bundle({ entryPoints: { playground: join(HERE, 'src/playground.ts') }, outdir: out, format: 'esm', engine, plugins: [withoutExtension] }),
    document(out),
    cp(join(engine, 'explain/lectern_bg.wasm'), join(out, 'explain.wasm')),
    cp(join(engine, 'write/lectern_bg.wasm'), join(out, 'write.wasm')),
    samples(join(out, 'samples')),
  ]);
}

/** The document, with its icon inside: its policy lets no image be loaded. */
async function document(out) {
  const icon = await readFile(join(HERE, '../extension/icons/icon-32.png'), 'base64');
  await writeFile(join(out, 'index.html'), (await readFile(join(HERE, 'index.html'), 'utf8')).replace('base64,ICON', `base64,${icon}`));
}

/** Where there is no extension, the browser's interface for extensions is the few words that the reader says. */
const withoutExtension = {
  name: 'without-extension',
  setup({ onResolve }) {
    onResolve({ filter: /platform\/browser\.ts$|^\.\/browser\.ts$/ }, () => ({ path: join(HERE, 'src/browser.ts') }));
  },
};

/** The test pages: pages of our own, with the address that their claims give them. */
async function samples(folder) {
  const list = await Promise.all((await readdir(PAGES)).sort().map(async name => {
    const { url } = JSON.parse(await readFile(join(PAGES, name, 'claims.json'), 'utf8'));
    const title = /^# (.+)/.exec(await readFile(join(PAGES, name, 'README.md'), 'utf8'))?.[1] ?? name;
    await cp(join(PAGES, name, 'page.html'), join(folder, `${name}.html`));
    return { name, title, url };
  }));
  await writeFile(join(folder, 'index.json'), JSON.stringify(list));
}

const { values } = parseArgs({ options: { engine: { type: 'string' }, out: { type: 'string' } } });
if (values.engine === undefined || values.out === undefined) {
  console.error('usage: node www/build.mjs --engine DIR --out DIR');
  process.exit(2);
}
await build(values.engine, values.out);
