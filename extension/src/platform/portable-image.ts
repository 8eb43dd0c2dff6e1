//! An image as one of the kinds that what opens the file shows, and that can run nothing: as it is, or drawn anew. So SVG
//! leaves its scripts behind, and AVIF and WebP come into books.

import { inBase64, type ImageFile } from './image-file.ts';

/**
 * How JPEG, PNG and GIF begin in base64, and for a page WebP. Books may have that since EPUB 3.3, but many reading systems and
 * checkers are older. What the file really is, the engine looks at once more.
 */
const PORTABLE = { epub: /^(?:\/9j\/|iVBORw0KGgo|R0lGOD)/, html: /^(?:\/9j\/|iVBORw0KGgo|R0lGOD|UklGR)/ };

/** What images go into. */
export type Holder = keyof typeof PORTABLE;

/** Drawings are made for screens of two pixels to each of CSS. */
const DRAWING_SCALE = 2;

/** The longest side of what is drawn, in pixels: as much as the largest reading systems show. */
const LONGEST_SIDE = 2400;

/** The image in base64; nothing where the browser cannot show it. */
export async function portableImage({ type, file }: ImageFile, holder: Holder): Promise<string | undefined> {
  if (PORTABLE[holder].test(file)) return file;
  const isDrawing = type.startsWith('image/svg');
  const image = document.createElementNS('http://www.w3.org/1999/xhtml', 'img') as HTMLImageElement;
  // In an image nothing runs and nothing is fetched.
  image.src = `data:${type};base64,${file}`;
  const loaded = await image.decode().then(() => true, () => false);
  const { naturalWidth: width, naturalHeight: height } = image;
  if (!loaded || width === 0 || height === 0) return undefined;
  const scale = Math.min(isDrawing ? DRAWING_SCALE : 1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  if (!isDrawing) {
    // JPEG knows no transparency.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const drawn = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, isDrawing ? 'image/png' : 'image/jpeg', 0.9));
  return drawn === null ? undefined : inBase64(drawn);
}
