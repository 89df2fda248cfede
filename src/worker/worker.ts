/**
 * The service worker: keeps a whole copy of the page, so that a reload needs no network, and serves each window the
 * version it began with. A new version is stored completely, each file checked against its hash, before it may wait;
 * it takes over when the last window of the old one has closed, or when somebody asks for it before a talk.
 */
import {
  fileUrl,
  fileForUrl,
  createFileFinder,
  ACTIVATION_REFUSED_MESSAGE,
  isCacheOf,
  INDEX_FILE,
  cacheName,
  ACTIVATE_MESSAGE,
  type PrecacheManifest,
} from '../core/precache';
import type { PageQuery } from '../core/query';

/** Defined by the build (`bundleServiceWorker()`). */
declare const PRECACHE_MANIFEST: PrecacheManifest;
declare const self: ServiceWorkerGlobalScope;

const { version, files, optionalFiles } = PRECACHE_MANIFEST;
const { scope } = self.registration;
const findFile = createFileFinder(PRECACHE_MANIFEST);

/** How long a copy waits for all its extras, and for any one of them, in milliseconds: none may hold up the talk. */
const ALL_EXTRAS_TIMEOUT_MS = 5000;
const EXTRA_TIMEOUT_MS = 20_000;
/** How many extras are downloaded at a time. A host that does not answer must leave connections for the page. */
const EXTRAS_CONCURRENCY = 3;

self.addEventListener('install', (event) => event.waitUntil(precache()));
self.addEventListener('activate', (event) => event.waitUntil(deleteOldCaches().then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
  if (event.data === ACTIVATE_MESSAGE) event.waitUntil(activateUpdate(event.source));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const file = fileForUrl(request.url, scope);
  if (request.method !== 'GET' || file === undefined) return;
  const known = findFile(file);
  if (known !== undefined) event.respondWith(respondFromCache(known, request));
  else if (request.mode !== 'navigate') event.respondWith(respondFromAnyVersion(file, request));
});

/** Stores every file this version plays from, or none; and of the extras what the host serves. */
async function precache(): Promise<void> {
  const name = cacheName(scope, version);
  const cache = await caches.open(name);
  try {
    await Promise.all(files.map(async ([file, integrity]) => cache.put(urlOf(file), await download(file, integrity))));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await Promise.race([precacheExtras(cache), new Promise((resolve) => setTimeout(resolve, ALL_EXTRAS_TIMEOUT_MS))]);
}

/** Stores the extras that can be had. Hosts do not serve the files that configure them, change some, and lose others. */
async function precacheExtras(cache: Cache): Promise<void> {
  const queue = optionalFiles.values();
  const downloadNext = async (): Promise<void> => {
    for (const [file, integrity] of queue) {
      try {
        await cache.put(urlOf(file), await download(file, integrity, AbortSignal.timeout(EXTRA_TIMEOUT_MS)));
      } catch {
        // The page plays without it, and asks the network for it.
      }
    }
  };
  await Promise.all(Array.from({ length: EXTRAS_CONCURRENCY }, downloadNext));
}

/** One file of this version; a host that is half-way through an update has another one, which `integrity` refuses. */
async function download(file: string, integrity: string, signal: AbortSignal | null = null): Promise<Response> {
  const get = async (from: string): Promise<Response> => {
    const response = await fetch(from, { cache: 'no-cache', integrity, signal });
    if (!response.ok) throw new Error(`${from}: ${response.status}`);
    // A redirected response may not answer a navigation.
    return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
  };
  // Most hosts know the page by its folder and some redirect its name there; a few know it by its name alone.
  return file === INDEX_FILE ? get(scope).catch(() => get(urlOf(file))) : get(urlOf(file));
}

/** A file of this version. A browser short of space may have dropped it. */
async function respondFromCache(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName(scope, version));
  return (await cache.match(urlOf(file), { ignoreVary: true })) ?? fetch(request);
}

/** A file of a version before, for windows that began with it: names of assets change with their contents. */
async function respondFromAnyVersion(file: string, request: Request): Promise<Response> {
  return (await caches.match(urlOf(file), { ignoreVary: true })) ?? fetch(request);
}

/** Takes over from the version before, if its only stage is the one that asks; that and its speaker windows load again. */
async function activateUpdate(requester: ExtendableMessageEvent['source']): Promise<void> {
  const others = (await listWindows()).filter(({ id, url }) => id !== (requester as Client | null)?.id && !isSpeakerUrl(url));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  if (others.length > 0) requester?.postMessage(ACTIVATION_REFUSED_MESSAGE);
  else await self.skipWaiting();
}

/** Whether an address is that of a speaker window. */
function isSpeakerUrl(url: string): boolean {
  const query: PageQuery = new URL(url).searchParams;
  return query.has('speaker');
}

/** The windows that show the page, in whatever version. */
async function listWindows(): Promise<readonly Client[]> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => fileForUrl(url, scope) === INDEX_FILE);
}

/** Drops the stores of other versions, unless a window of theirs is open. */
async function deleteOldCaches(): Promise<void> {
  if ((await listWindows()).length > 0) return;
  const own = cacheName(scope, version);
  const others = (await caches.keys()).filter((name) => isCacheOf(scope, name) && name !== own);
  await Promise.all(others.map((name) => caches.delete(name)));
}

function urlOf(file: string): string {
  return fileUrl(file, scope);
}
