//! What may be in an article's nodes, told by the browser's own eyes. Runs in the page: it can use nothing of this file.

/** What in `root` is outside the allow-list, as sentences. */
export function violations(root) {
  const HTML = new Set(('html head meta title link style body article header section aside h1 h2 h3 h4 h5 h6 p br wbr hr figure figcaption img video '
    + 'audio source track ul ol li dl dt dd blockquote footer pre code table caption thead tbody tfoot tr th td details summary a em strong b i s u del '
    + 'ins sub sup mark small q cite kbd samp var span abbr dfn time ruby rb rt rp bdi bdo input div button nav').split(' '));
  const NOT_IN_MATH = new Set(['maction', 'annotation-xml', 'mglyph', 'script', 'style', 'a', 'img', 'svg']);
  const ATTRIBUTES = new Set(('lang dir charset name content rel href class id src srcset sizes alt width height title datetime start value reversed '
    + 'colspan rowspan scope headers type checked disabled controls poster preload kind label srclang loading decoding role open cite http-equiv '
    + 'xmlns display encoding translate tabindex playsinline autofocus target align xml:lang xmlns:epub epub:type epub:prefix').split(' '));
  const SCHEMES = { a: ['http:', 'https:', 'mailto:', 'tel:'], link: ['http:', 'https:'], other: ['http:', 'https:', 'data:', 'blob:'] };
  const MATHML = 'http://www.w3.org/1998/Math/MathML';
  const SVG = 'http://www.w3.org/2000/svg';
  const found = [];
  const article = root.querySelector('article.article') ?? root;
  for (const each of article.querySelectorAll('*')) {
    // An icon of a button of ours; an article has no drawings.
    if (each.namespaceURI === SVG && each.closest('button')) continue;
    const say = what => found.push(`${what} in ${each.outerHTML.slice(0, 160)}`);
    const { localName: name, namespaceURI: namespace } = each;
    const watch = name === 'script' && each.textContent.includes('window.__pwned = []');
    if (watch) continue;
    if (namespace === MATHML ? NOT_IN_MATH.has(name) : namespace === SVG || !HTML.has(name)) say(`<${name}>`);
    for (const { name: attribute, value } of each.attributes) {
      if (/^on/i.test(attribute)) say(attribute);
      const known = ATTRIBUTES.has(attribute) || /^(aria|data)-/.test(attribute) || (namespace === MATHML && !/^(href|src|xlink|style)/.test(attribute));
      // What a renderer of Markdown writes itself, where the reader has measured a note's place to be, and how deep a post is.
      if (!known && !(attribute === 'style' && /^(text-align: \w+;?|(--(note-[a-z]+|depth): [\d.]+(px)?; ?)+)$/.test(value))) say(attribute);
      if (attribute === 'href' && root !== document && name === 'a' && !value.startsWith('#') && each.closest('.body') && !each.closest('.seam') && each.rel !== 'noopener noreferrer') say('a link that tells where it is followed from');
      if (['href', 'src', 'poster', 'cite'].includes(attribute) && !value.startsWith('#')) {
        const url = URL.parse(value, document.baseURI);
        const schemes = SCHEMES[name] ?? SCHEMES.other;
        if (url !== null && !schemes.includes(url.protocol)) say(`${attribute}=${url.protocol}`);
        if (url?.protocol === 'data:' && !/^data:image\//i.test(value)) say(`${attribute}=${value.slice(0, 40)}`);
      }
    }
  }
  return found;
}
