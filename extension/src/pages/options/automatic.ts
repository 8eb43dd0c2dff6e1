//! Articles that open by themselves: everywhere, or on one site. Both need the browser's permission, which it asks for
//! on the click; taking it back is one more.

import { api } from '../../platform/browser.ts';
import { text, type MessageName } from '../../platform/text.ts';
import { element } from '../../reader/dom.ts';
import { ALL_PAGES, EVERYWHERE_KEY, HINT_KEY } from '../../settings/everywhere.ts';
import { changeSite, loadSites } from '../../settings/sites.ts';

/** The boxes to tick; the address behind the `#` names the site from which the person came here. */
export function automatic(changed: () => void): HTMLElement {
  const site = decodeURIComponent(location.hash.slice(1));
  const [opens, hints] = [{ key: EVERYWHERE_KEY, input: checkbox() }, { key: HINT_KEY, input: checkbox() }];
  return element('div', { class: 'stack' },
    site === '' ? null : box(checkbox(), text('autoSite', site), pagesOf(site),
      async () => (await loadSites())[site]?.auto === true,
      async on => {
        await changeSite(site, ({ auto: _, ...others }) => on ? { ...others, auto: true } : others);
        if (!on) await giveBack(pagesOf(site));
        changed();
      }),
    everywhere('autoEverywhere', opens, hints, changed),
    everywhere('hint', hints, opens, changed),
    element('p', { class: 'hint', id: 'auto-note' }, text('autoNote')));
}

/** A wish for all pages: its key in storage and its box. */
interface Wish {
  key: string;
  input: HTMLInputElement;
}

/** The box of a wish that needs all pages; with the last one goes the permission. */
function everywhere(label: MessageName, { key, input }: Wish, other: Wish, changed: () => void): HTMLElement {
  const isOn = async (name: string) => (await api.storage.local.get(name) as Record<string, unknown>)[name] === true;
  return box(input, text(label), ALL_PAGES.origins[0] ?? '', () => isOn(key), async on => {
    await api.storage.local.set({ [key]: on });
    // The other may have been ticked since and not be stored yet: it counts on what it was given.
    if (!on && !await isOn(other.key) && !other.input.checked) await giveBack(...ALL_PAGES.origins);
    changed();
  });
}

/** One that a policy of the machine's owner has given cannot be given back; the wish is gone all the same. */
async function giveBack(...origins: string[]): Promise<void> {
  await api.permissions.remove({ origins }).catch(() => false);
}

/** The pages of a site and of its parts; an address of numbers has none. */
function pagesOf(site: string): string {
  return /^[\d.]+$|^\[|^localhost$/.test(site) ? `*://${site}/*` : `*://*.${site}/*`;
}

function checkbox(): HTMLInputElement {
  return element('input', { type: 'checkbox', 'aria-describedby': 'auto-note' });
}

/** A box that is only ticked once the browser has given the permission. */
function box(input: HTMLInputElement, label: string, origin: string, isOn: () => Promise<boolean>, set: (on: boolean) => Promise<void>): HTMLElement {
  void isOn().then(on => { input.checked = on; });
  input.addEventListener('change', async () => {
    const wanted = input.checked;
    // It must be the first thing after the click: later it is no longer the click that asks.
    const granted = !wanted || await api.permissions.request({ origins: [origin] }).catch(() => false);
    input.checked = wanted && granted;
    // A box that could not be stored goes back.
    if (granted) await set(wanted).catch(() => { input.checked = !wanted; });
  });
  return element('label', { class: 'tick' }, input, element('span', {}, label));
}
