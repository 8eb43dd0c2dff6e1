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
