//! The reader, opened and left again and again: what stays of it in memory.

import { BUSY } from '../browser/pages.mjs';
import { memory } from './memory.mjs';

const SENTENCES = 'The harbor was quiet that morning, and nobody in the town remembered a winter like it, or a spring. '.repeat(5);
const LARGE = `<!DOCTYPE html><html lang="en"><head><title>The harbor in winter</title></head><body><article><h1>The harbor in winter</h1>
${Array.from({ length: 10_000 }, (_, number) => `<p>Number ${number}: ${SENTENCES}</p>`).join('')}</article></body></html>`;

/** What is served: a page to come back to, and to go through under other addresses; and one of five megabytes. */
export const PAGES = { '/busy': BUSY, '/large': LARGE };

/** Reads the large page three times; the memory before, and after each. */
export async function large(driver, origin) {
  await driver.open(`${origin}/large`);
  const samples = [await memory(driver)];
  for (let time = 0; time < 3; time += 1) {
    await driver.clickToOpen();
    await driver.clickToClose();
    samples.push(await memory(driver));
  }
  return samples;
}

/**
 * What may stay of a round: a browser's own caches come and go. A reader that stays has a thousand nodes, hundreds of
 * listeners and more than a hundred thousand bytes; Firefox gives its nodes in bytes. The pages that Back leads to hold nine
 * listeners more or less, by how far the reader was when they were left: of one that leaks, each round leaves one.
 */
const NOISE = { nodes: 50, listeners: 0.6, documents: 0, wasm: 0, heap: 20_000, background: 10_000 };

/** How often the last memory is looked at anew. */
const LOOKS = 10;

/** Opens and leaves the reader so many times on one page; the memory at each fifth of the way. */
export async function rounds(driver, origin, count) {
  await driver.open(`${origin}/busy`);
  return sampled(driver, count, async () => {
    await driver.clickToOpen();
    await driver.clickToClose();
  });
}

/** Goes to so many pages in one tab and opens the reader on each; every second one is gone from with the reader open. */
export async function navigations(driver, origin, count) {
  await driver.open(`${origin}/busy`);
  return sampled(driver, count, async at => {
    await driver.page.goto(`${origin}/busy?${at}`);
    await driver.clickToOpen();
    if (at % 2 === 0) await driver.clickToClose();
  });
}

async function sampled(driver, count, once) {
  const samples = [];
  for (let at = 1; at <= count; at += 1) {
    await once(at);
    if (at % Math.ceil(count / 5) === 0) samples.push({ after: at, ...await memory(driver) });
  }
  // What a busy browser has not collected yet goes; what leaks stays, however often one looks.
  for (let look = 0; look < LOOKS && leaks(samples).length > 0; look += 1) samples.push({ ...samples.pop(), ...await memory(driver) });
  return samples;
}

/**
 * What has grown until the last sample, as sentences. Before the second one the browser fills what it keeps: compiled code, the
 * pages that Back leads to.
 */
export function leaks(samples) {
  const [first, last] = [samples[1], samples.at(-1)];
  const times = last.after - first.after;
  return Object.entries(NOISE).filter(([name, allowed]) => last[name] - first[name] > allowed * times)
    .map(([name]) => `${name}: from ${first[name]} to ${last[name]} in ${times} rounds`);
}
