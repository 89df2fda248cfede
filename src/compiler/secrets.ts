import { isSigned } from './jwtSignature';

/** A stretch of text that looks like a secret. */
export interface Secret {
  /** What it is, with its article. */
  readonly what: string;
  readonly value: string;
  /** What to write in its place. */
  readonly instead: string;
}

interface Pattern {
  readonly what: string;
  /** What every match holds, as the source of a regular expression that ignores case. */
  readonly sign: string;
  /** The secret is its first group, or all of it. */
  readonly find: RegExp;
  readonly instead: string;
  /** Whether a match counts. @default anything but an obvious placeholder */
  readonly counts?: (value: string) => boolean;
}

const PATTERNS: readonly Pattern[] = [
  {
    what: 'an AWS access key id',
    sign: 'AKIA|ASIA',
    find: /(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])/gu,
    instead: 'AWS’s own example, AKIAIOSFODNN7EXAMPLE',
  },
  {
    what: 'an AWS secret access key',
    sign: 'secret',
    find: /secret[\w.\- ]{0,30}["']?\s*[:=\s]\s*["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/giu,
    instead: 'AWS’s own example, which ends in EXAMPLEKEY',
    counts: (value) => isRandom(value) && /[a-z]/u.test(value) && /[A-Z]/u.test(value) && /\d/u.test(value),
  },
  {
    what: 'a GitHub token',
    sign: 'gh[pousr]_|github_pat_',
    find: /(?<![A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/gu,
    instead: '“ghp_…”',
  },
  {
    what: 'a GitLab token',
    sign: 'gl(?:pat|dt|rt|ptt|cbt)-',
    find: /(?<![A-Za-z0-9])(gl(?:pat|dt|rt|ptt|cbt)-[\w-]{20,})/gu,
    instead: '“glpat-…”',
  },
  {
    what: 'a Slack token',
    sign: 'xox[abeoprs]-|xapp-',
    find: /(?<![A-Za-z0-9])(xox[abeoprs]-[\w-]{20,}|xapp-\d-[\w-]{20,})/gu,
    instead: '“xoxb-…”',
  },
  {
    what: 'a Slack webhook',
    sign: 'hooks\\.slack',
    find: /hooks\.slack\.com\/services\/(T\w{6,}\/B\w{6,}\/\w{20,})/gu,
    instead: '“https://hooks.slack.com/services/…”',
  },
  {
    what: 'a Stripe key',
    sign: '[rs]k_(?:live|test)|whsec_',
    find: /(?<![A-Za-z0-9])((?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9]{20,})/gu,
    instead: '“sk_test_…”',
  },
  { what: 'a Google API key', sign: 'AIza', find: /(?<![\w-])(AIza[\w-]{35})(?![\w-])/gu, instead: '“AIza…”' },
  { what: 'a Google client secret', sign: 'GOCSPX', find: /(?<![\w-])(GOCSPX-[\w-]{28})(?![\w-])/gu, instead: '“GOCSPX-…”' },
  { what: 'an Anthropic API key', sign: 'sk-ant', find: /(?<![\w-])(sk-ant-[\w-]{24,})/gu, instead: '“sk-ant-…”' },
  {
    what: 'an OpenAI API key',
    sign: 'sk-',
    find: /(?<![\w-])(sk-(?!ant-)(?:[a-z]{4,10}-)?[\w-]{32,})/gu,
    instead: '“sk-…”',
    counts: (value) => isRandom(value) && /\d/u.test(value) && /[A-Z]/u.test(value),
  },
  { what: 'an npm token', sign: 'npm_', find: /(?<![A-Za-z0-9])(npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])/gu, instead: '“npm_…”' },
  {
    what: 'a signed token (JWT)',
    sign: 'eyJ',
    find: /(?<![\w-])(eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,})/gu,
    instead: '“eyJhbG…”, or a token whose signature spells out that it is none',
    counts: isSigned,
  },
];

/** How a private key begins, whatever it is for; what follows may stand on the next lines. */
const PEM = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/u;

const SIGNS = new RegExp(`${PATTERNS.map(({ sign }) => sign).join('|')}|PRIVATE KEY`, 'iu');

/** Returns whether `text` may hold a secret: quick, and true of everything that {@link secretsIn} finds something in. */
export function mayHoldSecret(text: string): boolean {
  return SIGNS.test(text);
}

/**
 * What of `text` looks like a secret.
 *
 * @param name the key the text stands under, as some secrets are known by nothing else
 * @param next what stands on the lines behind it
 */
export function secretsIn(text: string, { name = '', next = '' } = {}): readonly Secret[] {
  const named = name === '' ? text : `${name}: ${text}`;
  const found = PATTERNS.flatMap(({ what, find, instead, counts = isRandom }) =>
    [...named.matchAll(find)]
      .map((match) => match[1] ?? match[0])
      .filter((value) => counts(value))
      .map((value): Secret => ({ what, value, instead })),
  );
  return [...found, ...privateKeys(text, next)];
}

function privateKeys(text: string, next: string): readonly Secret[] {
  const start = PEM.exec(text);
  if (!start) return [];
  const body = `${text.slice(start.index + start[0].length)}${next}`.replaceAll(/\\[nr]|\s/gu, '');
  const [value = ''] = /^[A-Za-z0-9+/=]{40,}/u.exec(body) ?? [];
  return value !== '' && isRandom(value)
    ? [{ what: 'a private key', value, instead: '“-----BEGIN PRIVATE KEY-----” and an ellipsis' }]
    : [];
}

/** Words people put where a secret would be, runs of the keyboard, and the same thing three times. */
const PLACEHOLDER =
  /example|sample|placeholder|your|dummy|fake|redacted|changeme|everyone|shared|demo|x{4}|0{6}|1{6}|abcdef|12345678|(.{2,8})\1\1/iu;

/** Stripe's own documentation shows this one. */
const KNOWN: readonly string[] = ['4eC39HqLyjWDarjtT1zdp7dc'];

/** Fewer different characters than this were made by hand. */
const VARIETY = 10;

/** Whether `value` looks made by a machine, not by an author. */
function isRandom(value: string): boolean {
  return !PLACEHOLDER.test(value) && !KNOWN.some((known) => value.includes(known)) && new Set(value).size >= VARIETY;
}
