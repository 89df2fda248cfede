import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { closestMatch } from '../core/closestMatch';
import { describeFileType } from '../compiler/story/describeFileType';
import { readdir } from 'node:fs/promises';

/** Where a file of this computer is opened. Nothing listens there: the files come from the folder. */
const ORIGIN = 'http://localhost';

/** The largest file that is opened as a page, in bytes. */
const MAX_BYTES = 20_000_000;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.mp4': 'video/mp4',
};

/** Whether an argument is an address, not a file. */
export function isAddress(argument: string): boolean {
  return /^(?:https?:\/\/|localhost\b(?!\.html?$)|(?:\d{1,3}\.){3}\d{1,3}(?::|\/|$))/iu.test(argument);
}

/** Checks a page that is a file. @throws if it is missing, is no page or is too large */
export async function checkPageFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found) {
    const names = await readdir(path.dirname(file)).catch(() => []);
    const meant = closestMatch(
      path.basename(file),
      names.filter((name) => /\.html?$/iu.test(name)),
    );
    const hint = meant === undefined ? 'Write an address with http:// or https://, or the name of a file.' : `Did you mean ${meant}?`;
    throw new Error(`There is no file ${file}. ${hint}`);
  }
  if (!found.isFile()) throw new Error(`${file} is a folder. Name the page in it, such as ${path.join(file, 'index.html')}.`);
  if (found.size > MAX_BYTES) {
    const size = Math.round(found.size / 1_000_000);
    throw new Error(`${file} has ${size} MB; a page has at most ${MAX_BYTES / 1_000_000} MB. Capture a smaller page.`);
  }
  const bytes = await readFile(file);
  const type = describeFileType(bytes);
  const isPage = type === undefined ? hasTags(bytes) : type === 'a web page' || /\.html?$/iu.test(file) === hasTags(bytes);
  if (!isPage || (type !== undefined && type !== 'a web page')) {
    throw new Error(`${file} is ${type ?? 'a text without any tag'}, not a web page. Name a file in HTML.`);
  }
}

function hasTags(bytes: Uint8Array): boolean {
  return /<[a-z!]/iu.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1').replaceAll('\0', ''));
}

/** Opens the folder of a page to a browser as a site, so that its scripts and addresses work. Returns the address of the page. */
export async function openLocalSite(context: BrowserContext, file: string): Promise<string> {
  const folder = await realpath(path.dirname(file));
  await context.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const wanted = path.join(folder, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
    const real = await realpath(wanted).catch(() => undefined);
    const bytes = real?.startsWith(folder + path.sep) ? await readFile(real).catch(() => undefined) : undefined;
    if (!bytes) await route.fulfill({ status: 404, contentType: 'text/plain', body: `There is no ${pathname}.` });
    else await route.fulfill({ body: bytes, contentType: contentTypeOf(wanted, bytes) });
  });
  return `${ORIGIN}/${encodeURIComponent(path.basename(file))}`;
}

/** Of a page that does not say its character set itself, browsers guess one that is not UTF-8. */
function contentTypeOf(file: string, bytes: Uint8Array): string {
  const type = CONTENT_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (!type.startsWith('text/')) return type;
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const isDeclared = /^(?:\xFF\xFE|\xFE\xFF)/u.test(head) || /charset\s*=/iu.test(head);
  return isDeclared || !isUtf8(bytes) ? type : `${type}; charset=utf-8`;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
