//! The article in sentences, each with its place in the text.

import { joined, rangeOf, textPieces } from '../../text-pieces.ts';

/** A piece of text that is spoken in one go. */
export interface Sentence {
  text: string;
  lang: string;
  block: HTMLElement;
  /** The place of its characters from `start` up to `end`, or of all of them. */
  range(start?: number, end?: number): Range;
}

/** What is read aloud, in this order; tables, code and cards are looked at, not heard. */
const SPOKEN = 'h1, .excerpt, .body :is(p, h2, h3, h4, h5, h6, figcaption, summary)';
const SILENT = '.table, .code, .embed, .math-block';

/** Engines stop silently in long texts: Chromium's after some 15 seconds. A longer sentence is cut at a comma. */
const LONGEST = 200;

/** All sentences of the article. */
export function sentences(page: HTMLElement): Sentence[] {
  return [...page.querySelectorAll<HTMLElement>(SPOKEN)].filter(block => block.closest(SILENT) === null).flatMap(sentencesOf);
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
