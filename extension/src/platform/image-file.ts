//! An image as a file, as far as the browser lets whoever asks have it: the page's own, those whose server shares them, and
//! for the background those of sites that the person has let the extension read.

import { isString, type Shape } from './shape.ts';

/** A larger image is not kept, in bytes. */
const LARGEST = 12_000_000;

/** An image in base64. */
export interface ImageFile {
  type: string;
  file: string;
}

/** What an image from outside must be. */
export const IMAGE_SHAPE: Shape<ImageFile> = {
  type: type => isString(type) && type.startsWith('image/'),
  file: file => isString(file) && /^[A-Za-z0-9+/]*={0,2}$/.test(file),
};

/** The image at this address, out of the browser's cache where it is there; nothing where it cannot be had. */
export async function imageFile(address: string): Promise<ImageFile | undefined> {
  try {
    const response = await fetch(address, { cache: 'force-cache', credentials: 'same-origin' });
    const blob = await response.blob();
    if (!response.ok || !blob.type.startsWith('image/') || blob.size === 0 || blob.size > LARGEST) return undefined;
    return { type: blob.type, file: await inBase64(blob) };
  } catch {
    return undefined;
  }
}

/** A file in base64. Firefox does not let a content script touch the bytes of what it has fetched: they would be the page's object. */
export function inBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the image could not be read'));
    reader.readAsDataURL(blob);
  });
}
