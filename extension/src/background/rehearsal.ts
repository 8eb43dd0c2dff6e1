//! A page that the engine reads for nobody. Chromium compiles each function of a module when it is first called, and again, better,
//! when it was called often: the first reading takes many times as long as later ones. So the engine has read before the person's
//! page arrives.

import type { Engine } from '../engine/wasm.ts';

/** The first takes 90 ms, the others 5 to 10. After six the first page of a person takes little longer than its second reading. */
const ROUNDS = 6;

/** How often the rehearsed article says everything: a function is compiled better after some work, not after some calls. */
const REPEATS = 8;

/** Reads a page with one of most things in it, some times, until a person's page comes in between. */
export async function rehearse(engine: Engine, isWanted: () => boolean): Promise<void> {
  const facts = { viewportWidth: 1280, pixelRatio: 1, elements: [] };
  for (let round = 0; round < ROUNDS && isWanted(); round += 1) {
    engine.capture(PAGE, 'https://example.org/2024/05/a-story').read(facts, {});
    // Lets in what has come meanwhile.
    await new Promise(resolve => setTimeout(resolve));
  }
}

const SENTENCE = 'The harbor was quiet that morning, and nobody in the town remembered a winter like it, said Ada Example on 3 May 2024.';
const PARAGRAPH = `<p>${SENTENCE} <a href="/more?id=1#part">${SENTENCE}</a> <b>It was <i>cold</i></b>&nbsp;&amp; dark. ${SENTENCE}</p>`;

const BODY = `${PARAGRAPH}<figure><img data-src="/a.jpg" srcset="/a.jpg 640w, /b.jpg 1280w" alt="A harbor" width="640" height="360"><figcaption>The harbor</figcaption></figure>
${PARAGRAPH}<h2 id="part">The ice</h2><ul><li>${SENTENCE}</li><li>${SENTENCE}</li></ul><ol><li>one</li></ol><blockquote><p>${SENTENCE}</p></blockquote>
<table><thead><tr><th>Year</th><th>Ice</th></tr></thead><tbody><tr><td>2023</td><td>1</td></tr><tr><td>2024</td><td>2</td></tr></tbody></table>
<pre><code class="language-js">const ice = 2;</code></pre><p>${SENTENCE}<sup><a href="#fn1" id="fnref1">1</a></sup></p>
<noscript><img src="/c.jpg" alt=""></noscript><p>Read more: <a href="/other">Another winter</a></p>${PARAGRAPH}<hr>`;

const PAGE = `<html lang="en"><head><title>A winter in the harbor | The Example</title><meta property="og:title" content="A winter in the harbor">
<meta property="og:site_name" content="The Example"><meta name="description" content="${SENTENCE}"><meta name="author" content="Ada Example">
<meta property="article:published_time" content="2024-05-03T10:00:00Z"><meta property="og:image" content="/a.jpg">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"A winter in the harbor",
"datePublished":"2024-05-03","author":[{"@type":"Person","name":"Ada Example"}],"publisher":{"@type":"Organization","name":"The Example"}}</script>
</head><body><header><nav class="menu"><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li><li><a href="/c">Culture</a></li></ul></nav></header>
<main><article class="post-content"><h1>A winter in the harbor</h1><p class="byline">By <a rel="author" href="/ada">Ada Example</a></p>
<time datetime="2024-05-03T10:00:00Z">May 3, 2024</time><div class="share"><a href="#">Share</a><button>Copy</button></div>
${BODY.repeat(REPEATS)}
<section class="footnotes"><ol><li id="fn1">${SENTENCE} <a href="#fnref1">↩</a></li></ol></section></article>
<aside class="related"><h3>Most read</h3><ul><li><a href="/1">${SENTENCE}</a></li><li><a href="/2">${SENTENCE}</a></li><li><a href="/3">${SENTENCE}</a></li></ul></aside>
<section class="comments"><h3>2 comments</h3><div class="comment"><a class="author" href="/u1">ben</a><time datetime="2024-05-04">May 4</time><p>${SENTENCE}</p></div>
<div class="comment"><a class="author" href="/u2">cleo</a><time datetime="2024-05-05">May 5</time><p>${SENTENCE}</p></div></section></main>
<footer><p>© 2024 The Example</p><a rel="next" href="/2024/05/a-story?page=2">Next</a></footer></body></html>`;
