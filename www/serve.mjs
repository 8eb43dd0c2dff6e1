//! Serves a folder on the loopback address, as any static server would: `node www/serve.mjs DIR [PORT]`.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
  '.wasm': 'application/wasm', '.png': 'image/png',
};

/** Serves `folder`; resolves to `{ origin, close }`. Port 0 is any that is free. */
export async function serveFolder(folder, port = 0) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      const file = join(folder, path.endsWith('/') ? join(path, 'index.html') : path);
      const body = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

const [, script, folder, port] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  const { origin } = await serveFolder(folder ?? '.', Number(port ?? 8000));
  console.log(`${origin}/ (Ctrl+C ends it)`);
}
