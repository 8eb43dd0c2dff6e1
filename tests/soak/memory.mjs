//! What a page and the extension hold in memory, once all that can be let go of was: as each browser tells it.

import { inBrowserWindow } from '../browser/firefox.mjs';

/**
 * `{ heap, nodes, listeners, documents, background, wasm }`: bytes and counts of the driver's page, and bytes of the extension's
 * background with the memory of its engines, as this browser tells them. Firefox counts nodes in bytes, and engines as heap.
 */
export function memory(driver) {
  return driver.name === 'firefox' ? ofFirefox(driver) : ofChromium(driver);
}

/** The heap is that of all worlds in the page: the extension's own is one of them. */
async function ofChromium(driver) {
  const page = await driver.page.createCDPSession();
  for (let time = 0; time < 3; time += 1) await page.send('HeapProfiler.collectGarbage');
  await page.send('Performance.enable');
  const { metrics } = await page.send('Performance.getMetrics');
  await page.detach();
  const metric = name => metrics.find(each => each.name === name).value;
  return {
    heap: metric('JSHeapUsedSize'), nodes: metric('Nodes'), listeners: metric('JSEventListeners'), documents: metric('Documents'),
    ...await ofWorker(driver),
  };
}

/** Nothing, where the browser has put it to sleep. */
async function ofWorker({ browser, id }) {
  const target = browser.targets().find(each => each.type() === 'service_worker' && each.url().includes(id));
  if (target === undefined) return { background: 0, wasm: 0 };
  const worker = await target.createCDPSession();
  await worker.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.send('Runtime.getHeapUsage');
  const { result: prototype } = await worker.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await worker.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
  const { result: wasm } = await worker.send('Runtime.callFunctionOn', {
    objectId: objects.objectId, returnByValue: true, functionDeclaration: 'function () { return this.reduce((total, { buffer }) => total + buffer.byteLength, 0); }',
  });
  await worker.detach();
  return { background: usedSize, wasm: wasm.value };
}

/**
 * From the reports that `about:memory` shows. The page's windows count their nodes in bytes and their listeners one by one;
 * the extension's script in the page is in the same process, whose heap is taken as a whole.
 */
async function ofFirefox({ browser }) {
  return inBrowserWindow(browser, `(async () => {
    for (let time = 0; time < 3; time += 1) {
      for (const request of ['child-gc-request', 'child-cc-request', 'child-mmu-request']) Services.obs.notifyObservers(null, request);
      await new Promise(resolve => setTimeout(resolve, 150));
    }
    const sums = { heap: 0, nodes: 0, listeners: 0, documents: 0, background: 0, wasm: 0 };
    const pid = String(gBrowser.selectedBrowser.frameLoader.remoteTab.osPid);
    const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
    const windows = new Set();
    await new Promise(resolve => manager.getReports((process, path, kind, units, amount) => {
      if (process.includes(pid)) {
        if (path.startsWith('explicit/') && /\\/js-zone|\\/js-realm|js-non-window|window-objects/.test(path)) sums.heap += amount;
        if (/\\/dom\\/(element|text|other)-nodes$/.test(path)) sums.nodes += amount;
        if (/\\/event-listeners$/.test(path)) sums.listeners += amount;
        const window = /window-objects\\/.*window\\([^)]*\\)/.exec(path)?.[0];
        if (window && path.startsWith('explicit/')) windows.add(window);
      } else if (/WebExtensions|extension/i.test(process) && path.startsWith('explicit/')) sums.background += amount;
    }, null, resolve, null, false));
    return { ...sums, documents: windows.size };
  })()`);
}
