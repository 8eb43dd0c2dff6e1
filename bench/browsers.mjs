//! Times the extension in a real browser beside Readability.js and Defuddle on the same pages, and prints JSON.
//!
//!     node bench/browsers.mjs --browser chromium|firefox [--rounds N] [--dist DIR] PAGE…
//!
//! Every page of every round has a browser of its own, so that the first click is what a person's first click is: nothing
//! compiled, nothing cached. The click is the real one; the frame is the page's own, seen from the page's own world.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../tests/browser/driver.mjs';
import { serve } from '../tests/browser/server.mjs';

const { values, positionals } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    rounds: { type: 'string', default: '3' },
    dist: { type: 'string', default: 'dist' },
  },
  allowPositionals: true,
});

/** Scripts and pictures of other people's pages stay away: a page is the same each time, and nothing is fetched. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/** So often the work is done again in the same page, to see what it takes when all is compiled. */
const WARM = 3;

const READABILITY = await peer('@mozilla/readability/Readability.js', "new Readability(document.cloneNode(true)).parse()");
const DEFUDDLE = await peer('defuddle/dist/index.js', "new (self.Defuddle.default ?? self.Defuddle)(document.cloneNode(true), { url: document.URL }).parse()");

const pages = [];
for (const file of positionals) pages.push(await measure(file));
console.log(JSON.stringify(pages));

/** A page's times: for each reader the first and the later ones, each the median of the rounds. */
async function measure(file) {
  const html = await readFile(file);
  const server = await serve({ '/page.html': { body: html, type: 'text/html' } }, { csp: POLICY });
  const rounds = [];
  try {
    for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await inFreshBrowser(`${server.origin}/page.html`));
  } finally {
    await server.close();
  }
  return { page: basename(file), bytes: html.length, ...medians(rounds) };
}

async function inFreshBrowser(url) {
  const driver = await launch(values.browser, { dist: values.dist });
  try {
    await driver.open(url);
    const cold = await click(driver);
    const warm = [];
    for (let time = 0; time < WARM; time += 1) {
      await driver.clickToClose();
      warm.push(await click(driver));
    }
    await driver.open(url);
    const readability = await driver.evaluate(READABILITY);
    await driver.open(url);
    const defuddle = await driver.evaluate(DEFUDDLE);
    return { lectern: { cold, warm: medians(warm) }, readability, defuddle };
  } finally {
    await driver.close();
  }
}

/** One click: the stages that the reader tells of, and the time from the click until a frame shows the reader. */
async function click(driver) {
  const frame = driver.evaluate(() => new Promise(resolve => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      // The frame is done when a task runs after its callbacks.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    }).observe(document.documentElement, { childList: true });
  }));
  // Until the page has the observer.
  await driver.evaluate(() => 0);
  const began = performance.timeOrigin + performance.now();
  await driver.click();
  const stages = await driver.inside(root => {
    const told = root.querySelector('dialog[open]')?.dataset.milliseconds;
    return root.querySelector('dialog[open]') && (told === undefined ? {} : JSON.parse(told));
  });
  return { ...stages, frame: await frame - began };
}

/** An expression that loads a peer's script and reads the page with it: `{ cold, warm }`, in milliseconds. */
async function peer(path, read) {
  const source = await readFile(new URL(`../node_modules/${path}`, import.meta.url), 'utf8');
  return `(() => {
    (function () { var exports = undefined, module = undefined, define = undefined; ${source}
      if (typeof Readability !== 'undefined') self.Readability = Readability;
    }).call(self);
    const timed = () => { const began = performance.now(); ${read}; return performance.now() - began; };
    const cold = timed();
    const warm = Array.from({ length: ${WARM} }, timed).sort((a, b) => a - b);
    return { cold, warm: warm[${WARM} >> 1] };
  })()`;
}

/** Objects of numbers, and of such objects, as one object of the medians. */
function medians(all) {
  const [first] = all;
  if (typeof first === 'number') return [...all].sort((a, b) => a - b)[all.length >> 1];
  return Object.fromEntries(Object.keys(first).map(key => [key, medians(all.map(each => each[key] ?? 0))]));
}
