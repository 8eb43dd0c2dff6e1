//! Copies text. The click that asks for it is all the permission that is needed.

/** Whether the text was copied: on a page without encryption there is no clipboard to write to. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies a page: where formatted text can be pasted it is formatted, elsewhere it is its plain text. */
export async function copyPage(html: string, plain: string): Promise<boolean> {
  try {
    const forms = { 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}
