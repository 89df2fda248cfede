import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg']);

interface CachedResponse {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

/** Serves each folder below `/<name>/`, compressed. */
export async function serveFolders(folders: ReadonlyMap<string, string>): Promise<{ readonly url: string; close(): void }> {
  // Files are compressed once, so that no measurement includes it.
  const cache = new Map<string, Promise<CachedResponse | undefined>>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = await (cache.get(pathname) ?? remember(pathname));
    if (found) response.writeHead(200, found.headers).end(found.body);
    else response.writeHead(404).end();
  });
  const remember = (pathname: string): Promise<CachedResponse | undefined> => {
    const [, name = '', ...rest] = pathname.split('/');
    const folder = folders.get(name);
    const served =
      folder === undefined ? Promise.resolve(undefined) : load(path.join(folder, decodeURIComponent(rest.join('/')) || 'index.html'));
    cache.set(pathname, served);
    return served;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

async function load(file: string): Promise<CachedResponse | undefined> {
  const body = await readFile(file).catch(() => undefined);
  if (!body) return undefined;
  const type = path.extname(file);
  const headers = { 'content-type': TYPES[type] ?? 'application/octet-stream', 'cache-control': 'no-cache' };
  return COMPRESSED.has(type)
    ? { body: gzipSync(body, { level: 9 }), headers: { ...headers, 'content-encoding': 'gzip' } }
    : { body, headers };
}
