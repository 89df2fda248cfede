import type { HarEntry } from './harFile';

/** What the author wants to keep or drop, over the default. */
export interface Choice {
  /** Patterns of `host/path`; see {@link matchesPattern}. */
  readonly keep: readonly string[];
  readonly drop: readonly string[];
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  image: 'pictures',
  imageset: 'pictures',
  img: 'pictures',
  font: 'fonts',
  stylesheet: 'style sheets',
  script: 'scripts',
  media: 'sound and video',
  texttrack: 'sound and video',
  manifest: 'parts of the page',
  preflight: 'preflights of CORS',
  ping: 'beacons and analytics',
  beacon: 'beacons and analytics',
  'csp-violation-report': 'beacons and analytics',
};

const MIME_TYPES: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^image\//u, 'pictures'],
  [/^(?:font\/|application\/(?:font|x-font|vnd\.ms-fontobject))/u, 'fonts'],
  [/^text\/css\b/u, 'style sheets'],
  [/^(?:text|application)\/(?:x-)?(?:javascript|ecmascript)\b|^application\/wasm\b/u, 'scripts'],
  [/^(?:audio|video)\/|^application\/(?:vnd\.apple\.mpegurl|dash\+xml)/u, 'sound and video'],
  [/^application\/manifest\+json/u, 'parts of the page'],
];

const EXTENSIONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp)$/iu, 'pictures'],
  [/\.(?:woff2?|ttf|otf|eot)$/iu, 'fonts'],
  [/\.css$/iu, 'style sheets'],
  [/\.(?:m?js|map|wasm)$/iu, 'scripts'],
  [/\.(?:mp4|webm|mp3|m4a|ogg|m3u8|ts)$/iu, 'sound and video'],
];

/** Services that measure visitors, show advertisements, or collect errors. */
const ANALYTICS_HOSTS: ReadonlySet<string> = new Set(
  [
    'google-analytics.com googletagmanager.com googleadservices.com googlesyndication.com doubleclick.net segment.io segment.com',
    'sentry.io hotjar.com hotjar.io mixpanel.com amplitude.com nr-data.net newrelic.com bugsnag.com datadoghq.com datadoghq.eu',
    'datadoghq-browser-agent.com clarity.ms connect.facebook.net fullstory.com heapanalytics.com heap.io intercom.io intercomcdn.com',
    'optimizely.com cloudflareinsights.com plausible.io matomo.cloud launchdarkly.com statsigapi.net scorecardresearch.com taboola.com',
    'quantserve.com chartbeat.com chartbeat.net criteo.com criteo.net bat.bing.com ads-twitter.com snap.licdn.com outbrain.com posthog.com',
    'rudderstack.com logrocket.com logrocket.io pendo.io onetrust.com cookielaw.org cookiebot.com adnxs.com rubiconproject.com',
  ].flatMap((line) => line.split(' ')),
);

/** What browsers ask for by themselves: certificates, updates, whether there is a network. */
const BROWSER_HOSTS =
  /^(?:ocsp\.|detectportal\.firefox\.com$|(?:safebrowsing|update)\.googleapis\.com$)|\.services\.mozilla\.com$|telemetry\.mozilla\.org$/u;

const ANALYTICS_PATHS = /\/(?:beacon|collect|pixel|telemetry|rum|analytics|csp-report|gen_204)(?:[/.]|$)/iu;

/** Returns why an entry tells nothing about the story; undefined if it does, or if it matches one of `keep`. */
export function reasonToDrop(entry: HarEntry, { keep, drop }: Choice): string | undefined {
  const { url } = entry;
  if (!url) return 'addresses that cannot be read';
  const place = placeOf(entry);
  if (keep.some((pattern) => matchesPattern(place, pattern))) return undefined;
  if (drop.some((pattern) => matchesPattern(place, pattern))) return 'what --drop names';
  if (!/^(?:https?|wss?):$/u.test(url.protocol)) return 'requests of the browser itself';
  const isPreflight = entry.method === 'OPTIONS' && entry.requestHeaders.some(([name]) => /^access-control-request-/iu.test(name));
  if (isPreflight) return 'preflights of CORS';
  if (BROWSER_HOSTS.test(url.hostname)) return 'requests of the browser itself';
  if (url.pathname === '/favicon.ico') return 'pictures';
  if (isAnalyticsHost(url.hostname)) return 'beacons and analytics';
  const byType = MEDIA_TYPES[entry.resourceType];
  if (byType !== undefined && Object.hasOwn(MEDIA_TYPES, entry.resourceType)) return byType;
  // What is asked for with a body, or leads elsewhere, is part of the story whatever comes back.
  if (entry.method !== 'GET' && entry.method !== 'HEAD') return isBeacon(entry) ? 'beacons and analytics' : undefined;
  if (entry.status >= 300 && entry.status < 400 && entry.status !== 304) return undefined;
  const byMime = MIME_TYPES.find(([pattern]) => pattern.test(entry.responseBody.mimeType));
  const isPage =
    /^(?:document|xhr|fetch|websocket|eventsource)$/u.test(entry.resourceType) || /json|html/u.test(entry.responseBody.mimeType);
  const byExtension = isPage ? undefined : EXTENSIONS.find(([pattern]) => pattern.test(url.pathname));
  return (byMime ?? byExtension)?.[1] ?? (isBeacon(entry) ? 'beacons and analytics' : undefined);
}

/** Whether a host, or a domain that it belongs to, measures visitors. */
function isAnalyticsHost(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  return labels.some((_, index) => ANALYTICS_HOSTS.has(labels.slice(index).join('.')));
}

/** The answer to a beacon is not read, so none is shown. */
function isBeacon({ url, status, responseBody, resourceType }: HarEntry): boolean {
  const isEmpty = status === 204 || (responseBody.text ?? '').trim() === '';
  return resourceType !== 'document' && isEmpty && (status < 300 || status > 499) && ANALYTICS_PATHS.test(url?.pathname ?? '');
}

/** Returns host and path of an entry, which patterns match and lists name. */
export function placeOf({ url }: HarEntry): string {
  if (!url) return 'no address';
  return url.host === '' ? `${url.protocol}…` : `${url.host}${url.pathname === '/' ? '' : url.pathname}`;
}

/** Whether `place` contains `pattern`; with `*`, which stands for any characters, whether it matches as a whole. Ignores case. */
export function matchesPattern(place: string, pattern: string): boolean {
  const [text, parts] = [place.toLowerCase(), pattern.toLowerCase().split('*')];
  if (parts.length === 1) return text.includes(parts[0]!);
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  // Not a regular expression: those of many wildcards take very long.
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
