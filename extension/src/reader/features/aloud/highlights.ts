//! Marks the sentence and the word that are said, without changing a node: CSS custom highlights.

/** Names in the registry of the page's document, so they say whose they are. */
const SENTENCE = 'lectern-sentence';
const WORD = 'lectern-word';

export function markSentence(range: Range | undefined): void {
  CSS.highlights.delete(WORD);
  if (range === undefined) CSS.highlights.delete(SENTENCE);
  else CSS.highlights.set(SENTENCE, new Highlight(range));
}

export function markWord(range: Range): void {
  const word = new Highlight(range);
  word.priority = 1;
  CSS.highlights.set(WORD, word);
}
