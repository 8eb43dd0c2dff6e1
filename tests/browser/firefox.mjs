//! What only Firefox's protocol can do: click the real action, look into a closed shadow root.

import puppeteer from 'puppeteer-core';
import { GECKO_ID } from '../../extension/manifest.mjs';
import { until } from './until.mjs';

/** Starts Firefox with the extension in `folder`. */
export async function launchFirefox({ executablePath, folder, headless, args, dark, downloads, proxy, room }) {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath, headless,
    args: ['-remote-allow-system-access', ...args],
    // Without it Firefox takes its settings from nowhere but its maker.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      'privacy.reduceTimerPrecision': false,
      'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
      // A site where extensions may not run, as the add-on store is one.
      'extensions.webextensions.restrictedDomains': 'restricted.test',
      'network.dns.localDomains': 'restricted.test',
      'media.webspeech.synth.test': true,
      // The permission that the options ask for is given without a prompt.
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      ...(proxy === undefined ? {} : through(proxy)),
      ...(room === undefined ? {} : { 'dom.quotaManager.temporaryStorage.fixedLimit': room }),
    },
  });
  await browser.installExtension(folder);
  return {
    browser,
    id: GECKO_ID,
    reload: () => browser.installExtension(folder),
    update: () => browser.installExtension(folder),
    stopBackground: async () => {
      await inBrowserWindow(browser, 'extension.terminateBackground()');
      await until(() => inBrowserWindow(browser, `extension.backgroundState === 'stopped'`), 'the background did not stop');
    },
    click: page => clickAction(page),
    chooseEntry: async (page, menuItemId, clicked) => {
      await page.bringToFront();
      // A choice in the menu lets the extension into the tab: so does what the menu itself does first.
      await inBrowserWindow(browser, `(extension.tabManager.addActiveTabPermission(gBrowser.selectedTab),
        extension.emit('webext-menu-menuitem-click', ${JSON.stringify({ menuItemId, modifiers: [], editable: false, ...clicked })}, gBrowser.selectedTab), true)`);
    },
    // Firefox knows more contrast only where the system's colors, or the person's own, are to be used.
    prefers: (_, { forcedColors, contrast, reducedMotion }) => inBrowserWindow(browser, `(
      Services.prefs.setIntPref('browser.display.document_color_use', ${forcedColors || contrast ? 2 : 1}),
      Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion ? 1 : 0}), true)`),
    badge: () => inBrowserWindow(browser, `(({ badgeText, title }) => ({ text: badgeText, title }))(action.action.getContextData(gBrowser.selectedTab))`),
    readerRoot: firefoxReaderRoot,
    back: () => inBrowserWindow(browser, '(gBrowser.goBack(), true)'),
  };
}

/** Preferences that send everything through a proxy on this machine, and keep the browser from asking for its own settings. */
function through(port) {
  const host = '127.0.0.1';
  return {
    'network.proxy.type': 1, 'network.proxy.http': host, 'network.proxy.http_port': port, 'network.proxy.ssl': host, 'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '', 'network.proxy.allow_hijacking_localhost': true,
    'services.settings.server': 'data:,#nowhere/v1',
  };
}

async function clickAction(page) {
  await page.bringToFront();
  await inBrowserWindow(page.browser(), 'action.triggerAction(window)');
}

/** Evaluates in the browser's own window, where the toolbar is, with the extension's button as `action`. */
export async function inBrowserWindow({ connection }, expression) {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = result.contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  const value = await evaluated(connection.send('script.evaluate', {
    expression: `{
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const extension = ExtensionParent.GlobalManager.getExtension(${JSON.stringify(GECKO_ID)});
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      (async () => JSON.stringify(await (${expression}) ?? null))();
    }`,
    target: { context: window.context }, awaitPromise: true,
  }));
  return JSON.parse(value.value);
}

/** A function that calls another in the page with the reader's shadow root; `null` where no reader is open. */
async function firefoxReaderRoot(page) {
  const { connection } = page.browser();
  const target = { context: page.mainFrame()._id };
  const last = await evaluated(connection.send('script.evaluate', {
    // The page may have put an element in the place of any of the document's properties.
    expression: "Document.prototype.querySelector.call(document, ':root > :last-child')", target, awaitPromise: false,
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
  }));
  const shadow = last.value?.shadowRoot;
  if (!shadow) return null;
  return {
    async call(source, args) {
      const value = await evaluated(connection.send('script.callFunction', {
        functionDeclaration: `async (root, args) => JSON.stringify(await (${source})(root, ...JSON.parse(args)) ?? null)`,
        target, awaitPromise: true, arguments: [{ sharedId: shadow.sharedId }, { type: 'string', value: JSON.stringify(args) }],
      }));
      return JSON.parse(value.value);
    },
    release: async () => {},
  };
}

async function evaluated(response) {
  const { result } = await response;
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return result.result;
}
