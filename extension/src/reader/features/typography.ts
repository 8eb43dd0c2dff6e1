//! The panel of themes, typefaces, sizes and spacing. Every change shows at once in the text beside it.

import { text } from '../../platform/text.ts';
import { LOOKS } from '../../settings/settings.ts';
import { typographyControls } from '../chrome/typography-controls.ts';
import { element, fragment } from '../dom.ts';
import type { View } from '../view.ts';

/** Adds the panel. */
export function typography({ bar, settings }: View): void {
  const refill = (focus: string) => {
    panel.replaceChildren(fill());
    panel.querySelector<HTMLElement>(focus)?.focus();
  };
  const fill = (): DocumentFragment => {
    const reset = element('button', { type: 'button', class: 'plain-button reset' }, text('reset'));
    reset.addEventListener('click', () => {
      if (settings.siteOnly) settings.setSiteOnly(false);
      else settings.change(LOOKS);
      refill('input');
    });
    return fragment(typographyControls(settings), siteOnly(() => refill('.site-only input')), reset);
  };
  const panel = bar.panel('type', 'typography', fill);

  /** Whether what is chosen here holds for this site alone. */
  function siteOnly(changed: () => void): Node | null {
    if (settings.site === '') return null;
    const input = element('input', { type: 'checkbox', checked: settings.siteOnly });
    input.addEventListener('change', () => {
      settings.setSiteOnly(input.checked);
      changed();
    });
    return element('label', { class: 'tick site-only' }, input, element('span', {}, text('siteOnly', settings.site)));
  }
}
