//! A page's content security policy reports what it forbids, to the page and to its server. It has nothing to report.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BROWSERS, launch } from './driver.mjs';
import { BUSY, STRICT } from './pages.mjs';
import { serve } from './server.mjs';

const LISTENING = BUSY.replace('<head>', `<head><script>
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI));
</script>`);

for (const browser of BROWSERS) {
  describe(`a policy that reports, in ${browser}`, () => {
    it('hears nothing of a click', async () => {
      const csp = `${STRICT.replace("'self'", "'unsafe-inline'")}; report-uri /report`;
      const server = await serve({ '/busy': LISTENING }, { csp });
      const driver = await launch(browser);
      try {
        await driver.open(`${server.origin}/busy`);
        const before = await driver.evaluate(() => violations.length);
        driver.forget();
        assert.equal(await driver.clickToOpen(), 'reader');
        await driver.clickToClose();
        assert.deepEqual((await driver.evaluate(() => violations)).slice(before).filter(each => !each.includes('favicon')), []);
        assert.deepEqual(driver.noted.requests.filter(url => !url.endsWith('/report') || browser === 'chromium'), []);
      } finally {
        await driver.close();
        await server.close();
      }
    });
  });
}
