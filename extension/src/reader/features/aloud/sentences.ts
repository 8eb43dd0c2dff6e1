//! The article in sentences, each with its place in the text. They are made where they are asked for: those of a very long
//! article would take seconds.

import { firstOf, SECTIONS } from '../../flow/anchor.ts';
import type { Flow } from '../../flow/flow.ts';
import { joined, rangeOf, textPieces } from '../../text-pieces.ts';

/** A piece of text that is spoken in one go. */
export interface Sentence {
  text: string;
  lang: string;
  block: HTMLElement;
  /** The place of its characters from `start` up to `end`, or of all of them. */
  range(start?: number, end?: number): Range;
}

/** The way through the sentences. */
export interface Sentences {
  /** The very first. */
  first(): Sentence | undefined;
  /** The first that is not behind. */
  ahead(flow: Flow): Sentence | undefined;
  /** The first of the block that this is in. */
  at(target: Element): Sentence | undefined;
  /** The one after this, or before it; none at the end. */
  next(sentence: Sentence, by: 1 | -1): Sentence | undefined;
}

/** What is read aloud, in this order; tables, code and cards are looked at, not heard. */
const SPOKEN = 'h1, .excerpt, .body :is(p, h2, h3, h4, h5, h6, figcaption, summary)';
const SILENT = '.table, .code, .embed, .math-block';

/** Engines stop silently in long texts: Chromium's after some 15 seconds. A longer sentence is cut at a comma. */
const LONGEST = 200;

/** The sentences of the article; `finish` has the rest of it come. */
export function sentences(page: HTMLElement, finish: () => void): Sentences {
  const known = new WeakMap<HTMLElement, Sentence[]>();
  const of = (block: HTMLElement): Sentence[] => {
    const made = known.get(block) ?? sentencesOf(block);
    known.set(block, made);
    return made;
  };
  const isSpoken = (block: Element) => block.closest(SILENT) === null;
  const says = (block: HTMLElement) => isSpoken(block) && of(block).length > 0;
  const blocksOf = (section: Element | undefined) => [...section?.querySelectorAll<HTMLElement>(SPOKEN) ?? []].filter(isSpoken);

  /** The block after this one, or before it, that says something. */
  const nextBlock = (from: HTMLElement, by: 1 | -1): HTMLElement | undefined => {
    const sections = [...page.querySelectorAll(SECTIONS)];
    let at = sections.findIndex(section => section.contains(from));
    let blocks = blocksOf(sections[at]);
    blocks = by === 1 ? blocks.slice(blocks.indexOf(from) + 1) : blocks.slice(0, blocks.indexOf(from)).reverse();
    for (;;) {
      const found = blocks.find(says);
      if (found !== undefined) return found;
      at += by;
      if (sections[at] === undefined) return undefined;
      blocks = blocksOf(sections[at]);
      if (by === -1) blocks.reverse();
    }
  };
  const first = () => {
    const block = firstOf(page, SPOKEN, says);
    return block === undefined ? undefined : of(block)[0];
  };

  return {
    first,
    ahead(flow) {
      const block = firstOf(page, SPOKEN, each => flow.ahead(each).end > 0 && says(each), flow);
      return block === undefined ? first() : of(block)[0];
    },
    at(target) {
      let found: HTMLElement | undefined;
      for (let each: Element | null = target; each !== null; each = each.parentElement) {
        if (each instanceof HTMLElement && each.matches(SPOKEN) && says(each)) found = each;
      }
      return found === undefined ? undefined : of(found)[0];
    },
    next(sentence, by) {
      const own = of(sentence.block);
      const beside = own[own.indexOf(sentence) + by];
      if (beside !== undefined) return beside;
      let block = nextBlock(sentence.block, by);
      if (block === undefined && by === 1) {
        finish();
        block = nextBlock(sentence.block, by);
      }
      return block === undefined ? undefined : of(block).at(by === 1 ? 0 : -1);
    },
  };
}

function sentencesOf(block: HTMLElement): Sentence[] {
  const pieces = textPieces(block);
  const text = joined(pieces);
  const lang = block.closest<HTMLElement>('[lang]:not([lang=""])')?.lang ?? '';
  return [...segments(text, lang)].map(({ start, end }) => ({
    text: text.slice(start, end),
    lang,
    block,
    range: (from = 0, to = end - start) => rangeOf(pieces, start + from, start + to),
  }));
}

function* segments(text: string, lang: string): Generator<{ start: number; end: number }> {
  for (const { segment, index } of new Intl.Segmenter(known(lang), { granularity: 'sentence' }).segment(text)) {
    let start = index;
    const end = index + segment.trimEnd().length;
    while (end - start > LONGEST) {
      const cut = cutOf(text.slice(start, start + LONGEST));
      yield { start, end: start + cut };
      start += cut;
    }
    if (end > start) yield { start, end };
  }
}

/** After the last comma or the like, else after the last space, else anywhere. */
function cutOf(text: string): number {
  const comma = text.search(/[,;:、，；：—–][^,;:、，；：—–]*$/);
  if (comma > LONGEST / 4) return comma + 1;
  const space = text.lastIndexOf(' ');
  return space > 0 ? space + 1 : LONGEST;
}

function known(lang: string): string | undefined {
  try {
    return Intl.Segmenter.supportedLocalesOf(lang)[0];
  } catch {
    return undefined;
  }
}
