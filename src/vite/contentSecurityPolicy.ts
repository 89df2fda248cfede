import { createHash } from 'node:crypto';

/** Where the policy goes: before anything it must apply to. */
const CHARSET_TAG = '<meta charset="utf-8" />';

/**
 * What the page may do, for every place that serves it: nothing but its own files and the script it holds, which comes in
 * by its hash. `connect-src` is for the service worker, which downloads the copy, and for the page, which fetches a chunk
 * before it imports it. Styles may stand in the page because xterm.js writes its own as it runs, with sizes it has measured:
 * no hash can know them, a static page has no nonces, and it takes no constructed sheets.
 */
const SITE_POLICY: Policy = {
  'default-src': ["'none'"],
  'script-src': [],
  'style-src': ["'self'", "'unsafe-inline'"],
  'font-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
};

/** What a page in one file may do: show what it holds. */
const STANDALONE_POLICY: Policy = {
  'default-src': ["'none'"],
  'style-src': ["'unsafe-inline'"],
  'font-src': ['data:'],
  'img-src': ['data:'],
};

/** What no page of ours needs. Who embeds it is for the host to say, in a header: a page cannot. */
const COMMON_POLICY: Policy = {
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['understudy'],
};

type Policy = Readonly<Record<string, readonly string[]>>;

/** The policy of a site whose page is `html`, as it stands there and as a host may send it. */
export function siteContentSecurityPolicy(html: string): string {
  return formatPolicy({ ...SITE_POLICY, 'script-src': ["'self'", ...scriptHashes(html)], ...COMMON_POLICY });
}

/** Puts the policy in a page that is otherwise complete. @throws if the page has no place for it */
export function addContentSecurityPolicy(html: string, isStandalone: boolean): string {
  if (!html.includes(CHARSET_TAG)) throw new Error(`The page does not begin with ${CHARSET_TAG}.`);
  const policy = isStandalone
    ? formatPolicy({ ...STANDALONE_POLICY, 'script-src': scriptHashes(html), ...COMMON_POLICY })
    : siteContentSecurityPolicy(html);
  return html.replace(
    CHARSET_TAG,
    () =>
      `${CHARSET_TAG}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <meta name="referrer" content="no-referrer" />`,
  );
}

/** The scripts a page holds that a browser runs; `type="application/ld+json"` and the like are data. */
export function inlineScripts(html: string): string[] {
  return Array.from(html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gu))
    .filter(([, attributes = '']) => !/\ssrc=/u.test(attributes) && !/\stype="(?!module")/u.test(attributes))
    .map(([, , code = '']) => code);
}

function scriptHashes(html: string): string[] {
  return inlineScripts(html).map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
}

function formatPolicy(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
