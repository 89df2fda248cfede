import { createHash } from 'node:crypto';

/** The policy is inserted after this tag, as it applies only to what follows it. */
const CHARSET_TAG = '<meta charset="utf-8">';

/**
 * The site may load its own files and run the inline script with a listed hash. `connect-src` is for the service worker's downloads and
 * for `importChunk()`. Inline styles are allowed because xterm.js creates style elements with measured sizes (ADR 022).
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

/** The page in one file may load nothing. */
const STANDALONE_POLICY: Policy = {
  'default-src': ["'none'"],
  'style-src': ["'unsafe-inline'"],
  'font-src': ['data:'],
  'img-src': ['data:'],
};

/** Without `frame-ancestors`, which works in an HTTP header only. */
const COMMON_POLICY: Policy = {
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['understudy'],
};

type Policy = Readonly<Record<string, readonly string[]>>;

/** Returns the policy of a site whose page is `html`. Hosts may also send it as a header. */
export function siteContentSecurityPolicy(html: string): string {
  return formatPolicy({ ...SITE_POLICY, 'script-src': ["'self'", ...scriptHashes(html)], ...COMMON_POLICY });
}

/** Adds the policy to a page that is otherwise final. @throws if the page has no {@link CHARSET_TAG} */
export function addContentSecurityPolicy(html: string, isStandalone: boolean): string {
  if (!html.includes(CHARSET_TAG)) throw new Error(`The page does not begin with ${CHARSET_TAG}.`);
  const policy = isStandalone
    ? formatPolicy({ ...STANDALONE_POLICY, 'script-src': scriptHashes(html), ...COMMON_POLICY })
    : siteContentSecurityPolicy(html);
  const tags = [
    CHARSET_TAG,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="referrer" content="no-referrer">',
  ];
  return html.replace(CHARSET_TAG, () => tags.join('\n    '));
}

/** Returns the inline scripts that a browser runs, without data such as `type="application/ld+json"`. */
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
