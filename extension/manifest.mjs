//! The manifest: one source, and all that differs between the browsers in one place.

/** Fixed for good: Firefox knows an extension, and its stored data, by it. */
export const GECKO_ID = 'lectern@lectern.invalid';

/** What stores, toolbars and lists of extensions ask for, at one, one and a half, two and three device pixels. */
export const ICON_SIZES = [16, 19, 24, 32, 38, 48, 64, 96, 128];
const ICONS = Object.fromEntries(ICON_SIZES.map(size => [size, `icons/icon-${size}.png`]));

const ACTION = { default_title: '__MSG_actionRead__', default_icon: ICONS };

/** Where the engine runs: see `src/content/read.ts`. */
export const ENGINE_PLACES = { chromium: 'background', firefox: 'content' };

/**
 * The background's engine is WebAssembly; nothing else that runs is let in. A kept article has its images, sounds
 * and frames from where its page had them: only the reader asks for those, by its own list of schemes. What is fetched are
 * images, to be kept or to be put into a file: see `src/platform/image-file.ts`.
 */
const PAGE_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; "
  + "connect-src 'self' https: http: data: blob:; img-src https: http: data: blob:; "
  + 'media-src https: http: data: blob:; frame-src https:';

/** The manifest of this version for `chromium` or `firefox`. */
export function manifest(browser, version) {
  return {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    icons: ICONS,
    action: ACTION,
    // The same as a click on the button. Chromium and Firefox use neither key themselves.
    commands: { _execute_action: { suggested_key: { default: 'Alt+R', mac: 'MacCtrl+R' } } },
    permissions: ['activeTab', 'scripting', 'storage', 'contextMenus'],
    // Asked for from a click in the options or the menu, and given back there: nothing else needs it.
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: PAGE_POLICY },
    options_ui: { page: 'options.html', open_in_tab: true },
    ...DIFFERENCES[browser],
  };
}

const DIFFERENCES = {
  chromium: {
    // Promises from every API that is used, `URL.parse`, and modal dialogs in closed shadow roots.
    minimum_chrome_version: '126',
    background: { service_worker: 'background.js' },
  },
  firefox: {
    action: {
      ...ACTION,
      // The first is for toolbars with light words, the second for those with dark ones.
      theme_icons: [16, 32].map(size => ({ light: 'icons/toolbar-light.svg', dark: 'icons/toolbar-dark.svg', size })),
    },
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: { id: GECKO_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};
