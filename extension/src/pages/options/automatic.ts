//! Articles that open by themselves: everywhere, or on one site. Both need the browser's permission, which it asks for
//! on the click; taking it back is one more.

import { api } from '../../platform/browser.ts';
import { text } from '../../platform/text.ts';
import { element } from '../../reader/dom.ts';
import { ALL_PAGES, EVERYWHERE_KEY } from '../../settings/everywhere.ts';
import { changeSite, loadSites } from '../../settings/sites.ts';

/** The boxes to tick; the address behind the `#` names the site from which the person came here. */
export function automatic(changed: () => void): HTMLElement {
  const site = decodeURIComponent(location.hash.slice(1));
  return element('div', { class: 'stack' },
    site === '' ? null : box(text('autoSite', site), pagesOf(site),
      async () => (await loadSites())[site]?.auto === true,
      async on => {
        await changeSite(site, ({ auto: _, ...others }) => on ? { ...others, auto: true } : others);
        if (!on) await api.permissions.remove({ origins: [pagesOf(site)] });
        changed();
      }),
    box(text('autoEverywhere'), ALL_PAGES.origins[0] ?? '',
      async () => (await api.storage.local.get(EVERYWHERE_KEY) as Record<string, unknown>)[EVERYWHERE_KEY] === true,
      async on => {
        await api.storage.local.set({ [EVERYWHERE_KEY]: on });
        // With it goes what is no longer needed.
        if (!on) await api.permissions.remove(ALL_PAGES);
        changed();
      }),
    element('p', { class: 'hint', id: 'auto-note' }, text('autoNote')));
}

/** The pages of a site and of its parts; an address of numbers has none. */
function pagesOf(site: string): string {
  return /^[\d.]+$|^\[|^localhost$/.test(site) ? `*://${site}/*` : `*://*.${site}/*`;
}

/** A box that is only ticked once the browser has given the permission. */
function box(label: string, origin: string, isOn: () => Promise<boolean>, set: (on: boolean) => Promise<void>): HTMLElement {
  const input = element('input', { type: 'checkbox', 'aria-describedby': 'auto-note' });
  void isOn().then(on => { input.checked = on; });
  input.addEventListener('change', async () => {
    const wanted = input.checked;
    // It must be the first thing after the click: later it is no longer the click that asks.
    const granted = !wanted || await api.permissions.request({ origins: [origin] }).catch(() => false);
    input.checked = wanted && granted;
    if (granted) await set(wanted);
  });
  return element('label', { class: 'tick' }, input, element('span', {}, label));
}
