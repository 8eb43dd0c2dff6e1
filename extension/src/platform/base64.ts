//! Bytes as text: messages carry no bytes in Chromium.

/** Pieces keep the number of a call's arguments within what engines allow. */
const PIECE = 0x2000;

/** The bytes in base64. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += PIECE) binary += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(binary);
}

/** The bytes of base64. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  // A tenth of the time; Chromium has it since 140.
  const { fromBase64 } = Uint8Array as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  return fromBase64?.call(Uint8Array, text) ?? Uint8Array.from(atob(text), character => character.charCodeAt(0));
}
