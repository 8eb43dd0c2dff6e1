//! What the extension has stored, how much of it, and the way to delete it.

import { counted, text, type MessageName } from '../../platform/text.ts';
import { size } from '../../reader/dates.ts';
import { element } from '../../reader/dom.ts';
import { emptyStock, STOCKS, stockOf, type Stock } from '../../library/stocks.ts';
import { button } from '../page.ts';

const NAMES: Record<Stock, MessageName> = {
  settings: 'storedSettings',
  sites: 'sites',
  places: 'storedPlaces',
  highlights: 'highlights',
  articles: 'library',
  images: 'storedImages',
};

/** A second press deletes; leaving the button takes the first one back. */
const SURE = 'deleteSure';

/** The list, and what shows it anew. */
export function stored(): { element: HTMLElement; refresh(): Promise<void> } {
  const list = element('ul', { class: 'rows' });
  const refresh = async () => { list.replaceChildren(...await Promise.all(STOCKS.map(row))); };
  const row = async (stock: Stock) => {
    const { entries, bytes } = await stockOf(stock);
    const remove = button('delete', async () => {
      if (remove.textContent !== text(SURE)) {
        remove.textContent = text(SURE);
        return;
      }
      await emptyStock(stock);
      await refresh();
      list.querySelector('button:enabled')?.closest('button')?.focus();
    });
    remove.disabled = entries === 0;
    remove.setAttribute('aria-describedby', `stock-${stock}`);
    remove.addEventListener('blur', () => { remove.textContent = text('delete'); });
    return element('li', { 'data-stock': stock },
      element('span', { id: `stock-${stock}` }, element('span', { class: 'strong' }, text(NAMES[stock])), ' ',
        element('span', { class: 'hint' }, `${counted('nEntries', entries)} · ${size(bytes)}`)),
      remove);
  };
  void refresh();
  window.addEventListener('focus', () => void refresh());
  return { element: element('div', { class: 'stack' }, list, element('p', { class: 'hint' }, text('storedNote'))), refresh };
}
