//! What comes from outside is checked all the way down: articles, requests to the background, stored settings. No browser is
//! needed for this; the storage is one that can be made to fail.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, it } from 'node:test';
import * as esbuild from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GOLDENS = readdirSync(`${ROOT}/tests/pages`).map(page => JSON.parse(readFileSync(`${ROOT}/tests/pages/${page}/expected.json`, 'utf8')));
const KEPT = JSON.parse(readFileSync(`${ROOT}/tests/hostile/kept.json`, 'utf8'));

/** Storage whose reading or writing fails while it is told to. */
class Area {
  stored = {};
  fails = { get: false, set: false };
  listeners = [];
  onChanged = { addListener: listener => this.listeners.push(listener) };
  async get(key) {
    if (this.fails.get) throw new Error('not read');
    return key in this.stored ? { [key]: structuredClone(this.stored[key]) } : {};
  }
  async set(values) {
    if (this.fails.set) throw new Error('QUOTA_BYTES');
    for (const [key, newValue] of Object.entries(values)) this.tell(key, newValue);
  }
  tell(key, newValue) {
    this.stored[key] = structuredClone(newValue);
    for (const listener of this.listeners) listener({ [key]: { newValue } });
  }
}

globalThis.window = new EventTarget();

/** Takes a module of the extension anew, with storage of its own. */
async function use(...modules) {
  const contents = modules.map(module => `export * from './extension/src/${module}.ts';`).join('\n');
  const { outputFiles: [{ text }] } = await esbuild.build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' }, bundle: true, write: false, format: 'esm', define: { ENGINE_PLACE: '"background"' },
  });
  const storage = { sync: new Area(), local: new Area() };
  globalThis.chrome = { runtime: { id: 'own', getURL: path => `chrome-extension://own/${path}` }, storage };
  return { ...await import(`data:text/javascript,${encodeURIComponent(`${text}\n// ${use.count = (use.count ?? 0) + 1}`)}`), ...storage };
}

const settled = () => new Promise(resolve => setTimeout(resolve, 5));

describe('an article', async () => {
  const { isArticle } = await use('engine/article-shape');

  it('is what the engine writes of every test page', () => {
    assert.deepEqual(GOLDENS.map(isArticle), GOLDENS.map(() => true));
  });

  it('is none where any of its values is of another kind', () => {
    const wrong = value => value === null || typeof value === 'string' ? {} : typeof value === 'object' ? 7 : 'x';
    const missed = [];
    for (const article of [KEPT, ...GOLDENS.slice(0, 3)]) {
      const sound = repaired(structuredClone(article));
      assert.ok(isArticle(sound));
      visit(sound, (owner, name, path) => {
        const { [name]: was } = owner;
        owner[name] = wrong(was);
        if (isArticle(sound)) missed.push(path);
        owner[name] = was;
      });
    }
    // A property that no version knows is no harm.
    assert.deepEqual(missed.filter(path => !/\.(missing|trace)\b/.test(path)), []);
  });

  it('is none where it has a kind that is not known, or is nested deeper than a stack', () => {
    const [article] = GOLDENS;
    for (const kind of ['constructor', '__proto__', 'iframe', '']) assert.equal(isArticle({ ...article, blocks: [{ body: { kind } }] }), false);
    for (const level of [0, 7, 200, 1.5]) assert.equal(isArticle({ ...article, blocks: [{ body: { kind: 'heading', level, content: [] } }] }), false, `level ${level}`);
    assert.equal(isArticle({ ...article, metadata: { ...article.metadata, sources: [['title', 'meta', 'more']] } }), false);
    let block = { body: { kind: 'rule' } };
    for (let depth = 0; depth < 100_000; depth += 1) block = { body: { kind: 'quote', blocks: [block], cite: [] } };
    assert.equal(isArticle({ ...article, blocks: [block] }), false);
  });
});

describe('a request', async () => {
  const { isRequest, isOwn, mayAsk } = await use('background/requests');
  const [article] = GOLDENS;
  const url = 'https://example.org/a';
  const GOOD = [
    { kind: 'page', html: '<p>', url }, { kind: 'facts', facts: { viewportWidth: 1, pixelRatio: 1, elements: [{ element: 1, visible: true, rect: [0, 0, 1, 1], fontSize: 0, currentSrc: '' }] }, options: { root: 3 } },
    { kind: 'font', font: 'atkinson' }, { kind: 'syllables', lang: 'en', words: ['a'] }, { kind: 'write', article, format: 'epub', images: [{ src: 'data:', file: 'AA==' }] },
    { kind: 'read-image', src: url },
    { kind: 'join', article, next: article, url }, { kind: 'keep', url, article }, { kind: 'keep-image', url, src: url, image: null },
    { kind: 'keep-image', url, src: url, image: { type: 'image/png', file: 'AA==' } }, { kind: 'unkeep', url }, { kind: 'ask-kept', url },
    { kind: 'open', page: 'library', about: '' }, { kind: 'open', page: 'options', about: '#example.org' },
  ];

  it('of each kind is known', () => {
    assert.deepEqual(GOOD.filter(request => !isRequest(request)), []);
  });

  it('is none with a property more, a property less or a value of another kind', () => {
    const taken = GOOD.flatMap(request => Object.keys(request).flatMap(name => {
      const { [name]: _, ...less } = request;
      return [less, { ...request, [name]: 7 }, { ...request, [name]: undefined }, { ...request, more: 1 }].filter(isRequest);
    }));
    assert.deepEqual(taken, []);
  });

  it('is none that would lead elsewhere', () => {
    const bad = [
      null, 'page', [], { kind: 'constructor' }, { kind: '__proto__' }, { kind: 'open', page: 'library', about: '/../background.js' }, { kind: 'open', page: 'https://example.org', about: '' },
      { kind: 'keep', url: 'javascript:alert(1)', article }, { kind: 'keep-image', url, src: 'chrome-extension://own/options.html', image: null },
      { kind: 'keep-image', url, src: url, image: { type: 'text/html', file: 'AA==' } }, { kind: 'font', font: '../manifest' }, { kind: 'write', article, format: 'exe', images: [] },
      { kind: 'write', article, format: 'html', images: [{ src: url, file: '<svg>' }] }, { kind: 'read-image', src: 'chrome-extension://own/options.html' },
      { kind: 'facts', facts: { viewportWidth: NaN, pixelRatio: 1, elements: [] }, options: {} }, { kind: 'facts', facts: { viewportWidth: 1, pixelRatio: 1, elements: [] }, options: { root: -1 } },
    ];
    assert.deepEqual(bad.filter(isRequest), []);
  });

  it('is from our own pages, or from our script in the page of a tab and about its site', () => {
    const tab = { id: 1 };
    const script = { id: 'own', tab, frameId: 0, url: 'https://example.org/b#c' };
    const page = { id: 'own', url: 'chrome-extension://own/library.html' };
    assert.deepEqual([script, page].map(isOwn), [true, true]);
    const others = [{ ...script, id: 'other' }, { ...script, frameId: 3 }, { id: 'own', url: script.url }, { ...page, id: 'other' }, { ...script, tab: undefined, url: 'https://example.org/chrome-extension://own/' }];
    assert.deepEqual(others.map(isOwn), others.map(() => false));
    assert.ok(mayAsk({ kind: 'unkeep', url }, script) && mayAsk({ kind: 'unkeep', url: 'https://example.net/' }, page));
    assert.ok(!mayAsk({ kind: 'unkeep', url: 'https://example.net/' }, script) && !mayAsk({ kind: 'ask-kept', url: 'nothing' }, script));
    assert.ok(mayAsk({ kind: 'font', font: 'serif' }, script));
  });
});

describe('stored settings', async () => {
  let loadSettings, loadSites, changeSite, forgetSite, sync, local;
  beforeEach(async () => { ({ loadSettings, loadSites, changeSite, forgetSite, sync, local } = await use('settings/store', 'settings/sites')); });

  it('are the defaults where a value is wrong, which stays what it was', async () => {
    sync.stored.settings = { version: 1, theme: 'url(x)', fontSize: 9000, font: 'mono', shape: 'of later' };
    const settings = await loadSettings();
    assert.deepEqual([settings.current.theme, settings.current.fontSize, settings.current.font], ['auto', 20, 'mono']);
    settings.change({ measure: 50 });
    assert.deepEqual(sync.stored.settings, { version: 1, theme: 'url(x)', fontSize: 9000, font: 'mono', shape: 'of later', measure: 50 });
    settings.change({ theme: 'dark', font: 'serif' });
    settings.flush();
    assert.deepEqual(sync.stored.settings, { version: 1, theme: 'dark', fontSize: 9000, shape: 'of later', measure: 50 });
  });

  it('of a later version keep its number and what it knows', async () => {
    sync.stored.settings = { version: 9, theme: { hue: 3 }, font: 'mono' };
    const settings = await loadSettings();
    assert.deepEqual([settings.current.theme, settings.current.font], ['auto', 'mono']);
    settings.change({ hyphens: true });
    assert.deepEqual(sync.stored.settings, { version: 9, theme: { hue: 3 }, font: 'mono', hyphens: true });
  });

  for (const damaged of ['a string', 7, null, ['a', 'list']]) {
    it(`are kept where they are ${JSON.stringify(damaged)}`, async () => {
      sync.stored.settings = damaged;
      local.stored.sites = damaged;
      const settings = await loadSettings('example.org');
      settings.change({ theme: 'dark' });
      assert.deepEqual(sync.stored.settings, { unreadable: damaged, version: 1, theme: 'dark' });
      await changeSite('example.org', () => ({ part: 'main' }));
      assert.deepEqual(local.stored.sites, { unreadable: damaged, 'example.org': { part: 'main' } });
    });
  }

  it('that could not be read are not written over', async () => {
    sync.stored.settings = { version: 1, theme: 'sepia', fontSize: 30 };
    sync.fails.get = true;
    const settings = await loadSettings();
    let unsaved = 0;
    settings.onUnsaved(() => { unsaved += 1; }, new AbortController().signal);
    settings.change({ font: 'mono' });
    await settled();
    assert.equal(unsaved, 1);
    assert.equal(settings.current.font, 'mono');
    assert.deepEqual(sync.stored.settings, { version: 1, theme: 'sepia', fontSize: 30 });
    sync.fails.get = false;
    settings.change({ hyphens: true });
    settings.flush();
    await settled();
    assert.deepEqual(sync.stored.settings, { version: 1, theme: 'sepia', fontSize: 30, font: 'mono', hyphens: true });
    assert.equal(settings.current.theme, 'sepia');
  });

  it('that find no room hold here, and are stored with the next', async () => {
    const settings = await loadSettings();
    let unsaved = 0;
    settings.onUnsaved(() => { unsaved += 1; }, new AbortController().signal);
    sync.fails.set = true;
    settings.change({ font: 'mono' });
    await settled();
    assert.deepEqual([unsaved, settings.current.font], [1, 'mono']);
    sync.fails.set = false;
    settings.change({ theme: 'dark' });
    settings.flush();
    await settled();
    assert.deepEqual(sync.stored.settings, { version: 1, font: 'mono', theme: 'dark' });
  });

  // Firefox told a page of what the page before it had stored first, not last: a later choice then wrote that down again.
  it('are what is stored, whatever an event that comes late says', async () => {
    sync.stored.settings = { version: 1, theme: 'sepia' };
    local.stored.sites = { 'example.org': { part: 'main' }, 'example.net': { settings: { measure: 50 } } };
    const settings = await loadSettings('example.net');
    for (const listener of sync.listeners) listener({ settings: { newValue: { version: 1, lineHeight: 1.5 } } });
    for (const listener of local.listeners) listener({ sites: { newValue: { 'example.org': { auto: true } } } });
    await settled();
    assert.deepEqual([settings.current.theme, settings.current.measure], ['sepia', 50]);
    await changeSite('example.com', () => ({ auto: true }));
    assert.deepEqual(Object.keys(local.stored.sites), ['example.org', 'example.net', 'example.com']);
    settings.setSiteOnly(false);
    settings.change({ font: 'mono' });
    settings.flush();
    assert.deepEqual(sync.stored.settings, { version: 1, theme: 'sepia', font: 'mono' });
  });

  it('of a site keep what is not understood, and go when the site is forgotten', async () => {
    local.stored.sites = { 'example.org': { auto: true, part: 5, later: 1, settings: { theme: 'dark', fontSize: 'huge' } }, 'example.net': 'broken' };
    const settings = await loadSettings('example.org');
    assert.deepEqual([settings.current.theme, settings.current.fontSize, settings.part], ['dark', 20, undefined]);
    settings.change({ measure: 50 });
    await settled();
    assert.deepEqual(local.stored.sites, {
      'example.org': { auto: true, part: 5, later: 1, settings: { theme: 'dark', fontSize: 'huge', measure: 50 } }, 'example.net': 'broken',
    });
    assert.deepEqual(await loadSites(), { 'example.org': { auto: true, settings: { theme: 'dark', measure: 50 } } });
    await forgetSite('example.org');
    assert.deepEqual(local.stored.sites, { 'example.net': 'broken' });
  });

  it('of a site that could not be read are not written over', async () => {
    local.stored.sites = { 'example.net': { auto: true } };
    local.fails.get = true;
    await assert.rejects(changeSite('example.org', () => ({ auto: true })));
    local.fails.get = false;
    await changeSite('example.org', () => ({ auto: true }));
    assert.deepEqual(Object.keys(local.stored.sites).sort(), ['example.net', 'example.org']);
  });
});

describe('stored highlights', async () => {
  const highlight = (id, note = '') => ({ id, note, made: 1, quote: { exact: 'words', before: '', after: '' } });
  let loadHighlights, storeHighlight, deleteHighlight, local;
  beforeEach(async () => { ({ loadHighlights, storeHighlight, deleteHighlight, local } = await use('library/highlights')); });

  it('stay where a neighbor is damaged or of a later version', async () => {
    local.stored['highlights:a'] = [{ id: 'later', range: 1 }, 'broken', highlight('old')];
    assert.deepEqual((await loadHighlights('a')).map(({ id }) => id), ['old']);
    await storeHighlight('a', highlight('new'));
    await deleteHighlight('a', 'old');
    assert.deepEqual(local.stored['highlights:a'], [{ id: 'later', range: 1 }, 'broken', highlight('new')]);
  });

  it('are all there, however fast they are made', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map(id => storeHighlight('x', highlight(id))));
    assert.equal((await loadHighlights('x')).length, 4);
  });

  it('that cannot be read are not written over', async () => {
    local.stored['highlights:a'] = [highlight('old')];
    local.fails.get = true;
    await assert.rejects(storeHighlight('a', highlight('new')));
    local.fails.get = false;
    assert.deepEqual((await loadHighlights('a')).map(({ id }) => id), ['old']);
  });
});

/** Fills in what the template of kept articles leaves out of what the engine would write. */
function repaired(article) {
  visit(article, (owner, name) => { if (name === 'level' && owner[name] > 6) owner[name] = 2; });
  return article;
}

/** Calls back with every property of every object in `value`. */
function visit(value, found, path = '') {
  for (const name of Object.keys(value)) {
    found(value, name, `${path}.${name}`);
    if (typeof value[name] === 'object' && value[name] !== null) visit(value[name], found, `${path}.${name}`);
  }
}
