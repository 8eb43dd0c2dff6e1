//! Everything as a file, and a file of that kind back in.

import { exported, imported } from '../../library/transfer.ts';
import { download } from '../../platform/download.ts';
import { text } from '../../platform/text.ts';
import { element } from '../../reader/dom.ts';
import { button } from '../page.ts';

/** The two buttons; `changed` is called after an import. */
export function transfer(changed: () => void): HTMLElement {
  const status = element('p', { class: 'status', role: 'status' });
  const file = element('input', { type: 'file', accept: 'application/json,.json', hidden: true, 'aria-label': text('importFile') });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    const done = await imported(await chosen.text());
    status.textContent = text(done ? 'importDone' : 'importBad');
    // The same file may be chosen again.
    file.value = '';
    if (done) changed();
  });
  const save = async () => {
    status.textContent = '';
    download('lectern.json', 'application/json', await exported());
  };
  return element('div', { class: 'buttons' }, button('exportAll', () => void save()), button('importFile', () => file.click()), file, status);
}
