//! Pages that the tests serve.

import { readFileSync } from 'node:fs';

/** The policy of a page that allows almost nothing. */
export const STRICT = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; require-trusted-types-for 'script'";

/** An article with everything that a click must deal with, and its image. */
export const ARTICLE = readFileSync(new URL('pages/sample.html', import.meta.url), 'utf8');
export const HARBOR = { body: readFileSync(new URL('pages/harbor.svg', import.meta.url), 'utf8'), type: 'image/svg+xml' };

/** Some sixty words of prose. */
export const PARAGRAPH = 'The lamp was lit at dusk by whoever happened to be nearest, which in practice meant the same four people in turn. '.repeat(3);

/** A page with a form, an inner scroller, a style sheet of its own, and an observer that counts every change to the document. */
export const BUSY = `<!DOCTYPE html><html lang="en"><head><title>Busy</title></head><body>
<h1>The lamp on the mole</h1>
<article>${`<p>${PARAGRAPH}</p>`.repeat(40)}</article>
<form><input id="name" value="empty"><input id="tick" type="checkbox"><textarea id="text"></textarea></form>
<div id="box" style="height: 80px; overflow: auto"><div style="height: 900px">Inside</div></div>
<a id="link" href="#x">A link</a>
<script>
  const own = new CSSStyleSheet();
  own.replaceSync('article { color: rgb(10, 20, 30) }');
  document.adoptedStyleSheets = [own];
  window.sheetsAreOwn = () => document.adoptedStyleSheets.length === 1 && document.adoptedStyleSheets[0] === own;
  window.seen = [];
  const note = node => node.nodeType === 1 ? node.localName : node.nodeName;
  new MutationObserver(records => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      seen.push([type, note(target), ...[...addedNodes].map(node => '+' + note(node)), ...[...removedNodes].map(node => '-' + note(node))].join(' '));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.heard = [];
  for (const type of ['keydown', 'keyup', 'click', 'pointerdown', 'copy', 'wheel']) document.addEventListener(type, () => heard.push(type));
</script></body></html>`;

const ACCOUNT = 'The keeper of the lamp wrote a second account, shorter and less kind, which hung beside the door for years. '.repeat(4);

/** The same with a second text beside it. */
export const TWO_PARTS = BUSY.replace('<form>', `<aside class="other-account"><p>${ACCOUNT}</p><p>${ACCOUNT}</p></aside><form>`);

const TEASERS = ['The ferry that forgot its captain', 'Ten lighthouses you can sleep in', 'Why gulls prefer Tuesdays', 'A rope shop closes',
  'Fog expected', 'The smallest pier', 'Salt prices fall', 'New buoys for the north channel', 'Harbor dogs, ranked', 'Tide tables for June'];

/** A page that lists other pages: there is text, but no article. */
export const NO_ARTICLE = `<!DOCTYPE html><html lang="en"><head><title>The Coastal Review</title><meta property="og:type" content="website"></head><body>
<nav><a href="/a">Harbors</a> <a href="/b">Weather</a></nav>
<main>${TEASERS.map((title, index) => `<div class="card"><h3><a href="/story/${index}">${title}</a></h3><p><a href="/story/${index}">Read on</a></p></div>`).join('')}</main>
<p id="few">Nothing here but <b id="these">these few words</b>, and they are not an article either.</p></body></html>`;
