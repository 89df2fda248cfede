import type { Pair } from './trace';

/** The headers that tell a story: who asks, what is agreed, where it leads, how long it holds. Others are left out. */
const TELLING = new RegExp(
  `^(?:${[
    'accept|allow|authorization|www-authenticate|proxy-authorization|proxy-authenticate|content-type|cookie|set-cookie|origin|retry-after',
    'idempotency-key|if-match|if-none-match|etag|link|dpop|dpop-nonce|upgrade|sec-websocket-protocol|mcp-[a-z-]+|last-event-id',
    'x-api-key|api-key|x-auth-token|x-csrf-token|x-xsrf-token|x-amz-target|x-goog-api-key|x-ratelimit-(?:limit|remaining)',
    'x-hub-signature(?:-256)?|stripe-signature|signature|signature-input|digest|content-digest|traceparent|deprecation|sunset|location',
  ].join('|')})$`,
  'iu',
);

/** Cookies of services that measure visitors. */
const ANALYTICS_COOKIE =
  /^(?:_ga|_gid|_gat|_gcl|_fbp|_fbc|_hj|__utm|_cl|ajs_|amplitude|amp_|mp_|optimizely|intercom-|hubspotutk|__hs|_pk_|OptanonConsent|ph_)/u;

const MAX_COOKIES = 8;

/** Returns the headers worth showing, in their order. `Location` is left out: the address it names is shown instead. */
export function tellingHeaders(headers: readonly Pair[], isForm = false): readonly Pair[] {
  return headers.flatMap(([name, value]): readonly Pair[] => {
    const lower = name.toLowerCase();
    if (!TELLING.test(lower) || lower === 'location' || value === '' || !/^[A-Za-z][A-Za-z0-9-]*$/u.test(name)) return [];
    // The schema adds this line for a form.
    if (lower === 'content-type' && isForm) return [];
    // Browsers accept pages and everything else; programs say what they want.
    if (lower === 'accept' && (value.includes('text/html') || value === '*/*' || value.length > 80)) return [];
    if (lower === 'cookie') return cookieHeader(name, value);
    if (lower === 'set-cookie' && ANALYTICS_COOKIE.test(value)) return [];
    return [[name, value]];
  });
}

function cookieHeader(name: string, value: string): readonly Pair[] {
  const cookies = value.split(/;\s*/u).filter((each) => each !== '' && !ANALYTICS_COOKIE.test(each));
  if (cookies.length === 0) return [];
  return [[name, [...cookies.slice(0, MAX_COOKIES), ...(cookies.length > MAX_COOKIES ? ['…'] : [])].join('; ')]];
}

/** Returns the value of the first header with a name, in small letters; undefined if there is none. */
export function headerOf(headers: readonly Pair[], name: string): string | undefined {
  return headers.find(([each]) => each.toLowerCase() === name)?.[1];
}
