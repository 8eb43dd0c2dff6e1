//! What the background lets in: requests of exactly these shapes, from the extension's own pages and content scripts.
//!
//! A page cannot send here. An outdated content script of ours can; and in Chromium a page that has taken over its process
//! speaks in our content script's name. So a content script is believed about its own site only.

import { isArticle } from '../engine/article-shape.ts';
import type { ElementFacts, Facts } from '../engine/capture.ts';
import { FORMATS, type ReadOptions } from '../engine/engine.ts';
import type { CarriedImage } from '../library/file-images.ts';
import { api } from '../platform/browser.ts';
import { FONT_NAMES } from '../settings/fonts.ts';
import { IMAGE_SHAPE } from '../platform/image-file.ts';
import { OWN_PAGES, type Request } from '../platform/messages.ts';
import { exactly, isBoolean, isCount, isNumber, isString, listOf, maybe, oneOf, tuple, variant, type Check, type Shape } from '../platform/shape.ts';

type Sender = chrome.runtime.MessageSender;

/** The extension's own page, or its script in a tab's page itself: none is ever put into a frame. */
export function isOwn(sender: Sender): boolean {
  return sender.id === api.runtime.id && (isOwnPage(sender) || (sender.tab !== undefined && sender.frameId === 0));
}

/** Whether it is a request. */
export function isRequest(value: unknown): value is Request {
  return REQUEST(value);
}

/** A content script reads and keeps what is of its own page's origin. */
export function mayAsk(request: Request, sender: Sender): boolean {
  return !('url' in request) || isOwnPage(sender) || originOf(request.url) === originOf(sender.url ?? '');
}

function isOwnPage({ url }: Sender): boolean {
  return url !== undefined && url.startsWith(api.runtime.getURL(''));
}

/** Files have none, and so share one. */
function originOf(url: string): string | undefined {
  return URL.parse(url)?.origin;
}

const FACTS = exactly({
  viewportWidth: isNumber,
  pixelRatio: isNumber,
  elements: listOf(exactly({
    element: isCount, visible: isBoolean, rect: tuple(isNumber, isNumber, isNumber, isNumber), fontSize: isNumber, currentSrc: isString,
  } satisfies Shape<ElementFacts>)),
} satisfies Shape<Facts>);

const OPTIONS = exactly({ readAnyway: maybe(isBoolean), root: maybe(isCount), restore: maybe(listOf(isCount)) } satisfies Shape<ReadOptions>);

/** Only what the web has, and files: an address of the extension's own would be one that a page may not ask for. */
function isAddress(value: unknown): boolean {
  return isString(value) && /^(https?|file):/.test(value);
}

/** A request of each kind, property by property. */
const SHAPES: { [Kind in Request['kind']]: Shape<Omit<Extract<Request, { kind: Kind }>, 'kind'>> } = {
  page: { html: html => html === null || isString(html), url: isString },
  facts: { facts: FACTS, options: OPTIONS },
  font: { font: oneOf(...FONT_NAMES) },
  syllables: { lang: isString, words: listOf(isString) },
  write: { article: isArticle, format: oneOf(...FORMATS), images: listOf(exactly({ src: isString, file: IMAGE_SHAPE.file } satisfies Shape<CarriedImage>)) },
  // Without cookies: what comes back is what anybody gets.
  'read-image': { src: isAddress },
  join: { article: isArticle, next: isArticle, url: isAddress },
  keep: { url: isAddress, article: isArticle },
  'keep-image': { url: isAddress, src: isAddress, image: image => image === null || exactly(IMAGE_SHAPE)(image) },
  unkeep: { url: isString },
  'ask-kept': { url: isString },
  // What a page of ours is opened about stands behind its `#`.
  open: { page: oneOf(...OWN_PAGES), about: about => about === '' || (isString(about) && about.startsWith('#')) },
};

const REQUEST = variant(Object.fromEntries(Object.entries<Record<string, Check>>(SHAPES).map(([kind, shape]) => [kind, exactly({ ...shape, kind: isString })])));
