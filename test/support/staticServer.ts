import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface StaticServerOptions {
  /** @default a free port */
  readonly port?: number;
  /** URL paths under which the folder is served. The first is part of `url`. @default ['/sub/path/'] */
  readonly basePaths?: readonly string[];
  /** Headers of every successful response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Files that are answered with 404. */
  readonly missingFiles?: RegExp;
  /** Files that are answered with index.html, as hosts for single-page apps do for unknown addresses. */
  readonly rewrittenToIndex?: RegExp;
  /** Files for which the host never answers. */
  readonly neverAnswered?: RegExp;
}

/** A static web host below a sub-path. It answers what does not exist with 404, never with the page. */
export interface StaticServer {
  readonly url: string;
  /** Files that were requested, relative to the served folder. */
  readonly requestedFiles: string[];
  /** URL paths that were answered with 404. */
  readonly notFoundPaths: string[];
  /** Answers one file with 404 from now on, and any earlier one normally again. */
  setMissingFile(name?: string): void;
  /** Serves another folder from now on, as after an update. */
  switchFolder(folder: string): void;
  close(): Promise<void>;
}

/** Serves `folder` on the loopback interface. */
export async function startStaticServer(
  folder: string,
  { port = 0, basePaths = ['/sub/path/'], headers = {}, missingFiles, rewrittenToIndex, neverAnswered }: StaticServerOptions = {},
): Promise<StaticServer> {
  let root = path.resolve(folder);
  const requestedFiles: string[] = [];
  const notFoundPaths: string[] = [];
  let missingFile: string | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const base = basePaths.filter((each) => pathname.startsWith(each)).toSorted((a, b) => b.length - a.length)[0];
    const requestedFile = decodeURIComponent(pathname.slice(base?.length)).replace(/(?<=^|\/)$/u, 'index.html');
    requestedFiles.push(requestedFile);
    if (neverAnswered?.test(requestedFile)) return;
    const name = rewrittenToIndex?.test(requestedFile) ? 'index.html' : requestedFile;
    const file = path.join(root, name);
    const isFound =
      base !== undefined && !missingFiles?.test(name) && name !== missingFile && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!isFound) {
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
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${basePaths[0]}`,
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
