//! A very long article comes while it is being read: its beginning at once, the rest a little at a time.

import type { Article, Block } from '../engine/article.ts';
import { growingDocument, isHuge } from './document.ts';

/** So long at a stretch the browser does nothing else, in milliseconds; what it then has to lay out comes on top. */
const STRETCH = 20;

/** So long a page that always has something to do may keep it waiting, in milliseconds. */
const PATIENCE = 100;

/** An article that is there, or comes. */
export interface Growth {
  page: HTMLElement;
  /** The blocks of the body as they are shown. */
  shown: readonly Block[];
  /** The blocks of the body that are there. */
  blocks: readonly HTMLElement[];
  /** Calls with each part below the head: those that are there, and those that come. */
  eachPart(listener: (part: HTMLElement) => void): void;
  /** Calls with the block of this number when it is there: at once, where it is. */
  whenThere(block: number, listener: (block: HTMLElement) => void): void;
  /** Calls when all of it is there: at once, where it is. */
  onWhole(listener: () => void): void;
  /** Has all of it there now, for what cannot do with less. */
  finish(): void;
  /** Has the rest come without waiting until the browser has nothing else to do: somebody waits for it. */
  hurry(): void;
  /** Goes on until all is there. */
  goOn(gone: AbortSignal): void;
}

/** Begins: with the whole article, unless it is huge. */
export function growing(article: Article, url: string): Growth {
  const { page, shown, rest } = growingDocument(article, url);
  const parts: HTMLElement[] = [];
  const blocks: HTMLElement[] = [];
  const partListeners: ((part: HTMLElement) => void)[] = [];
  const wholeListeners: (() => void)[] = [];
  let isWhole = false;
  let isHurried = false;

  const step = () => {
    const { value: part, done } = rest.next();
    if (part instanceof HTMLElement) {
      parts.push(part);
      if (part.matches('.body')) blocks.push(...part.querySelectorAll<HTMLElement>(':scope > *'));
      for (const listener of partListeners) listener(part);
    }
    if (done !== true || isWhole) return;
    isWhole = true;
    for (const listener of wholeListeners) listener();
  };
  const finish = () => { while (!isWhole) step(); };
  const goOn = (gone: AbortSignal) => {
    if (isWhole) return;
    const stretch = () => {
      if (gone.aborted) return;
      for (const until = performance.now() + STRETCH; performance.now() < until && !isWhole;) step();
      goOn(gone);
    };
    if (isHurried) setTimeout(stretch);
    else requestIdleCallback(stretch, { timeout: PATIENCE });
  };

  if (isHuge(article)) while (parts.length === 0) step();
  else finish();
  const eachPart = (listener: (part: HTMLElement) => void) => {
    for (const part of parts) listener(part);
    partListeners.push(listener);
  };
  return {
    page, shown, blocks, eachPart, finish, goOn,
    hurry: () => { isHurried = true; },
    whenThere(number, listener) {
      let isTold = false;
      eachPart(() => {
        const block = blocks[number];
        if (block === undefined || isTold) return;
        isTold = true;
        listener(block);
      });
    },
    onWhole(listener) {
      if (isWhole) listener();
      else wholeListeners.push(listener);
    },
  };
}
