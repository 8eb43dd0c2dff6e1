//! The images that a saved file carries: read a few at a time, in the order of the text, until the file is large.

import type { Article } from '../engine/article.ts';
import { imageFile } from '../platform/image-file.ts';
import { ask } from '../platform/messages.ts';
import { portableImage, type Holder } from '../platform/portable-image.ts';
import { imageAddresses } from './article-images.ts';

/**
 * As much as the images of one file may be together, in bytes. Chromium carries messages of 64 MiB, and a page with its
 * images comes over in base64 twice: 16/9 of this.
 */
export const LARGEST_IMAGES = 25_000_000;

/** As many are read at once. */
const AT_ONCE = 6;

/** An image in base64, and the address that the article has it under. */
export interface CarriedImage {
  src: string;
  file: string;
}

/** How far it went. */
export interface Progress {
  images: CarriedImage[];
  /** How many the article has. */
  of: number;
  /** Whether the rest stayed out because the file would be too large. */
  full: boolean;
}

/**
 * Reads the images of `article` for a file of this format, from `kept` where they are: addresses of copies, by the article's
 * own. Tells of each few how far it is.
 */
export async function fileImages(article: Article, holder: Holder, kept: Map<string, string>, tell: (progress: Progress) => void): Promise<Progress> {
  // Comments are not written down.
  const addresses = imageAddresses({ ...article, comments: [] }, /^(?:https?|data):/);
  const progress: Progress = { images: [], of: addresses.length, full: false };
  let bytes = 0;
  for (let start = 0; start < addresses.length && !progress.full; start += AT_ONCE) {
    const read = addresses.slice(start, start + AT_ONCE).map(async src => ({ src, file: await portable(src, kept.get(src) ?? src, holder) }));
    for (const { src, file } of await Promise.all(read)) {
      if (file === undefined || progress.full) continue;
      bytes += file.length * 3 / 4;
      progress.full = bytes > LARGEST_IMAGES;
      if (!progress.full) progress.images.push({ src, file });
    }
    tell(progress);
  }
  return progress;
}

async function portable(src: string, address: string, holder: Holder): Promise<string | undefined> {
  const image = await imageFile(address) ?? (src.startsWith('data:') ? null : (await ask({ kind: 'read-image', src }, 'image')).image);
  return image === null ? undefined : portableImage(image, holder);
}
