import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
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

export interface StaticServerOptions {
  /** What every answer says besides. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Files the host has lost. */
  readonly missingFiles?: RegExp;
  /** Files for which the host sends the page, as it does for every address it does not know. */
  readonly rewrittenToIndex?: RegExp;
  /** Files for which the host never answers. */
  readonly neverAnswered?: RegExp;
}

/** A web host of a test's own, below a sub-path, that can be given another folder and really goes away. */
export interface StaticServer {
  readonly url: string;
  /** The files that were asked for. */
  readonly requestedFiles: string[];
  /** What was asked for and not there. */
  readonly notFoundPaths: string[];
  /** Loses one file from now on, and finds any that was lost before. */
  setMissingFile(name?: string): void;
  /** Serves another folder from now on, as after an update. */
  switchFolder(folder: string): void;
  close(): Promise<void>;
}

const BASE_PATH = '/sub/path/';

/** Serves `folder`. */
export async function startStaticServer(
  folder: string,
  { headers = {}, missingFiles, rewrittenToIndex, neverAnswered }: StaticServerOptions = {},
): Promise<StaticServer> {
  let root = path.resolve(folder);
  const requestedFiles: string[] = [];
  const notFoundPaths: string[] = [];
  let missingFile: string | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const requestedFile = decodeURIComponent(pathname.slice(BASE_PATH.length)).replace(/(?<=^|\/)$/u, 'index.html');
    requestedFiles.push(requestedFile);
    if (neverAnswered?.test(requestedFile)) return;
    const name = rewrittenToIndex?.test(requestedFile) ? 'index.html' : requestedFile;
    const file = path.join(root, name);
    if (
      !pathname.startsWith(BASE_PATH) ||
      missingFiles?.test(name) ||
      name === missingFile ||
      !statSync(file, { throwIfNoEntry: false })?.isFile()
    ) {
      notFoundPaths.push(pathname);
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'content-type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE_PATH}`,
    requestedFiles,
    notFoundPaths,
    setMissingFile: (name) => {
      missingFile = name;
    },
    switchFolder: (next) => {
      root = path.resolve(next);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
