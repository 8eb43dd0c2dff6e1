//! Tells for how long a page stands still at most while somebody reads a very long article, for each thing that they do, in a
//! real browser, and prints JSON.
//!
//!     node bench/blocking.mjs --browser chromium|firefox [--dist DIR] [PAGE…]
//!
//! A timer in the page notes how late it is: whatever keeps it from running keeps the person waiting too, scripts and layout alike.

import { parseArgs } from 'node:util';
import { launch } from '../tests/browser/driver.mjs';
import { serve } from '../tests/browser/server.mjs';

const { values, positionals } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, dist: { type: 'string', default: 'dist' } },
  allowPositionals: true,
});

/** How long anything may take, in milliseconds: this is no test. */
const PATIENCE = 120_000;

const WORDS = 'harbor lamp winter ledger keeper rope salt clock tide morning letter bridge stone council market window boat brother weather evening'.split(' ');
/** Sentences that differ from each other: what a page says again and again is no article. */
const sentence = n => `The ${WORDS[n % 19]} by the ${WORDS[n % 17]} was ${n % 2 === 0 ? 'older' : 'later'} than the ${WORDS[n % 13]} of ${1700 + n % 311}, and nobody minded number ${n}.`;
const many = (count, piece) => Array.from({ length: count }, (_, n) => piece(n)).join('');
const prose = count => many(count, n => `${n % 50 === 0 ? `<h2>Part ${n / 50} of the ledger</h2>` : ''}<p>${sentence(n)} ${sentence(n * 31 + 7)}</p>`);

/** Bodies of articles by what they are made of, and how many of that. */
const PAGES = {
  '1,000 paragraphs': [1_000, prose],
  '10,000 paragraphs': [10_000, prose],
  '100,000 paragraphs': [100_000, prose],
  '100,000 items of a list': [100_000, count => `${prose(20)}<ol>${many(count, n => `<li>${sentence(n)}</li>`)}</ol>`],
  '100,000 rows of a table': [100_000, count => `${prose(20)}<table><thead><tr><th>Number<th>What was written<th>Ships</tr></thead><tbody>${
    many(count, n => `<tr><td>${n}<td>${sentence(n)}<td>${n * 7 % 40}</tr>`)}</tbody></table>`],
  '100,000 posts': [100_000, count => many(count, n => `<div class="post" id="post${n}"><div class="post-head"><a class="author" href="/u/${n % 97}">keeper${n % 97}</a>
    <time datetime="2024-05-0${1 + n % 9}T10:00">May</time></div><div class="post-body"><p>${sentence(n)} ${sentence(n * 31 + 7)}</p></div></div>`)],
};

/** What is done when the article is whole, in this order. */
const WHOLE = {
  outline: async driver => {
    // Where there is none, Escape would close the reader.
    if (await outline(driver)) await driver.press('Escape');
  },
  aloud: async driver => {
    await aloud(driver);
    await driver.press('Escape');
  },
  bionic: driver => tick(driver, 'Stress how words begin'),
  syllables: driver => tick(driver, 'Mark syllables'),
  select: async driver => {
    const at = await driver.look(root => {
      const { left, top } = [...root.querySelectorAll('.body p')].find(each => each.getBoundingClientRect().top > 100).getBoundingClientRect();
      return { x: left + 20, y: top + 8 };
    });
    await driver.page.mouse.click(at.x, at.y, { count: 2 });
    await seen(driver, root => root.querySelector('.mark-button') !== null);
  },
  end: toEnd,
  export: async driver => {
    await press(driver, '[aria-label="Save and export"]');
    await press(driver, '.save-panel .choice:nth-of-type(2) button');
    await driver.downloaded('.md');
    await driver.press('Escape');
  },
  leave: async driver => {
    await driver.click();
    await seen(driver, undefined);
  },
};

/** What is done at once, while the rest is still being made. */
const COMING = { outline, aloud, find: driver => driver.chord('Control', 'f'), end: toEnd };

const pages = [];
for (const name of positionals.length > 0 ? positionals : Object.keys(PAGES)) pages.push({ page: name, ...await measure(...PAGES[name]) });
console.log(JSON.stringify(pages));

async function measure(count, make) {
  const last = `minded number ${count - 1}.`;
  const server = await serve({ '/page.html': `<!DOCTYPE html><html lang="en"><head><title>The lamp on the mole</title></head><body style="font-size: 12px">
    <article><h1>The lamp on the mole</h1>${make(count)}</article></body></html>` });
  const driver = await launch(values.browser, { dist: values.dist });
  try {
    await driver.open(`${server.origin}/page.html`);
    await driver.evaluate(watch);
    const own = await longest(driver, () => driver.evaluate(() => { document.body.style.fontSize = '13px'; }));
    const began = performance.now();
    let first;
    const open = await longest(driver, async () => {
      await driver.click();
      await seen(driver, root => root.querySelector('dialog[open]') !== null);
      first = performance.now() - began;
      await seen(driver, isWhole, last);
    });
    const result = { own, first, whole: performance.now() - began, open };
    await speaks(driver);
    for (const [name, act] of Object.entries(WHOLE)) result[name] = await longest(driver, () => act(driver, last));
    for (const [name, act] of Object.entries(COMING)) {
      await driver.click();
      await seen(driver, root => root.querySelector('dialog[open]') !== null);
      const early = await longest(driver, async () => {
        await act(driver, last);
        await seen(driver, isWhole, last);
      });
      result[name] = Math.max(result[name] ?? 0, early);
      await driver.click();
      await seen(driver, undefined);
    }
    return result;
  } finally {
    await driver.close();
    await server.close();
  }
}

/** Whether there is one. */
async function outline(driver) {
  if (!await driver.look(root => root.querySelector('.tool[aria-label="Outline"]') !== null)) return false;
  await press(driver, '[aria-label="Outline"]');
  await seen(driver, root => root.querySelector('.outline-link') !== null);
  return true;
}

async function aloud(driver) {
  await press(driver, '[aria-label="Read aloud"]');
  await until(() => driver.evaluate(() => CSS.highlights.has('lectern-sentence')));
}

async function tick(driver, label) {
  await press(driver, '[aria-label="Text and theme"]');
  await driver.look((root, words) => [...root.querySelectorAll('label')].find(each => each.textContent.trim() === words).click(), label);
  await until(() => driver.evaluate(() => CSS.highlights.size > 0));
  await driver.press('Escape');
}

async function toEnd(driver, last) {
  await driver.chord('Control', 'End');
  await seen(driver, (root, words) => {
    const end = [...root.querySelectorAll('.body')].at(-1)?.lastElementChild;
    return end?.textContent.includes(words) && end.getBoundingClientRect().bottom < innerHeight;
  }, last);
}

/** Waits until `find` is true in the reader; without it, until no reader is there. */
function seen(driver, find, ...args) {
  return until(async () => find === undefined ? await driver.look(() => true) === undefined : driver.look(find, ...args));
}

async function press(driver, selector) {
  await driver.look((root, which) => root.querySelector(which).click(), selector);
}

/** A voice that says nothing, where the browser has none. */
async function speaks(driver) {
  if (driver.name !== 'chromium') return;
  await driver.inContentScript(() => {
    globalThis.SpeechSynthesisUtterance = class {};
    speechSynthesis.getVoices = () => [{ name: 'Voice', voiceURI: 'voice', lang: 'en-GB', localService: true, default: true }];
    speechSynthesis.speak = () => {};
  });
}

async function until(ask) {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline;) {
    if (await ask()) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`never true: ${ask}`);
}

/** For how long the page stood still at most while this was done, and until it had nothing to do any more; in milliseconds. */
async function longest(driver, act) {
  await driver.evaluate(() => { window.late = 0; });
  await act();
  return driver.evaluate(async () => {
    for (let times = 0; times < 3; times += 1) {
      await new Promise(requestAnimationFrame);
      await new Promise(resolve => requestIdleCallback(resolve));
    }
    return window.late;
  });
}

/** Whether the last block is there. Runs in the reader. */
function isWhole(root, last) {
  return [...root.querySelectorAll('.body')].at(-1)?.lastElementChild?.textContent.includes(last);
}

/** Notes how late a timer comes. Runs in the page. */
function watch() {
  let due = performance.now();
  window.late = 0;
  setInterval(() => {
    const now = performance.now();
    window.late = Math.max(window.late, now - due - 5);
    due = now;
  }, 5);
}
