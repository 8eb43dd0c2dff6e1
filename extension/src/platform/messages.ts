//! Messages between the content script and the background: one union for each way, checked where they arrive
//! (`background/requests.ts`).

import type { Article } from '../engine/article.ts';
import type { Facts } from '../engine/capture.ts';
import type { Format, Outcome, ReadOptions } from '../engine/engine.ts';
import type { CarriedImage } from '../library/file-images.ts';
import type { Font } from '../settings/fonts.ts';
import { api } from './browser.ts';
import type { ImageFile } from './image-file.ts';

/** To the background. A reading takes two: first the page, then what layout knows of the elements it asked for. */
export type Request =
  | ReadingRequest
  | { kind: 'font'; font: Font }
  | { kind: 'syllables'; lang: string; words: string[] }
  | { kind: 'write'; article: Article; format: Format; images: CarriedImage[] }
  /** An image that the page may not have: the background tries. */
  | { kind: 'read-image'; src: string }
  | { kind: 'join'; article: Article; next: Article; url: string }
  | { kind: 'keep'; url: string; article: Article }
  /** An image of a kept article, in base64; null where the page may not have it, and the background must try. */
  | { kind: 'keep-image'; url: string; src: string; image: ImageFile | null }
  | { kind: 'unkeep' | 'ask-kept'; url: string }
  | { kind: 'open'; page: OwnPage; about: string };

/** The pages of the extension. */
export const OWN_PAGES = ['library', 'options'] as const;
export type OwnPage = (typeof OWN_PAGES)[number];

export type ReadingRequest =
  /** A page; without its document where that came with the answer to a click: `Session.handOver`. */
  | { kind: 'page'; html: string | null; url: string }
  | { kind: 'facts'; facts: Facts; options: ReadOptions };

/** From the background, in answer to each request. */
export type Reply =
  /** Null where the document did not come: it has to be sent. */
  | { kind: 'candidates'; elements: number[] | null }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'font'; files: string[] }
  /** Where the syllables of each word begin; null where nothing is known of the language. */
  | { kind: 'syllables'; breaks: number[][] | null }
  /** A file in base64; null where the article could not be written. */
  | { kind: 'written'; file: string | null }
  | { kind: 'image'; image: ImageFile | null }
  /** An article with the page behind it. */
  | { kind: 'joined'; article: Article }
  /** Whether the article is in the reading list now. */
  | { kind: 'kept'; kept: boolean }
  | { kind: 'opened' };

/** A conversation with the background. */
export interface Conversation {
  ask<Kind extends Reply['kind']>(request: Request, kind: Kind): Promise<Extract<Reply, { kind: Kind }>>;
  end(): void;
}

/** Begins a conversation; the background stays awake until its end. */
export function converse(): Conversation {
  const port = api.runtime.connect();
  return {
    ask: (request, kind) => new Promise((resolve, reject) => {
      const onDisconnect = () => reject(new Error('the background went away'));
      const onMessage = (reply: Reply) => {
        port.onMessage.removeListener(onMessage);
        port.onDisconnect.removeListener(onDisconnect);
        if (reply.kind === kind) resolve(reply as Extract<Reply, { kind: typeof kind }>);
        else reject(new Error(`the background answered with ${reply.kind}`));
      };
      port.onMessage.addListener(onMessage);
      port.onDisconnect.addListener(onDisconnect);
      port.postMessage(request);
    }),
    end: () => port.disconnect(),
  };
}

/** Asks one thing. A background that was just being put to sleep is asked once more: it wakes for that. */
export async function ask<Kind extends Reply['kind']>(request: Request, kind: Kind): Promise<Extract<Reply, { kind: Kind }>> {
  return askOnce(request, kind).catch(() => askOnce(request, kind));
}

async function askOnce<Kind extends Reply['kind']>(request: Request, kind: Kind): Promise<Extract<Reply, { kind: Kind }>> {
  const background = converse();
  try {
    return await background.ask(request, kind);
  } finally {
    background.end();
  }
}
