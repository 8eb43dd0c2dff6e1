//! Opens the reader over a hostile page and tells what it did that the page had not done already.

import { readFile } from 'node:fs/promises';
import { HtmlRenderer, Parser } from 'commonmark';
import { until } from '../browser/driver.mjs';
import { violations } from './allowed.mjs';
import { unzipped } from './unzip.mjs';
import { watched } from './watched.mjs';

/** As long as nothing new happens in this time, nothing more is expected, in milliseconds. */
const QUIET = 250;

/** What an article may ask for. */
const MEDIA = ['image', 'video', 'audio', 'track'];

/** Of media, what the page had asked for already; nothing that a payload names so that it can be told. */
const onlyOwn = (path, asked) => asked.has(path) && !path.includes('pwned');

/** Opens the page and clicks. Resolves to what went wrong, as sentences; the reader stays open. */
export async function readerEffects(driver, server, path, mayAsk = onlyOwn) {
  await driver.open(server.origin + path);
  await settled(driver, server);
  const before = await marks(driver);
  const asked = new Set(server.requests.map(({ path }) => path));
  driver.forget();
  server.requests.length = 0;
  await driver.evaluate(() => { window.__asked = true; });
  const opened = await driver.clickToOpen();
  if (opened !== 'reader') return [`the click opened ${opened}`];
  await settled(driver, server);
  const shown = await driver.look(root => root.querySelector('.body')?.innerText ?? '');
  return [
    ...(await driver.look(violations) ?? ['the reader is gone']),
    ...(await marks(driver)).slice(before.length).map(mark => `ran ${mark}`),
    ...driver.noted.dialogs.map(message => `opened a dialog: ${message}`),
    ...server.requests.filter(({ path, wanted }) => !MEDIA.includes(wanted) || !mayAsk(path, asked)).map(({ path }) => `asked for ${path}`),
    ...(shown.includes('(last)') ? [] : ['the article is not shown']),
  ];
}

/** Saves the open article in each form, opens what was saved, and tells what went wrong. */
export async function exportEffects(driver, server, pages, title) {
  // Not by the mouse: a dialog that a frame of the page opens takes it.
  await driver.inside(root => { root.querySelector('[aria-label="Save and export"]').click(); return true; });
  const saved = async (label, ending) => {
    await driver.inside((root, words) => {
      const button = [...root.querySelectorAll('[role=group][aria-label="Save as a file"] button')].find(each => each.textContent === words);
      button?.click();
      return button !== undefined;
    }, label);
    return driver.downloaded(`${title}.${ending}`);
  };
  const page = await saved('Web page', 'html');
  const book = unzipped(await readFile((await saved('EPUB', 'epub')).path), 'book/chapter.xhtml');
  const markdown = await saved('Markdown', 'md');
  const rendered = new HtmlRenderer({ safe: false }).render(new Parser().parse(markdown.text));
  const opened = async (path, body, type) => {
    pages[path] = { body: watched(body), type };
    return documentEffects(driver, server, path);
  };
  return [
    ...await opened('/exported.html', page.text, 'text/html; charset=utf-8'),
    ...await opened('/exported.xhtml', book, 'application/xhtml+xml'),
    ...await opened('/rendered.html', `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${rendered}</body></html>`, 'text/html; charset=utf-8'),
  ];
}

/** Opens a document that is not hostile any more: all that it does is wrong. */
async function documentEffects(driver, server, path) {
  server.requests.length = 0;
  await driver.open(server.origin + path);
  await settled(driver, server);
  const found = await driver.evaluate((look, path) => [
    ...(document.querySelector('parsererror') ? [`not well-formed: ${document.querySelector('parsererror').textContent.slice(0, 200)}`] : []),
    ...(0, eval)(`(${look})`)(document),
    ...(window.__pwned ?? ['not watched']).map(mark => `ran ${mark}`),
    ...(document.body?.textContent.includes('(last)') ? [] : ['the article is not there']),
  ].map(what => `${path}: ${what}`), String(violations), path);
  return [
    ...found,
    ...driver.noted.dialogs.map(message => `${path}: opened a dialog: ${message}`),
    ...server.requests.filter(request => request.path.includes('pwned')).map(request => `${path}: asked for ${request.path}`),
  ];
}

async function marks(driver) {
  return driver.evaluate(() => window.__pwned.map(String));
}

/** Waits until nothing has happened for a while. */
async function settled(driver, server) {
  let last = '';
  let since = Date.now();
  await until(async () => {
    const now = JSON.stringify([(await marks(driver)).length, server.requests.length, driver.noted.requests.length]);
    if (now !== last) since = Date.now();
    last = now;
    return Date.now() - since > QUIET;
  }, 'it never came to rest');
}
