//! Opens and leaves the reader hundreds of times in each browser and prints what stays in memory of it.
//!
//!     node tests/soak/run.mjs [--rounds 500] [--navigations 200] [--browser chromium|firefox]

import { parseArgs } from 'node:util';
import { BROWSERS, launch } from '../browser/driver.mjs';
import { serve } from '../browser/server.mjs';
import { leaks, navigations, PAGES, rounds } from './soak.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '500' },
    navigations: { type: 'string', default: '200' },
    browser: { type: 'string', multiple: true, default: BROWSERS },
  },
});
const server = await serve(PAGES);
for (const browser of values.browser) {
  for (const [name, soak, count] of [['rounds on one page', rounds, values.rounds], ['navigations', navigations, values.navigations]]) {
    const driver = await launch(browser);
    try {
      const samples = await soak(driver, server.origin, Number(count));
      const found = leaks(samples);
      console.log(`${browser}, ${count} ${name}: ${found.length === 0 ? 'nothing stays' : found.join('; ')}`);
      console.table(samples);
      if (found.length > 0) process.exitCode = 1;
    } finally {
      await driver.close();
    }
  }
}
await server.close();
