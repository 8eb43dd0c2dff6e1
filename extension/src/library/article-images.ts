//! The images in an article's tree: which there are, and the same article with others in their places.

import type { Article } from '../engine/article.ts';
import { isRecord } from '../platform/shape.ts';

/** Images that are part of the page itself are in the article already. */
const ELSEWHERE = /^https?:/;

/** The addresses of all images that begin so, each once. */
export function imageAddresses({ blocks, notes, comments }: Article, beginning = ELSEWHERE): string[] {
  const found = new Set<string>();
  visit([blocks, notes, comments], image => { found.add(image.src); });
  return [...found].filter(address => beginning.test(address));
}

/** The article with images from elsewhere, where there is another for one. */
export function withImages(article: Article, others: Map<string, string>): Article {
  const copy = structuredClone(article);
  visit([copy.blocks, copy.notes, copy.comments], image => {
    const other = others.get(image.src);
    if (other !== undefined) Object.assign(image, { src: other, candidates: [] });
  });
  return copy;
}

/** Calls back with everything that is an image: it alone has a text for those who do not see it. */
function visit(value: unknown, found: (image: { src: string }) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, found);
  } else if (isRecord(value)) {
    if (typeof value['src'] === 'string' && typeof value['alt'] === 'string') found(value as { src: string });
    for (const each of Object.values(value)) visit(each, found);
  }
}
