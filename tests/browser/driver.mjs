//! Drives a real browser with the extension installed, as a person does: the toolbar button, keys, the mouse.

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';
import { until } from './until.mjs';

export { until };

export const BROWSERS = ['chromium', 'firefox'];

const EXECUTABLES = {
  chromium: [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'],
  firefox: [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

/** Where this browser's program is. */
export function executable(browser) {
  const found = EXECUTABLES[browser].find(path => path !== undefined && existsSync(path));
  if (found === undefined) throw new Error(`no ${browser} found: install it, or name its program in ${browser.toUpperCase()}`);
  return found;
}

/**
 * Starts a browser with the built extension of `dist`; with a `proxy`, all that it asks the network for goes to that port; with
 * `room`, there is only so much of it for what is stored, in thousands of bytes.
 */
export async function launch(name, { dist = 'dist', width = 1280, height = 900, headless = true, dark = false, args = [], proxy, room } = {}) {
  const start = name === 'firefox' ? launchFirefox : launchChromium;
  const downloads = await mkdtemp(join(tmpdir(), 'lectern-downloads-'));
  const session = await start({ executablePath: executable(name), folder: resolve(dist, name), headless, dark, args, downloads, proxy, room });
  return new Driver(name, session, { width, height, dark, downloads });
}

class Driver {
  #session;
  #viewport;
  #dark;
  #downloads;

  constructor(name, session, { width, height, dark, downloads }) {
    this.name = name;
    this.id = session.id;
    this.#session = session;
    this.#viewport = { width, height };
    this.#dark = dark;
    this.#downloads = downloads;
  }

  /** The puppeteer browser. */
  get browser() {
    return this.#session.browser;
  }

  /** Opens a page and, from here on, notes every request, dialog and error in it. */
  async open(url, options) {
    await this.page?.close();
    await this.#use(await this.browser.newPage());
    await this.page.goto(url, options);
  }

  /** Goes on with the extension's own page of this name, which a click has opened in another tab. */
  async useOwnPage(name) {
    const before = this.page;
    let told = [];
    await this.#use(await until(async () => {
      told = [];
      // Firefox tells the address of a tab only of what it loads later: the page itself is asked.
      for (const page of await this.browser.pages()) {
        const path = await page.evaluate(() => location.pathname).catch(String);
        if (path === `/${name}.html`) return page;
        told.push(path);
      }
      return undefined;
    }, async () => `${name} did not open. There is: ${JSON.stringify({ told, reader: await this.look(state) })}`));
    await before?.close();
  }

  async #use(page) {
    this.page = page;
    await page.setViewport(this.#viewport);
    await this.#session.prefersDark?.(page, this.#dark);
    this.noted = { requests: [], dialogs: [], errors: [] };
    this.page.on('request', request => { if (fromNetwork(request.url())) this.noted.requests.push(request.url()); });
    this.page.on('console', message => { if (message.type() === 'error') this.noted.errors.push(message.text()); });
    this.page.on('pageerror', error => this.noted.errors.push(String(error)));
    this.page.on('dialog', dialog => {
      this.noted.dialogs.push(dialog.message());
      // The page may have taken its dialog away by itself.
      dialog.dismiss().catch(() => undefined);
    });
  }

  /** Forgets what was noted so far. */
  forget() {
    for (const list of Object.values(this.noted)) list.length = 0;
  }

  async resize(width, height) {
    await this.page.setViewport({ width, height });
  }

  /** Takes the extension anew from its folder. */
  async reload() {
    await this.#session.reload();
  }

  /** Puts the extension to sleep, as the browser does with one that has nothing to do. */
  async stopBackground() {
    await this.#session.stopBackground();
  }

  /** Replaces the extension by itself, as an update does: what it has stored stays. */
  async update() {
    await this.#session.update();
  }

  /** Clicks the extension's button in the toolbar. */
  async click() {
    await this.#session.click(this.page);
  }

  /** Chooses an entry of the extension's context menu in this tab, after a click that lets it in. */
  async chooseEntry(id, clicked = {}) {
    await this.#session.chooseEntry(this.page, id, clicked);
  }

  /** What the button shows in this tab: `{ text, title }`. */
  badge() {
    return this.#session.badge();
  }

  /** Clicks the button and waits until the reader, or its card, is there; resolves to the class of its dialog. */
  async clickToOpen() {
    await this.click();
    return this.inside(root => root.querySelector('dialog[open]')?.className);
  }

  /** Clicks the button and waits until nothing of the reader is left. */
  async clickToClose() {
    await this.click();
    await this.closed();
  }

  /** Waits until nothing of the reader is left. */
  async closed() {
    await until(async () => await this.look(() => true) === undefined, 'the reader did not close');
  }

  /** Calls `find(root, ...args)` with the reader's shadow root until it gives something other than undefined, null or false. */
  async inside(find, ...args) {
    return until(() => this.look(find, ...args), async () => `never true in the reader: ${find}\nThere is: ${JSON.stringify(await this.look(state))}`);
  }

  /** Calls `find` once; undefined where no reader is open. */
  async look(find, ...args) {
    const root = await this.#session.readerRoot(this.page);
    if (root === null) return undefined;
    try {
      return await root.call(String(find), args);
    } finally {
      await root.release();
    }
  }

  /** Clicks with the mouse on what `find(root, ...args)` finds in the reader, or in the page itself where none is open. */
  async tap(find, ...args) {
    const place = `(root, ...args) => {
      const found = (${find})(root, ...args);
      if (!found) return undefined;
      found.scrollIntoView({ block: 'nearest' });
      // The first line of a link: the middle of its box may be beside both of its lines.
      const { left, top, width, height } = found.getClientRects()[0] ?? found.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      // What is over it would get the click.
      const hit = root.elementFromPoint(x, y);
      const seen = found.checkVisibility({ visibilityProperty: true }) && found.contains(hit);
      return width > 0 && height > 0 ? { x, y, seen } : undefined;
    }`;
    const inPage = (source, values) => (0, eval)(source)(document, ...values);
    const found = () => until(async () => await this.look(place, ...args) ?? await this.page.evaluate(inPage, place, args), `nothing to click: ${find}`);
    let at = await found();
    await this.page.mouse.move(at.x, at.y);
    // The reader's bar comes back when the pointer comes near, and a panel may still be opening.
    await until(async () => {
      const before = at;
      at = await found();
      return at.seen && at.x === before.x && at.y === before.y;
    }, `not to be seen: ${find}`);
    await this.page.mouse.click(at.x, at.y);
  }

  /** Clicks on the button of this name, wherever it is. */
  async tapButton(label) {
    await this.tap((root, name) => [...root.querySelectorAll('button, summary, label, [role=button]')]
      .find(each => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name && each.checkVisibility() && !each.disabled), label);
  }

  /** Waits for a downloaded file whose name ends like this; resolves to its name and text. */
  async downloaded(ending) {
    return until(async () => {
      const name = (await readdir(this.#downloads)).find(each => each.endsWith(ending));
      if (name === undefined) return undefined;
      // A file gets its name when it is whole: the one before may be gone by now.
      const text = await readFile(join(this.#downloads, name), 'utf8').catch(() => '');
      return text === '' ? undefined : { name, text, path: join(this.#downloads, name) };
    }, `nothing was saved as ${ending}`);
  }

  /** What the person has told their system: `{ forcedColors, contrast, reducedMotion }`, each true or false. */
  async prefers(wishes) {
    await this.#session.prefers(this.page, { forcedColors: false, contrast: false, reducedMotion: false, ...wishes });
  }

  /** Draws a finger over the window. */
  async swipe(from, to) {
    const { touchscreen } = this.page;
    await touchscreen.touchStart(from.x, from.y);
    for (const part of [0.3, 0.6, 1]) await touchscreen.touchMove(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    await touchscreen.touchEnd();
  }

  /** Presses keys together: `chord('Alt', 'h')`. */
  async chord(...keys) {
    const { keyboard } = this.page;
    for (const key of keys.slice(0, -1)) await keyboard.down(key);
    await keyboard.press(keys.at(-1));
    for (const key of keys.slice(0, -1).reverse()) await keyboard.up(key);
  }

  /** Presses the browser's own Back button. */
  async back() {
    await this.#session.back(this.page);
  }

  /** Evaluates in the extension's own world in the page; only Chromium lets one in. */
  inContentScript(source) {
    return this.#session.inContentScript(this.page, source);
  }

  /** Lets the browser refuse the next call of the background into a page once, as it does now and then before it grants a click. */
  refuseOnce() {
    return this.#session.refuseOnce();
  }

  /** Evaluates in the page, whose own world it is. */
  evaluate(...args) {
    return this.page.evaluate(...args);
  }

  async press(key) {
    await this.page.keyboard.press(key);
  }

  async close() {
    await this.browser.close();
    await rm(this.#downloads, { recursive: true, force: true });
  }
}

/** What a failure is to tell of the reader. */
function state(root) {
  const named = node => node && `${node.localName}.${node.getAttribute('class')} ${node.getAttribute('aria-label') ?? ''}`;
  return {
    dialog: named(root.querySelector('dialog')),
    panel: named(root.querySelector(':popover-open')),
    focus: named(root.activeElement),
    hasFocus: document.hasFocus(),
    visibility: document.visibilityState,
    statuses: [...root.querySelectorAll('[role=status]')].map(each => each.textContent),
  };
}

/** Data is no request, and a tab's icon is the browser's own wish. */
function fromNetwork(url) {
  return /^(https?|wss?):/.test(url) && new URL(url).pathname !== '/favicon.ico';
}
