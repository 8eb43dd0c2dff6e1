//! Nothing of the reader stays in memory once it is left: a short form of `run.mjs`.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BROWSERS, launch } from '../browser/driver.mjs';
import { serve } from '../browser/server.mjs';
import { memory } from './memory.mjs';
import { large, leaks, navigations, PAGES, rounds } from './soak.mjs';

/** An engine that has read no more than a page or two takes less, in bytes. */
const FRESH = 6_000_000;

for (const browser of BROWSERS) {
  describe(`memory in ${browser}`, () => {
    let driver, server;
    before(async () => {
      server = await serve(PAGES);
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
    });

    it('is as it was after forty readings of one page', async () => {
      assert.deepEqual(leaks(await rounds(driver, server.origin, 40)), []);
    });

    it('is as it was after thirty pages, some left with the reader open', async () => {
      assert.deepEqual(leaks(await navigations(driver, server.origin, 30)), []);
    });

    it('comes back after a page of five megabytes', async () => {
      const [before, once, , last] = await large(driver, server.origin);
      // An engine that has read it is let go; Firefox counts engines as the background's.
      assert.ok(last.wasm <= FRESH && last.background - before.background < FRESH, JSON.stringify([before, last]));
      // What Firefox keeps of the first time is room for layout, which it uses again.
      assert.ok(last.heap - once.heap < FRESH && last.nodes - once.nodes <= 0.01 * once.nodes, JSON.stringify([once, last]));
    });

    it('tells of a reader that is open', async () => {
      await driver.open(`${server.origin}/busy`);
      const closed = { after: 0, ...await memory(driver) };
      await driver.clickToOpen();
      assert.notDeepEqual(leaks([closed, closed, { after: 1, ...await memory(driver) }]), []);
    });
  });
}
