//! The built extension with one language only. A browser without its own messages in that language falls back to
//! the default of the extension: the same in both browsers, whatever language packs the machine has.

import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of `dist` in the language of this folder of `_locales`; resolves to `{ dist, remove }`. */
export async function localized(locale, dist = 'dist') {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
  for (const browser of ['chromium', 'firefox']) {
    const copy = join(folder, browser);
    await cp(resolve(dist, browser), copy, { recursive: true });
    const path = join(copy, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...manifest, default_locale: locale }));
    const others = (await readdir(join(copy, '_locales'))).filter(other => other !== locale);
    await Promise.all(others.map(other => rm(join(copy, '_locales', other), { recursive: true })));
  }
  return { dist: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
