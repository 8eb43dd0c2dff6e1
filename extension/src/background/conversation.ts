//! What answers one content script or page of ours: readings, where they are done here, files, the reading list.

import { imageAddresses } from '../library/article-images.ts';
import { isKept, keep, keepImage, keptArticle, unkeep } from '../library/database.ts';
import { bytesOf } from '../platform/base64.ts';
import { api } from '../platform/browser.ts';
import { imageFile } from '../platform/image-file.ts';
import type { Reply, Request } from '../platform/messages.ts';
import { reading } from './engine.ts';
import { fontFiles } from './fonts.ts';
import { syllableBreaks } from './syllables.ts';
import { joined, written } from './writer.ts';

/** Begins a conversation with a tab's content script, or with a page of ours. */
export function conversation(tabId: number | undefined): (request: Request) => Promise<Reply> {
  const read = reading(tabId);
  return async request => {
    switch (request.kind) {
      case 'page':
      case 'facts':
        return read(request);
      case 'font':
        return { kind: 'font', files: await fontFiles(request.font) };
      case 'syllables':
        return { kind: 'syllables', breaks: await syllableBreaks(request.lang, request.words) };
      case 'write':
        return { kind: 'written', file: await written(request.article, request.format, request.images) };
      case 'read-image':
        return { kind: 'image', image: await imageFile(request.src) ?? null };
      case 'join':
        return { kind: 'joined', article: await joined(request.article, request.next, request.url) };
      case 'keep':
        await keep(request.url, request.article);
        return { kind: 'kept', kept: true };
      case 'keep-image':
        return { kind: 'kept', kept: await storeImage(request) };
      case 'unkeep':
        await unkeep(request.url);
        return { kind: 'kept', kept: false };
      case 'ask-kept':
        return { kind: 'kept', kept: await isKept(request.url) };
      case 'open':
        await api.tabs.create({ url: api.runtime.getURL(`${request.page}.html${request.about}`) });
        return { kind: 'opened' };
    }
  };
}

/** Whether the image could be had. It is one of an article that is kept, before it is fetched and after. */
async function storeImage({ url, src, image }: Extract<Request, { kind: 'keep-image' }>): Promise<boolean> {
  const kept = await keptArticle(url);
  if (kept === undefined || !imageAddresses(kept.article).includes(src)) return false;
  const found = image ?? await imageFile(src);
  if (found === undefined || !await isKept(url)) return false;
  await keepImage({ url, src, type: found.type, bytes: bytesOf(found.file).buffer });
  return true;
}
