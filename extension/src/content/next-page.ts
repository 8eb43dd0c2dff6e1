//! The next page of an article: fetched when the person asks for it, from the same origin only, and joined to what is
//! shown.

import type { Article } from '../engine/article.ts';
import { ask } from '../platform/messages.ts';
import { readFetched } from './read.ts';

/** A page that is larger is not fetched to its end. In bytes; the engine itself takes more. */
const MAX_BYTES = 10_000_000;

/** How long a page may take, in milliseconds. */
const PATIENCE = 20_000;

/** An article of more pages is a list of something else. */
const MAX_PAGES = 40;

/** The article with its next page; fails where there is none that can be read. */
export async function withNextPage(article: Article): Promise<Article> {
  const address = article.nextPage ?? '';
  const seams = article.blocks.flatMap(({ body }) => body.kind === 'seam' ? [body.url] : []);
  if ([document.URL, ...seams].includes(address) || seams.length + 2 > MAX_PAGES) throw new Error('no page further on');
  const fetched = await fetchedDocument(address);
  const { result } = await readFetched(fetched.documentElement.outerHTML, address);
  if (!('article' in result)) throw new Error(result.error);
  return (await ask({ kind: 'join', article, next: result.article, url: address }, 'joined')).article;
}

/**
 * The document at an address of this origin, as the browser reads it: in its own encoding, and inert, for a document
 * that was asked for so runs no script, loads nothing and is shown nowhere. Chromium lets this script connect to the
 * page's origin; Firefox to what the page's own policy lets the page connect to.
 */
function fetchedDocument(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    if (!isSameOrigin(address)) return reject(new Error('a page of another origin'));
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    const fail = () => reject(new Error(`no page came: ${request.status}`));
    request.addEventListener('progress', ({ loaded }) => { if (loaded > MAX_BYTES) request.abort(); });
    request.addEventListener('load', () => {
      const page = request.response as Document | null;
      // A redirection may have led elsewhere.
      if (request.status === 200 && page?.documentElement && isSameOrigin(request.responseURL)) resolve(page);
      else fail();
    });
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, fail);
    request.send();
  });
}

function isSameOrigin(address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === location.origin;
}
