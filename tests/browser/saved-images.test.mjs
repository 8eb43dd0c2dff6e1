//! Images in what is saved: which of them go into a page or a book, in which form, and what is said of the others.

import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { unzipped } from '../hostile/unzip.mjs';
import { BROWSERS, launch, until } from './driver.mjs';
import { serve } from './server.mjs';

/** Sea below sky, 64 by 40, in each format. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAoCAIAAADBrGu+AAAASUlEQVR42u3RwQ0AEBAAwSOqVI5yvBThrSZlyMVsB5MtfczIXI3kAQAAAAAAAAAAAAAAAAD8CmhnLwcAAAAAAAAAAAAAAABedAGBHQQaC9/hiwAAAABJRU5ErkJggg==';
const WEBP = 'UklGRlQAAABXRUJQVlA4IEgAAAAwBACdASpAACgAPzmOvlavKaajrVzIAeAnCWcAzrA2sDK3YbnpMT8aRAAA/hMbZQJ631tirgECf7IiropWVffnbFtNKTJEgAA=';
const AVIF = 'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAOQAAAChpaW5mAAAAAAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAQAAAACgAAAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQBAoMEAAAAQW1kYXQSAAoJGBV/naICGg0IMipHYeHhZ3ccccCwACDbKi3GkMV9eL5vkfYpOH/RMkwzEORdJHGSI6nh2cE=';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" onload="document.title='ran'"><script>document.title = 'ran'</script><rect width="640" height="400" fill="#5a82aa"/></svg>`;

const bytes = base64 => Buffer.from(base64, 'base64');
const PARAGRAPH = 'The pilot boats went out in any weather, and the harbor paid them by the mast that they brought home. '.repeat(4);
const figure = (src, alt, caption = '') => `<figure><img src="${src}" alt="${alt}" width="640" height="400"><figcaption>${caption}</figcaption></figure><p>${PARAGRAPH}</p>`;
const page = (title, ...figures) => `<!DOCTYPE html><html lang="en"><title>${title}</title><body><article><h1>${title}</h1>${figures.join('')}<p>${PARAGRAPH}</p></article></body></html>`;

/** Large enough that the third does not fit; as far as the first bytes say, an image. */
const HEAVY = { body: Buffer.concat([bytes('/9j/'), Buffer.alloc(11_000_000)]), type: 'image/jpeg' };

for (const browser of BROWSERS) {
  describe(`images in what is saved in ${browser}`, () => {
    let driver, server, elsewhere;
    before(async () => {
      const images = {
        '/sea.png': { body: bytes(PNG), type: 'image/png' },
        // Servers say what they like.
        '/sea.webp': { body: bytes(WEBP), type: 'image/jpeg' },
        '/sea.avif': { body: bytes(AVIF), type: 'image/avif' },
        '/sea.svg': { body: SVG, type: 'image/svg+xml' },
        '/page-of-error.jpg': { body: '<!DOCTYPE html><p>Not found</p>', type: 'image/jpeg' },
      };
      // Another origin, which shares nothing.
      elsewhere = await serve(images);
      server = await serve({
        ...images,
        '/story': page('The pilots of the sound',
          figure('/sea.png', 'The sound at noon', 'Noon.'), figure('/sea.webp', 'The sound at one'), figure('/sea.avif', 'The sound at two'),
          figure('/sea.svg', 'The sound, drawn'), figure('/page-of-error.jpg', 'The sound at three'), figure(`${elsewhere.origin}/sea.png`, 'The sound from elsewhere')),
        '/heavy': page('The heavy boats', ...[1, 2, 3].map(each => figure(`/heavy.jpg?${each}`, `Boat ${each}`))),
        '/heavy.jpg': HEAVY,
      });
      driver = await launch(browser);
    });
    after(async () => {
      await driver?.close();
      await server?.close();
      await elsewhere?.close();
    });

    async function openPanel(path) {
      await driver.open(server.origin + path);
      await driver.clickToOpen();
      await driver.tapButton('Save and export');
    }

    const saveAs = label => driver.tap((root, words) => [...root.querySelectorAll('[role=group][aria-label="Save as a file"] button')]
      .find(each => each.textContent === words), label);

    /** The file that was saved last; it is gone then, so that the next may have its name. */
    async function saved(ending) {
      const { path } = await driver.downloaded(ending);
      const file = await readFile(path);
      await rm(path);
      return file;
    }

    const told = words => driver.inside((root, expected) => root.querySelector('.save-panel .status').textContent === expected, words);

    it('puts them into a book, in the forms that books may have', async () => {
      await openPanel('/story');
      await saveAs('EPUB');
      const book = await saved('.epub');
      await told('Images in the file: 4 of 6.');
      const chapter = unzipped(book, 'book/chapter.xhtml');
      const shown = [...chapter.matchAll(/<img src="([^"]*)" alt="([^"]*)"/g)].map(([, src, alt]) => [alt, src.split('.').at(-1)]);
      assert.deepEqual(shown, [['The sound at noon', 'png'], ['The sound at one', 'jpeg'], ['The sound at two', 'jpeg'], ['The sound, drawn', 'png']]);
      // What could not be had leaves its words.
      assert.ok(chapter.includes('>The sound from elsewhere</a>') && chapter.includes('>The sound at three</a>'), chapter);
      const contents = unzipped(book, 'book/package.opf');
      assert.equal(contents.split('cover-image').length, 2, contents);
      assert.ok(!book.includes('<svg') && !book.includes('onload'), 'the drawing is in the book as it was');
    });

    it('puts them into a page', async () => {
      await saveAs('Web page');
      const html = String(await saved('.html'));
      const shown = [...html.matchAll(/<img src="([^"]{0,22})/g)].map(([, src]) => src.replace(/;.*|:\/\/.*/, ''));
      assert.deepEqual(shown, ['data:image/png', 'data:image/webp', 'data:image/jpeg', 'data:image/png', 'http', 'http']);
    });

    it('asks for nothing but these images, and only when they are wanted', async () => {
      const asked = driver.noted.requests.map(url => new URL(url).pathname);
      assert.deepEqual([...new Set(asked)].toSorted(), ['/page-of-error.jpg', '/sea.avif', '/sea.png', '/sea.svg', '/sea.webp', '/story']);
      assert.equal(await driver.evaluate(() => document.title), 'The pilots of the sound');
    });

    it('leaves them out of a book where the person does not want them, and remembers that', async () => {
      await driver.tapButton('Images in web pages and books');
      await saveAs('EPUB');
      const chapter = unzipped(await saved('.epub'), 'book/chapter.xhtml');
      assert.ok(!chapter.includes('<img') && chapter.includes('Noon.') && chapter.includes('>The sound at two</a>'), chapter);
      await openPanel('/story?again');
      await driver.tap(root => {
        const box = root.querySelector('.save-panel input[name=saveImages]');
        return box.checked ? null : box;
      });
    });

    it('says so where they are too many for one file', async () => {
      await openPanel('/heavy');
      await saveAs('EPUB');
      const chapter = unzipped(await saved('.epub'), 'book/chapter.xhtml');
      await told('Images in the file: 2 of 3. With the others it would be larger than 25 MB.');
      assert.equal(chapter.split('<img').length - 1, 2);
      assert.ok(chapter.includes('>Boat 3</a>'), chapter);
    });

    it('puts kept images into the book of a kept article, whose page is gone', async () => {
      await openPanel('/story?kept');
      await driver.tapButton('Keep in the reading list');
      await driver.inside(root => root.querySelector('.save-panel .status').textContent === 'In the reading list');
      await driver.tapButton('Open the reading list');
      await driver.useOwnPage('library');
      await until(() => driver.evaluate(() => document.querySelector('.kept-images')?.textContent.startsWith('Images kept: 5 of 6')), 'the images are not kept');
      await server.close();
      await elsewhere.close();
      await driver.tap(root => root.querySelector('.kept h2 a'));
      await driver.inside(root => root.querySelector('.article'));
      await driver.tapButton('Save and export');
      await saveAs('EPUB');
      const chapter = unzipped(await saved('.epub'), 'book/chapter.xhtml');
      await told('Images in the file: 4 of 6.');
      assert.equal(chapter.split('<img').length - 1, 4);
    });
  });
}
