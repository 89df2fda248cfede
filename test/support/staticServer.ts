import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface HostOptions {
  /** What every answer says besides. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Files the host has lost. */
  readonly without?: RegExp;
  /** Files for which the host sends the page, as it does for every address it does not know. */
  readonly rewrites?: RegExp;
  /** Files for which the host never answers. */
  readonly hangs?: RegExp;
}

/** A web host of a test's own, below a sub-path, that can be given another folder and really goes away. */
export interface Host {
  readonly url: string;
  /** The files that were asked for. */
  readonly asked: string[];
  /** What was asked for and not there. */
  readonly missing: string[];
  /** Loses one file from now on, and finds any that was lost before. */
  lose(name?: string): void;
  /** Serves another folder from now on, as after an update. */
  serve(folder: string): void;
  close(): Promise<void>;
}

const BASE = '/sub/path/';

/** Serves `folder`. */
export async function openHost(folder: string, { headers = {}, without, rewrites, hangs }: HostOptions = {}): Promise<Host> {
  let root = path.resolve(folder);
  const asked: string[] = [];
  const missing: string[] = [];
  let lost: string | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = decodeURIComponent(pathname.slice(BASE.length)).replace(/(?<=^|\/)$/u, 'index.html');
    asked.push(wanted);
    if (hangs?.test(wanted)) return;
    const name = rewrites?.test(wanted) ? 'index.html' : wanted;
    const file = path.join(root, name);
    if (!pathname.startsWith(BASE) || without?.test(name) || name === lost || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      missing.push(pathname);
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`,
    asked,
    missing,
    lose: (name) => {
      lost = name;
    },
    serve: (next) => {
      root = path.resolve(next);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
