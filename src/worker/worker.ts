/** The service worker. Stores a complete copy of the page and serves each window the version it started with (ADR 008). */
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

// The build inserts the manifest at every mention of the name.
const manifest = PRECACHE_MANIFEST;
const { version, files, optionalFiles } = manifest;
const { scope } = self.registration;
const findFile = createFileFinder(manifest);

/** Milliseconds that the installation waits for all optional files. Their downloads then continue. */
const ALL_EXTRAS_TIMEOUT_MS = 5000;
/** Milliseconds that the download of one optional file may take. */
const EXTRA_TIMEOUT_MS = 20_000;
/** Number of optional files downloaded at a time. The limit leaves connections for the page if a host does not answer. */
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

/** Stores all required files or rejects, then stores the optional files that load. */
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

/** Stores the optional files that load unchanged. Hosts do not serve their configuration files, and change the contents of some files. */
async function precacheExtras(cache: Cache): Promise<void> {
  const queue = optionalFiles.values();
  const downloadNext = async (): Promise<void> => {
    for (const [file, integrity] of queue) {
      try {
        await cache.put(urlOf(file), await download(file, integrity, AbortSignal.timeout(EXTRA_TIMEOUT_MS)));
      } catch {
        // The page works without it and requests it from the network.
      }
    }
  };
  await Promise.all(Array.from({ length: EXTRAS_CONCURRENCY }, downloadNext));
}

/** Downloads a file. Rejects one of another version, which a host may serve during an update. */
async function download(file: string, integrity: string, signal: AbortSignal | null = null): Promise<Response> {
  const get = async (url: string): Promise<Response> => {
    const response = await fetch(url, { cache: 'no-cache', integrity, signal });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    // Browsers refuse a redirected response to a navigation.
    return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
  };
  // Most hosts serve the page at its folder, and some redirect index.html there. A few serve only index.html.
  return file === INDEX_FILE ? get(scope).catch(() => get(urlOf(file))) : get(urlOf(file));
}

/** Answers with a file of this version, or from the network if the browser has evicted it. */
async function respondFromCache(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName(scope, version));
  return (await cache.match(urlOf(file), { ignoreVary: true })) ?? fetch(request);
}

/** Answers windows that started with another version. File names change with contents, so any cache that has the file is right. */
async function respondFromAnyVersion(file: string, request: Request): Promise<Response> {
  return (await caches.match(urlOf(file), { ignoreVary: true })) ?? fetch(request);
}

/** Activates this version if the requesting stage is the only one open. It and its speaker windows reload. */
async function activateUpdate(requester: ExtendableMessageEvent['source']): Promise<void> {
  const others = (await listWindows()).filter(({ id, url }) => id !== (requester as Client | null)?.id && !isSpeakerUrl(url));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  if (others.length > 0) requester?.postMessage(ACTIVATION_REFUSED_MESSAGE);
  else await self.skipWaiting();
}

function isSpeakerUrl(url: string): boolean {
  const query: PageQuery = new URL(url).searchParams;
  return query.has('speaker');
}

/** Resolves to the windows that show any version of the page. */
async function listWindows(): Promise<readonly Client[]> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => fileForUrl(url, scope) === INDEX_FILE);
}

/** Deletes the caches of other versions, unless a window of the page is open. */
async function deleteOldCaches(): Promise<void> {
  if ((await listWindows()).length > 0) return;
  const own = cacheName(scope, version);
  const others = (await caches.keys()).filter((name) => isCacheOf(scope, name) && name !== own);
  await Promise.all(others.map((name) => caches.delete(name)));
}

function urlOf(file: string): string {
  return fileUrl(file, scope);
}
