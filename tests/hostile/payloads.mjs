//! The payloads: families of our own, one in a line of a file, and the fixtures that DOMPurify tests itself with.

import { readFileSync } from 'node:fs';
import fixtures from 'dompurify-fixtures/test/fixtures/expect.js';

/** Families that are markup, for the body of an article. `tests/hostile.rs` has the same list. */
const FAMILIES = ['addresses', 'clobbering', 'handlers', 'markdown', 'mutation', 'namespaces', 'resources', 'styles', 'templates', 'unicode'];

/** The later ones open frames with dialogs of their own, which now and then keep Chromium's driver from going on. */
const FIXTURES = 50;

/** Every payload that is markup: `{ name, html }`. */
export const PAYLOADS = [
  ...FAMILIES.flatMap(family => lines(family).map((html, at) => ({ name: `${family} ${at + 1}`, html }))),
  ...fixtures.slice(0, FIXTURES).filter(({ payload }) => !hangs(payload)).map(({ payload }, at) => ({ name: `fixture ${at + 1}`, html: payload })),
];

/** Values for the fields of an article. */
export const FIELDS = lines('fields');

/** The page itself would never come to an end of these. */
function hangs(payload) {
  return /while\s*\(1\)|for\s*\(;;\)/.test(payload);
}

/** Characters that are not to be seen are written as `{U+0000}`; a line that begins with `# ` is a comment. */
function lines(family) {
  const text = readFileSync(new URL(`payloads/${family}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter(line => line !== '' && !line.startsWith('# '))
    .map(line => line.replace(/\{U\+([0-9A-F]+)\}/g, (_, number) => String.fromCodePoint(parseInt(number, 16))));
}
