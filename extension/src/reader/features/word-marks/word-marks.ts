//! Marks in words, as aids for those who read with effort: how a word begins, and its syllables. They are CSS highlights
//! of what is on screen: no node of the article changes, so that words can still be found, copied and read aloud.

import { PART, SECTIONS } from '../../flow/anchor.ts';
import type { View } from '../../view.ts';
import { beginningOf, wordsOf, type Word } from './words.ts';
import { syllables } from './syllables.ts';

/** Names in the registry of the page's document. */
const BEGINNING = 'lectern-beginning';
const SYLLABLE = 'lectern-syllable';

const BLOCKS = '.excerpt, :is(.body, .notes) :is(p, li, dd, dt, blockquote, figcaption)';

/** Marks blocks as they come near the window. */
export function wordMarks({ article, dialog, document: page, eachPart, settings, gone }: View): void {
  const marks = { [BEGINNING]: new Map<Element, StaticRange[]>(), [SYLLABLE]: new Map<Element, StaticRange[]>() };
  const lang = article.metadata.lang ?? '';
  let observer: IntersectionObserver | undefined;
  /** Looks which parts of a very long article are near: one that watched all blocks would cost each frame what their number costs. */
  let parts: IntersectionObserver | undefined;
  let way = '';

  const paint = () => {
    for (const [name, byBlock] of Object.entries(marks)) {
      const ranges = [...byBlock.values()].flat();
      if (ranges.length === 0) CSS.highlights.delete(name);
      else CSS.highlights.set(name, new Highlight(...ranges));
    }
  };
  const unmark = (block: Element) => {
    for (const byBlock of Object.values(marks)) byBlock.delete(block);
  };
  const mark = async (blocks: Element[]) => {
    const { bionic, syllables: wanted } = settings.current;
    const words = blocks.map(block => [block, wordsOf(block)] as const);
    if (bionic) for (const [block, own] of words) marks[BEGINNING].set(block, own.flatMap(word => beginningOf(word) ?? []));
    if (wanted) {
      const known = await syllables(lang, words.flatMap(([, own]) => own.map(({ text: word }) => word)));
      if (gone.aborted || !settings.current.syllables) return;
      dialog.toggleAttribute('data-no-syllables', known === undefined);
      for (const [block, own] of words) marks[SYLLABLE].set(block, known === undefined ? [] : own.flatMap(word => everySecond(word, known(word.text))));
    }
    paint();
  };

  const follow = () => {
    const { bionic, syllables: wanted } = settings.current;
    if (way === `${bionic} ${wanted}`) return;
    way = `${bionic} ${wanted}`;
    for (const each of [observer, parts]) each?.disconnect();
    observer = parts = undefined;
    for (const byBlock of Object.values(marks)) byBlock.clear();
    paint();
    if (!bionic && !wanted) return;
    const near = { root: dialog, rootMargin: '100%' };
    observer = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) if (!isIntersecting) unmark(target);
      void mark(entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target));
    }, near);
    const watched = new Set<Element>();
    parts = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          watched.add(target);
          watchBlocks(target);
        } else if (watched.delete(target)) {
          for (const block of target.querySelectorAll(BLOCKS)) {
            observer?.unobserve(block);
            unmark(block);
          }
        }
      }
    }, near);
    for (const section of page.querySelectorAll(SECTIONS)) watch(section);
  };
  const watchBlocks = (section: Element) => {
    for (const block of section.querySelectorAll(BLOCKS)) observer?.observe(block);
  };
  const watch = (section: Element) => {
    if (section.matches(PART)) parts?.observe(section);
    else watchBlocks(section);
  };
  eachPart(watch);
  settings.onChange(follow, gone);
  follow();
  gone.addEventListener('abort', () => {
    for (const each of [observer, parts]) each?.disconnect();
    for (const name of Object.keys(marks)) CSS.highlights.delete(name);
  });
}

/** The second syllable of a word, the fourth, and so on. */
function everySecond({ node, start, text: word }: Word, breaks: number[]): StaticRange[] {
  const ends = [...breaks, word.length];
  return breaks.flatMap((from, index) => index % 2 === 0
    ? new StaticRange({ startContainer: node, startOffset: start + from, endContainer: node, endOffset: start + (ends[index + 1] ?? word.length) })
    : []);
}
