/**
 * Serves dist/ as a plain web host would, strictly: what is not there is a 404, never the page. Also below
 * /talks/2026/demo/, to prove that the page works in any folder. Usage: node test/support/serve.mjs <port>
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const SUB_PATH = '/talks/2026/demo/';
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

const root = path.resolve('dist');
if (!existsSync(path.join(root, 'index.html'))) throw new Error('There is no dist/index.html yet: npm run build');

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const inside = pathname.startsWith(SUB_PATH) ? pathname.slice(SUB_PATH.length) : pathname.slice(1);
  const file = path.join(root, decodeURIComponent(inside) || 'index.html');
  const found = file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile();
  if (!found) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
  createReadStream(file).pipe(response);
});

server.listen(Number(process.argv[2]), '127.0.0.1');
