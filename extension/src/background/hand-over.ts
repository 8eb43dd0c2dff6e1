//! Documents that come as the answer to a click, instead of in a message.
//!
//! The content script's first words after a click would be the whole page. The call that brought the click there has an answer,
//! and there it takes less: a message of a megabyte is 40 ms on its way in either browser, an answer 12. It also comes while the
//! content script is still starting a conversation.

/** The documents that tabs are about to hand over, or have handed over: null where nothing came. */
const documents = new Map<number, Promise<string | null>>();

/** Keeps what a tab hands over until the content script asks for it to be read, or the next click. */
export function expectDocument(tabId: number, document: Promise<string | null>): void {
  documents.set(tabId, document.catch(() => null));
}

/** The document that this tab has handed over; once. */
export async function handedOver(tabId: number | undefined): Promise<string | null> {
  if (tabId === undefined) return null;
  const document = documents.get(tabId);
  documents.delete(tabId);
  return await document ?? null;
}
