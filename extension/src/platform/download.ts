//! Hands a file to the person. The browser asks for nothing but the click that it comes from.

/** A name longer than this is cut: file systems end at 255 bytes, and a letter may take four. */
const LONGEST_NAME = 60;

/** Saves bytes as a file. The link is never in the document, so that no page hears of its click. */
export function download(name: string, type: string, bytes: Uint8Array<ArrayBuffer> | string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElementNS('http://www.w3.org/1999/xhtml', 'a') as HTMLAnchorElement;
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the time that the next task runs; the bytes are the browser's from then on.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A title as the name of a file. */
export function fileName(title: string, extension: string): string {
  const plain = title.replace(/[\p{C}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[.\s]+/, '').trim();
  return `${[...plain].slice(0, LONGEST_NAME).join('').trim() || 'article'}.${extension}`;
}
