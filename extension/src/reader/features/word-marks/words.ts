//! The words of a block, and how each begins.

/** A word in one node of text. */
export interface Word {
  node: Text;
  start: number;
  text: string;
}

const WORD = /[\p{L}\p{M}](?:[\p{L}\p{M}'’]*[\p{L}\p{M}])?/gu;

/** Programs, formulas and marks are not read as words. */
const NO_WORDS = 'code, kbd, samp, pre, math, rt, rp, .note-reference, .back-link, .embed';

/** Scripts whose letters stand apart: in others a part of a word cannot be set off. */
const ALPHABET = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{M}'’]+$/u;

/** As much of a word is set off, and of a word of up to so many letters one. */
const PART = 0.4;
const SHORT = 3;

/** The words of the block itself, without those of blocks within it. */
export function wordsOf(block: Element): Word[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const words: Word[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || parent.closest(NO_WORDS) !== null) continue;
    if (parent.closest('p, li, dd, dt, blockquote, figcaption') !== block) continue;
    for (const { 0: text, index } of node.data.matchAll(WORD)) words.push({ node, start: index, text });
  }
  return words;
}

/** The letters that a word is known by; nothing in scripts that are not alphabets of single letters. */
export function beginningOf({ node, start, text }: Word): StaticRange | undefined {
  if (!ALPHABET.test(text)) return undefined;
  const length = text.length <= SHORT ? 1 : Math.ceil(text.length * PART);
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: start + length });
}
