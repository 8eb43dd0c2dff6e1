//! Pages that notice what a payload does: it calls `pwned`, opens a dialog, or asks the server for something.

/**
 * Runs first in a page. What a payload calls is noted, in the page's own world: that is where its scripts would run. Once
 * the reader is asked for, what the page's own elements do of an event is not: a focus that is lost, an image that fails late.
 * A handler in the reader's tree would be told of no event (`window.event` is not set there), and is noted.
 */
export const WATCH = `window.__pwned = [];
const isOwn = event => event !== undefined && (event.currentTarget === window || document.contains(event.currentTarget));
for (const name of ['pwned', 'alert', 'confirm', 'prompt', 'print']) {
  window[name] = (...said) => { if (!(window.__asked && isOwn(window.event))) __pwned.push(name + '(' + said.join() + ')'); };
}`;

const PARAGRAPH = 'The lamp on the mole was lit at dusk by whoever happened to be nearest, which in practice meant the same four people in turn, and nobody could say any more who had begun it.';

/**
 * An article with these payloads between its paragraphs. Each becomes elements by itself, so that none can swallow
 * another, and what the browser made of it is what the extension captures.
 */
export function bodyPage(title, payloads) {
  const data = JSON.stringify(payloads.map(({ html }) => html)).replaceAll('<', '\\u003c');
  const paragraphs = payloads.map((_, at) => `<p>${PARAGRAPH} (${at})</p><div></div>`).join('\n');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><script>${WATCH}</script></head><body>
<main><article><h1>${title}</h1>${paragraphs}<p>${PARAGRAPH} (last)</p></article></main>
<script>{
  const places = [...document.querySelectorAll('article > div')];
  for (const [at, html] of ${data}.entries()) places[at].innerHTML = html;
}</script></body></html>`;
}

/** `template` with `value` in its places, as `tests/hostile.rs` fills it. */
export function filled(template, value) {
  const json = JSON.stringify(value).slice(1, -1).replaceAll('</', '<\\/');
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return template.replaceAll('{{json}}', () => json).replaceAll('{{attr}}', () => text).replaceAll('{{text}}', () => text);
}

/** A document that was exported, watched. */
export function watched(document) {
  return document.replace('<head>', () => `<head><script>//<![CDATA[\n${WATCH}\n//]]></script>`);
}
