//! A proxy that a browser sends everything through, its own requests as well: it serves one site, and writes down what it is
//! asked for, of that site and of any other.

import { createServer } from 'node:http';

/** The site's host; the browser looks up no names where there is a proxy. */
const HOST = 'harbor.test';

/** Serves `pages`, as `serve` takes them. `requests` grows with each: its method and address, of an encrypted one the host. */
export async function recorder(pages) {
  const requests = [];
  const proxy = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { hostname, pathname } = new URL(request.url);
    const page = hostname === HOST ? pages[pathname] : undefined;
    const { body, type } = typeof page === 'string' ? { body: page, type: 'text/html; charset=utf-8' } : page ?? {};
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain', 'cache-control': 'no-store' }).end(body ?? '');
  });
  proxy.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise(resolve => proxy.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://${HOST}`,
    port: proxy.address().port,
    requests,
    close: () => new Promise(resolve => {
      proxy.close(resolve);
      proxy.closeAllConnections();
    }),
  };
}
