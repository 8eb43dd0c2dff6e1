//! A web server on the loopback address that knows only the pages it is given.

import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';

/**
 * Serves `pages`, a map from paths to `{ body, type }` (a string is HTML). Every answer carries `csp` as its
 * content security policy, where one is given. Resolves to `{ origin, requests, close }`; `requests` grows with each:
 * its path, and what the browser wants it for (`document`, `image`, …).
 */
export async function serve(pages, { csp } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    if (request.url === "/favicon.ico") return void response.writeHead(204).end();
    requests.push({ path: request.url, wanted: request.headers['sec-fetch-dest'] });
    const page = pages[new URL(request.url, 'http://localhost').pathname];
    const { body, type } = typeof page === 'string' ? { body: page, type: 'text/html; charset=utf-8' } : page ?? {};
    response.statusCode = body === undefined ? 404 : 200;
    if (csp !== undefined) response.setHeader('content-security-policy', csp);
    response.setHeader('content-type', type ?? 'text/plain');
    response.end(body ?? '');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

const IMAGES = { '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.gif': 'image/gif' };

/** A page in a file, with the images beside it, for `serve`. */
export async function pageWithImages(file) {
  const folder = dirname(file);
  const images = (await readdir(folder)).filter(name => extname(name) in IMAGES);
  const served = images.map(async name => [`/${name}`, { body: await readFile(join(folder, name)), type: IMAGES[extname(name)] }]);
  return { '/page.html': await readFile(file, 'utf8'), ...Object.fromEntries(await Promise.all(served)) };
}
