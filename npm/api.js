//! The package's functions, once the module runs.

import * as engine from './lectern.js';

/** Why there is no article. */
export class NotReadable extends Error {
  constructor(reason) {
    super(SENTENCES[reason] ?? reason);
    this.name = 'NotReadable';
    this.reason = reason;
  }
}

const SENTENCES = {
  'empty': 'This page has no text to read yet.',
  'no-article': 'No article was found on this page.',
  'listing': 'This page is a list of other pages, not an article.',
  'too-large': 'This page is too large for the reader.',
};

export function extract(html, url = '', options = {}) {
  const answer = JSON.parse(engine.readDocument(html, url, JSON.stringify(options)));
  if (typeof answer === 'string') throw new NotReadable(answer);
  return answer;
}

export function isReadable(html) {
  return engine.isReadable(html);
}

export function toMarkdown(article) {
  return written(article, 'markdown');
}

export function toHtml(article, images) {
  return written(article, 'html', images);
}

export function toText(article) {
  return written(article, 'text');
}

export function toEpub(article, images) {
  return bytesOf(article, 'epub', images);
}

function written(article, format, images) {
  return new TextDecoder().decode(bytesOf(article, format, images));
}

function bytesOf(article, format, images) {
  const bytes = engine.writeArticle(JSON.stringify(article) ?? '', format, images);
  if (bytes === undefined) throw new TypeError('not an article');
  return bytes;
}
