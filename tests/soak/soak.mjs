//! The reader, opened and left again and again: what stays of it in memory.

import { BUSY } from '../browser/pages.mjs';
import { memory } from './memory.mjs';

/** What is served: a page to come back to, and to go through under other addresses. */
export const PAGES = { '/busy': BUSY };

/**
 * What may stay of a round: a browser's own caches come and go. A reader that stays has a thousand nodes, hundreds of
 * listeners and more than a hundred thousand bytes; Firefox gives its nodes in bytes.
 */
const NOISE = { nodes: 50, listeners: 0.2, documents: 0, wasm: 0, heap: 20_000, background: 10_000 };

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
