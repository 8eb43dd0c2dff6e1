//! What only Chromium's protocol can do: click the real action, look into a closed shadow root.

import puppeteer from 'puppeteer-core';
import { until } from './until.mjs';

/** Starts Chromium with the extension in `folder`. */
export async function launchChromium({ executablePath, folder, headless, args, downloads, proxy, room }) {
  const browser = await puppeteer.launch({
    executablePath, headless, pipe: true, enableExtensions: true,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', ...args,
      ...(proxy === undefined ? [] : through(proxy)),
    ],
  });
  await (await browser.target().createCDPSession()).send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  const id = await browser.installExtension(folder);
  const isBackground = candidate => candidate.type() === 'service_worker' && candidate.url().includes(id) && candidate !== replaced;
  let target, extension, replaced;
  const started = async () => {
    target = await browser.waitForTarget(isBackground);
    await listening(await target.worker());
    extension = (await browser.extensions()).get(id);
  };
  await started();
  if (room !== undefined) await (await target.createCDPSession()).send('Storage.overrideQuotaForOrigin', { origin: `chrome-extension://${id}`, quotaSize: room * 1000 });
  return {
    browser,
    id,
    reload: async () => {
      await browser.uninstallExtension(id);
      await browser.installExtension(folder);
      await started();
    },
    update: async () => {
      replaced = browser.targets().find(isBackground);
      await browser.installExtension(folder);
      await started();
    },
    stopBackground: async () => {
      // It may have been woken since: then it is another target.
      const running = browser.targets().find(isBackground);
      await (await running?.worker())?.close();
      await until(() => running === undefined || !browser.targets().includes(running), 'the background did not stop');
    },
    click: page => page.triggerExtensionAction(extension),
    chooseEntry: async (_, menuItemId) => (await target.worker()).evaluate(async id => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.contextMenus.onClicked.dispatch({ menuItemId: id, editable: false, pageUrl: '' }, tab);
    }, menuItemId),
    badge: async () => (await target.worker()).evaluate(async () => {
      const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return { text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
    }),
    readerRoot: chromiumReaderRoot,
    prefers: chromiumPrefers,
    back: chromiumBack,
    refuseOnce: async () => (await target.worker()).evaluate(() => {
      const { executeScript } = chrome.scripting;
      chrome.scripting.executeScript = () => {
        chrome.scripting.executeScript = executeScript;
        return Promise.reject(new Error('not yet'));
      };
    }),
    inContentScript: (page, source) => inContentScript(page, id, source),
    prefersDark: (page, dark) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]),
  };
}

/** Sends everything through a proxy on this machine, and keeps the browser from asking for anything on its own behalf. */
function through(port) {
  return [
    `--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>',
    '--gaia-url=http://127.0.0.1:1/', '--component-updater=url-source=data:,', '--disable-features=NetworkTimeServiceQuerying',
  ];
}

/** A click is lost on a worker that is not yet active, or has not yet added its listeners. */
async function listening(worker) {
  await until(() => worker.evaluate(() => self.registration.active?.state === 'activated' && chrome.action.onClicked.hasListeners()),
    'the background did not start');
}

/** A function that calls another in the page with the reader's shadow root; `null` where no reader is open. */
async function chromiumReaderRoot(page) {
  const client = await page.createCDPSession();
  const { root } = await client.send('DOM.getDocument', { depth: 2, pierce: true });
  const shadow = root.children?.flatMap(html => html.children ?? []).flatMap(child => child.shadowRoots ?? []).find(({ shadowRootType }) => shadowRootType === 'closed');
  if (shadow === undefined) {
    await client.detach();
    return null;
  }
  const { object } = await client.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
  return {
    async call(source, args) {
      const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
        objectId: object.objectId, functionDeclaration: `function (...args) { return (${source})(this, ...args); }`,
        arguments: args.map(value => ({ value })), returnByValue: true, awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    release: () => client.detach(),
  };
}

/** A session's wishes hold until it ends: the page keeps it. */
async function chromiumPrefers(page, { forcedColors, contrast, reducedMotion }) {
  page.wishes ??= await page.createCDPSession();
  await page.wishes.send('Emulation.setEmulatedMedia', { features: [
    { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    { name: 'prefers-contrast', value: contrast ? 'more' : 'no-preference' },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
  ] });
}

async function chromiumBack(page) {
  const client = await page.createCDPSession();
  const { currentIndex, entries } = await client.send('Page.getNavigationHistory');
  await client.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1].id });
  await client.detach();
}

/** Evaluates where the content script of the extension runs. */
async function inContentScript(page, id, source) {
  const client = await page.createCDPSession();
  const worlds = [];
  client.on('Runtime.executionContextCreated', ({ context }) => { if (context.origin.includes(id)) worlds.push(context.id); });
  await client.send('Runtime.enable');
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', { expression: `(${source})()`, contextId: worlds.at(-1), returnByValue: true });
  await client.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
