//! What the reader can do before there is an article: while the engine reads, the content script waits. The browser compiles each
//! function, loads messages and names of months, and reads style sheets when they are first wanted, which takes longer than making
//! the nodes of an article; so they are wanted here first.

import type { Article } from '../engine/article.ts';
import { articleDocument } from './document.ts';
import { styleSheets } from './overlay.ts';

let rehearsed = false;

/** Reads the style sheets, once. */
export function rehearseLooks(): void {
  styleSheets();
}

/** Makes an article's nodes for nobody, once; they are never in the page. */
export function rehearseArticle(): void {
  if (rehearsed) return;
  rehearsed = true;
  articleDocument(SAMPLE, 'https://example.org/');
}

const SAMPLE: Article = {
  metadata: {
    title: 'A title', byline: ['Ada'], published: '2024-05-03', modified: '2024-06-03', siteName: 'A site', excerpt: 'A summary',
    lang: 'en', dir: 'ltr', leadImage: null, section: null, tags: [], canonical: null, sources: [],
  },
  kind: 'article',
  readable: true,
  blocks: [
    { element: 1, body: { kind: 'paragraph', content: [
      { kind: 'text', text: 'Words' },
      { kind: 'styled', style: 'emphasis', content: [{ kind: 'text', text: 'and more' }] },
      { kind: 'link', href: 'https://example.org/', content: [{ kind: 'text', text: 'elsewhere' }] },
    ] } },
    { body: { kind: 'heading', level: 2, content: [{ kind: 'text', text: 'A heading' }] } },
    { body: { kind: 'list', ordered: false, start: null, items: [{ blocks: [] }] } },
  ],
  notes: [], comments: [], length: { words: 3, minutes: 1 }, candidates: [], removed: [], nextPage: null,
};
