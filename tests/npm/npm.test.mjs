//! The npm package as `cargo xtask npm` builds it, in Node: it reads what the native crate reads, and its types hold.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGE = join(ROOT, 'dist/npm');
const PAGES = join(ROOT, 'tests/pages');

describe('the npm package', () => {
  let lectern, consumer;
  before(async () => {
    // A package beside others, as whoever installs it has it.
    consumer = mkdtempSync(join(tmpdir(), 'lectern-npm-'));
    mkdirSync(join(consumer, 'node_modules'));
    symlinkSync(PACKAGE, join(consumer, 'node_modules/lectern'), 'dir');
    writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(consumer, 'main.js'), "export * from 'lectern';\n");
    lectern = await import(pathToFileURL(join(consumer, 'main.js')).href);
  });
  after(() => rmSync(consumer, { recursive: true, force: true }));

  for (const slug of readdirSync(PAGES).sort()) {
    const file = name => join(PAGES, slug, name);
    if (!existsSync(file('expected.json'))) continue;
    it(`reads ${slug} as the native crate does`, () => {
      const { url } = JSON.parse(readFileSync(file('claims.json'), 'utf8'));
      const expected = readFileSync(file('expected.json'), 'utf8');
      let article;
      try {
        article = lectern.extract(readFileSync(file('page.html'), 'utf8'), url);
      } catch (error) {
        if (!(error instanceof lectern.NotReadable)) throw error;
        article = error.reason;
      }
      assert.deepEqual(rounded(article), rounded(JSON.parse(expected)));
    });
  }

  it('says why there is no article, and reads all the same when asked', () => {
    assert.throws(() => lectern.extract('<title>Nothing</title>'), { name: 'NotReadable', reason: 'empty', message: /no text/ });
    const list = `<ul>${'<li><h3><a href="/a">The ferry is late again</a></h3><p>It left at seven, with half of its usual load.</p>'.repeat(12)}</ul>`;
    assert.throws(() => lectern.extract(list), lectern.NotReadable);
    assert.match(lectern.toText(lectern.extract(list, '', { readAnyway: true })), /ferry/);
    assert.equal(lectern.isReadable(list), false);
  });

  it('throws on what is no choice and no article', () => {
    assert.throws(() => lectern.extract('<p>Words</p>', '', { root: 'first' }));
    assert.throws(() => lectern.toText({ blocks: 'none' }), TypeError);
    assert.throws(() => lectern.toText(undefined), TypeError);
  });

  it('writes an article in every form', () => {
    const html = '<title>Tides</title><article><h1>Tides</h1><p>The sea comes <b>and</b> goes, twice a day.</p></article>';
    const article = lectern.extract(html, 'https://example.org/tides');
    assert.match(lectern.toMarkdown(article), /comes \*\*and\*\* goes/);
    assert.match(lectern.toHtml(article), /<strong>and<\/strong>/);
    assert.match(lectern.toText(article), /^Tides\n/);
    assert.deepEqual([...lectern.toEpub(article).slice(0, 2)], [0x50, 0x4b], 'an archive');
  });

  it('puts images into pages and books, where they are images', () => {
    const [ebb, flood] = ['low', 'high'].map(water => `<p>The sea comes and goes, twice a day, and the harbor with it; at ${water} water the ferry waits for an hour.</p>`);
    const html = `<title>Tides</title><article><h1>Tides</h1>${ebb}<img src="/ebb.gif" alt="Ebb">${flood}<img src="/flood.svg" alt="Flood">${ebb}</article>`;
    const article = lectern.extract(html, 'https://example.org/tides');
    const images = new Map([
      ['https://example.org/ebb.gif', new TextEncoder().encode('GIF89a, as far as anybody looks')],
      ['https://example.org/flood.svg', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ]);
    const page = lectern.toHtml(article, images);
    assert.match(page, /src="data:image\/gif;base64,R0lGODlh/);
    assert.match(page, /src="https:\/\/example\.org\/flood\.svg"/);
    const book = new TextDecoder('latin1').decode(lectern.toEpub(article, images));
    assert.ok(book.includes('book/images/1.gif') && !book.includes('.svg') && !book.includes('alert(1)'));
  });

  it('has the version of the crate and everything that it names', () => {
    const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
    assert.equal(manifest.version, /^version = "(.+)"/m.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'))[1]);
    for (const path of Object.values(manifest.exports['.'])) assert.ok(existsSync(join(PACKAGE, path)), path);
  });

  it('runs its README', async () => {
    const [, example] = /```js\n([\s\S]+?)```/.exec(readFileSync(join(PACKAGE, 'README.md'), 'utf8'));
    writeFileSync(join(consumer, 'example.js'), example);
    const said = execFileSync(process.execPath, ['example.js'], { cwd: consumer, encoding: 'utf8' });
    assert.match(said, /^Tides\n/);
  });

  it('has types that hold', () => {
    writeFileSync(join(consumer, 'typed.ts'), `
      import { extract, NotReadable, toEpub, type Article, type Block } from 'lectern';
      const article: Article = extract('<p>Words</p>', '', { readAnyway: true, restore: [1] });
      const first: Block | undefined = article.blocks[0];
      if (first?.body.kind === 'heading') console.log(first.body.level + 1);
      const reason: 'empty' | 'no-article' | 'listing' | 'too-large' = new NotReadable().reason;
      const bytes: Uint8Array = toEpub(article);
      // @ts-expect-error An address is a string.
      extract('<p>Words</p>', 7);
      console.log(reason, bytes);
    `);
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'esnext', '--moduleResolution', 'bundler', '--ignoreConfig'];
    execFileSync(process.execPath, [tsc, ...options, 'typed.ts'], { cwd: consumer, stdio: 'pipe' });
  });

  it('can be bundled for a browser', async () => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [join(consumer, 'main.js')], bundle: true, format: 'esm', platform: 'browser', write: false, logLevel: 'silent',
    });
    assert.match(outputFiles[0].text, /lectern_bg\.wasm/);
    assert.doesNotMatch(outputFiles[0].text, /node:fs/);
  });
});

/** Numbers of single precision cross as doubles, which have more digits than JSON shows. */
function rounded(article) {
  return JSON.parse(JSON.stringify(article), (_, value) => (typeof value === 'number' ? Math.fround(value) : value));
}
