//! What is set for single sites, each with a way to forget it.

import { text } from '../../platform/text.ts';
import { element } from '../../reader/dom.ts';
import { forgetSite, loadSites, type Site } from '../../settings/sites.ts';
import { button } from '../page.ts';

/** The list; `changed` is called after something was forgotten. */
export function sites(changed: () => void): HTMLElement {
  const list = element('ul', { class: 'rows' });
  const refresh = async () => {
    const all = Object.entries(await loadSites()).sort(([a], [b]) => a.localeCompare(b));
    list.replaceChildren(...all.map(([host, site]) => item(host, site)));
    if (all.length === 0) list.replaceChildren(element('li', { class: 'hint' }, text('sitesNone')));
  };
  const item = (host: string, site: Site) => {
    const forget = button('forget', async () => {
      await forgetSite(host);
      await refresh();
      changed();
    });
    forget.setAttribute('aria-label', `${text('forget')}: ${host}`);
    return element('li', {},
      element('span', {}, element('bdi', { class: 'strong', dir: 'ltr' }, host), ' ', element('span', { class: 'hint' }, told(site))), forget);
  };
  void refresh();
  window.addEventListener('focus', () => void refresh());
  return list;
}

function told({ auto, settings, part, putBack }: Site): string {
  const parts = [auto && text('siteAuto'), settings && text('siteStyle'), part && text('sitePart'), putBack && text('sitePutBack')];
  return parts.filter(Boolean).join(' · ');
}
