//! Pages that a person brings: files dropped or chosen, and source that is pasted.

/** What is declared within these first bytes counts, as in browsers. */
const SNIFFED = 1024;

/** The text of an HTML file, in the encoding that it declares. */
export function decoded(bytes: Uint8Array): string {
  return new TextDecoder(encoding(bytes)).decode(bytes);
}

function encoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}

/** Calls back with each file that is dropped anywhere on the page, or pasted, and with pasted source. */
export function watchForPages(open: (html: string, name: string) => void): void {
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', event => {
    event.preventDefault();
    void opened(event.dataTransfer, open);
  });
  addEventListener('paste', event => {
    // A field takes what is pasted into it.
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) return;
    void opened(event.clipboardData, open);
  });
}

async function opened(data: DataTransfer | null, open: (html: string, name: string) => void): Promise<void> {
  const file = data?.files[0];
  const source = data?.getData('text/plain') ?? '';
  if (file !== undefined) open(decoded(new Uint8Array(await file.arrayBuffer())), file.name);
  else if (/<\w/.test(source)) open(source, 'what was pasted');
}
