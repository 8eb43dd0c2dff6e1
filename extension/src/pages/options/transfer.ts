//! Everything as a file, and a file of that kind back in.

import { exported, imported } from '../../library/transfer.ts';
import { download } from '../../platform/download.ts';
import { interfaceLanguage, text } from '../../platform/text.ts';
import { element } from '../../reader/dom.ts';
import { button } from '../page.ts';

/** The two buttons; `changed` is called after an import. */
export function transfer(changed: () => void): HTMLElement {
  const status = element('p', { class: 'status', role: 'status' });
  const file = element('input', { type: 'file', accept: 'application/json,.json', hidden: true, 'aria-label': text('importFile') });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    status.textContent = await imported(await chosen.text()).then(told, () => text('notStored'));
    // The same file may be chosen again.
    file.value = '';
    changed();
  });
  const save = async () => {
    status.textContent = '';
    download('lectern.json', 'application/json', await exported());
  };
  return element('div', { class: 'buttons' }, button('exportAll', () => save().catch(() => { status.textContent = text('notRead'); })), button('importFile', () => file.click()), file, status);
}

/** What became of an import, of which so many entries could not be taken in. */
function told(refused: number | undefined): string {
  if (refused === undefined) return text('importBad');
  return refused === 0 ? text('importDone') : text('importPartly', new Intl.NumberFormat(interfaceLanguage()).format(refused));
}
