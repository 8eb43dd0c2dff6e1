//! Messages between the content script and the background: one union for each way, checked where they arrive.

import { isArticle, type Article } from '../engine/article.ts';
import type { Facts } from '../engine/capture.ts';
import { FORMATS, type Format, type Outcome, type ReadOptions } from '../engine/engine.ts';
import { FONT_NAMES, type Font } from '../settings/fonts.ts';
import { api } from './browser.ts';
import type { ImageFile } from './image-file.ts';
import { isRecord } from './shape.ts';

/** To the background. A reading takes two: first the page, then what layout knows of the elements it asked for. */
export type Request =
  | ReadingRequest
  | { kind: 'font'; font: Font }
  | { kind: 'syllables'; lang: string; words: string[] }
  | { kind: 'write'; article: Article; format: Format }
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
  | { kind: 'page'; html: string; url: string }
  | { kind: 'facts'; facts: Facts; options: ReadOptions };

/** From the background, in answer to each request. */
export type Reply =
  | { kind: 'candidates'; elements: number[] }
  | { kind: 'outcome'; outcome: Outcome }
  | { kind: 'font'; files: string[] }
  /** Where the syllables of each word begin; null where nothing is known of the language. */
  | { kind: 'syllables'; breaks: number[][] | null }
  /** A file in base64; null where the article could not be written. */
  | { kind: 'written'; file: string | null }
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

/** Asks one thing. */
export async function ask<Kind extends Reply['kind']>(request: Request, kind: Kind): Promise<Extract<Reply, { kind: Kind }>> {
  const background = converse();
  try {
    return await background.ask(request, kind);
  } finally {
    background.end();
  }
}

/**
 * Answers the conversations of this extension's own content scripts. `begin` makes what answers one of them.
 * A request that is none, or an answer that fails, ends the conversation.
 */
export function listen(begin: () => (request: Request) => Promise<Reply>): void {
  api.runtime.onConnect.addListener(port => {
    if (port.sender?.id !== api.runtime.id) return port.disconnect();
    const reply = begin();
    port.onMessage.addListener((request: unknown) => {
      if (!isRequest(request)) return port.disconnect();
      reply(request).then(answer => port.postMessage(answer)).catch(() => port.disconnect());
    });
  });
}

/** A page cannot send here, but an outdated content script of ours can: the shape is checked, not assumed. */
function isRequest(value: unknown): value is Request {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'page': return typeof value['html'] === 'string' && typeof value['url'] === 'string';
    case 'facts': return isRecord(value['facts']) && isRecord(value['options']);
    case 'font': return FONT_NAMES.some(font => font === value['font']);
    case 'syllables': return typeof value['lang'] === 'string' && Array.isArray(value['words']) && value['words'].every(word => typeof word === 'string');
    case 'write': return isArticle(value['article']) && FORMATS.some(format => format === value['format']);
    case 'join': return isArticle(value['article']) && isArticle(value['next']) && typeof value['url'] === 'string';
    case 'keep': return typeof value['url'] === 'string' && isArticle(value['article']);
    case 'keep-image': return typeof value['url'] === 'string' && typeof value['src'] === 'string' && (value['image'] === null
      || (isRecord(value['image']) && typeof value['image']['type'] === 'string' && value['image']['type'].startsWith('image/') && typeof value['image']['file'] === 'string'));
    case 'unkeep':
    case 'ask-kept': return typeof value['url'] === 'string';
    case 'open': return OWN_PAGES.some(page => page === value['page']) && typeof value['about'] === 'string';
    default: return false;
  }
}
