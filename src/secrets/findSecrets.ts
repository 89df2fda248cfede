import { hasPlausibleSignature } from './jwtSignature';

/** A text that looks like a secret. */
export interface SuspectedSecret {
  /** Kind of secret, with an article. */
  readonly label: string;
  readonly value: string;
  /** UTF-16 offset of `value` in the text, or of the first line of a private key; negative if it begins in the name of the text. */
  readonly at: number;
  /** What the author can write instead. */
  readonly replacement: string;
}

interface SecretPattern {
  readonly label: string;
  /** Source of a regular expression that every match contains, ignoring case. */
  readonly prefilter: string;
  /** The secret is the first group, or the whole match. */
  readonly regex: RegExp;
  readonly replacement: string;
  /** Rejects false positives. @default rejects obvious placeholders */
  readonly isLikelySecret?: (value: string) => boolean;
}

const PATTERNS: readonly SecretPattern[] = [
  {
    label: 'an AWS access key id',
    prefilter: 'AKIA|ASIA',
    regex: /(?<![A-Za-z0-9])((?:AKIA|ASIA)[A-Z0-9]{16})(?![A-Za-z0-9])/gu,
    replacement: 'AWS’s own example, AKIAIOSFODNN7EXAMPLE',
  },
  {
    label: 'an AWS secret access key',
    prefilter: 'secret',
    regex: /secret[\w.\- ]{0,30}["']?\s*[:=\s]\s*["']?([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/giu,
    replacement: 'AWS’s own example, which ends in EXAMPLEKEY',
    isLikelySecret: (value) => looksRandom(value) && /[a-z]/u.test(value) && /[A-Z]/u.test(value) && /\d/u.test(value),
  },
  {
    label: 'a GitHub token',
    prefilter: 'gh[pousr]_|github_pat_',
    regex: /(?<![A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/gu,
    replacement: '“ghp_…”',
  },
  {
    label: 'a GitLab token',
    prefilter: 'gl(?:pat|dt|rt|ptt|cbt)-',
    regex: /(?<![A-Za-z0-9])(gl(?:pat|dt|rt|ptt|cbt)-[\w-]{20,})/gu,
    replacement: '“glpat-…”',
  },
  {
    label: 'a Slack token',
    prefilter: 'xox[abeoprs]-|xapp-',
    regex: /(?<![A-Za-z0-9])(xox[abeoprs]-[\w-]{20,}|xapp-\d-[\w-]{20,})/gu,
    replacement: '“xoxb-…”',
  },
  {
    label: 'a Slack webhook',
    prefilter: 'hooks\\.slack',
    regex: /hooks\.slack\.com\/services\/(T\w{6,}\/B\w{6,}\/\w{20,})/gu,
    replacement: '“https://hooks.slack.com/services/…”',
  },
  {
    label: 'a Stripe key',
    prefilter: '[rs]k_(?:live|test)|whsec_',
    regex: /(?<![A-Za-z0-9])((?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9]{20,})/gu,
    replacement: '“sk_test_…”',
  },
  { label: 'a Google API key', prefilter: 'AIza', regex: /(?<![\w-])(AIza[\w-]{35})(?![\w-])/gu, replacement: '“AIza…”' },
  { label: 'a Google client secret', prefilter: 'GOCSPX', regex: /(?<![\w-])(GOCSPX-[\w-]{28})(?![\w-])/gu, replacement: '“GOCSPX-…”' },
  { label: 'an Anthropic API key', prefilter: 'sk-ant', regex: /(?<![\w-])(sk-ant-[\w-]{24,})/gu, replacement: '“sk-ant-…”' },
  {
    label: 'an OpenAI API key',
    prefilter: 'sk-',
    regex: /(?<![\w-])(sk-(?!ant-)(?:[a-z]{4,10}-)?[\w-]{32,})/gu,
    replacement: '“sk-…”',
    isLikelySecret: (value) => looksRandom(value) && /\d/u.test(value) && /[A-Z]/u.test(value),
  },
  { label: 'an npm token', prefilter: 'npm_', regex: /(?<![A-Za-z0-9])(npm_[A-Za-z0-9]{36})(?![A-Za-z0-9])/gu, replacement: '“npm_…”' },
  { label: 'a PyPI token', prefilter: 'pypi-AgE', regex: /(?<![\w-])(pypi-AgE[\w-]{40,})/gu, replacement: '“pypi-…”' },
  {
    label: 'a SendGrid key',
    prefilter: 'SG\\.[\\w-]{16}',
    regex: /(?<![\w-])(SG\.[\w-]{20,24}\.[\w-]{39,50})(?![\w-])/gu,
    replacement: '“SG.…”',
  },
  { label: 'a Hugging Face token', prefilter: 'hf_[a-z0-9]{20}', regex: /(?<![A-Za-z0-9])(hf_[A-Za-z0-9]{30,})/gu, replacement: '“hf_…”' },
  { label: 'a Docker token', prefilter: 'dckr_', regex: /(?<![A-Za-z0-9])(dckr_[a-z]{3}_[\w-]{20,})/gu, replacement: '“dckr_pat_…”' },
  { label: 'a Vault token', prefilter: 'hv[sbr]\\.', regex: /(?<![\w.-])(hv[sbr]\.[\w-]{24,})/gu, replacement: '“hvs.…”' },
  {
    label: 'an Azure key',
    prefilter: 'AccountKey|AccessKey=',
    regex: /(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{40,}={0,2})/gu,
    replacement: '“AccountKey=…”',
  },
  {
    label: 'a signed token (JWT)',
    prefilter: 'eyJ',
    regex: /(?<![\w-])(eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{20,})/gu,
    replacement: '“eyJhbG…”, or a token whose signature spells out that it is none',
    isLikelySecret: hasPlausibleSignature,
  },
];

/** Header of a private key; the key itself may be on the next lines. */
const PEM = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/gu;

/** Lines between the header and the key, such as how it is encrypted (RFC 1421). */
const PEM_FIELDS = /^(?:(?:\s|\\[nr])*[A-Z][\w-]+: [^\n\\]*(?=\n|\\[nr]))+/u;

const PREFILTER = new RegExp(`${PATTERNS.map(({ prefilter }) => prefilter).join('|')}|PRIVATE KEY`, 'iu');

/** A fast test without false negatives: true for every text in which {@link findSecrets} finds a secret. */
export function mayContainSecret(text: string): boolean {
  return PREFILTER.test(text);
}

/**
 * Returns the parts of `text` that look like secrets.
 *
 * @param name key of the text: some secrets are recognized by it only
 * @param next text of the following lines
 */
export function findSecrets(text: string, { name = '', next = '' } = {}): readonly SuspectedSecret[] {
  const named = name === '' ? text : `${name}: ${text}`;
  const nameLength = named.length - text.length;
  const secrets = PATTERNS.flatMap(({ label, regex, replacement, isLikelySecret = looksRandom }) =>
    [...named.matchAll(regex)].flatMap((match): readonly SuspectedSecret[] => {
      const value = match[1] ?? match[0];
      const at = match.index + match[0].lastIndexOf(value) - nameLength;
      return isLikelySecret(value) ? [{ label, value, at, replacement }] : [];
    }),
  );
  return [...secrets, ...findPrivateKeys(text, next)];
}

function findPrivateKeys(text: string, next: string): readonly SuspectedSecret[] {
  return [...text.matchAll(PEM)].flatMap(({ 0: header, index }): readonly SuspectedSecret[] => {
    const body = `${text.slice(index + header.length)}${next}`.replace(PEM_FIELDS, '').replaceAll(/\\[nr]|\s/gu, '');
    const [value = ''] = /^[A-Za-z0-9+/=]{40,}/u.exec(body) ?? [];
    if (value === '' || !looksRandom(value)) return [];
    return [{ label: 'a private key', value, at: index, replacement: '“-----BEGIN PRIVATE KEY-----” and an ellipsis' }];
  });
}

/** Words that people write instead of a secret, keyboard sequences, and a part that repeats three times. */
export const PLACEHOLDER =
  /example|sample|placeholder|your|dummy|fake|redacted|changeme|everyone|shared|demo|x{4}|0{6}|1{6}|abcdef|12345678|(.{2,8})\1\1/iu;

/** From Stripe's documentation. */
const KNOWN_EXAMPLES: readonly string[] = ['4eC39HqLyjWDarjtT1zdp7dc'];

/** Values with fewer different characters were not generated. */
const MIN_DISTINCT_CHARACTERS = 10;

/** Whether `value` looks generated, not written by an author. */
export function looksRandom(value: string): boolean {
  return (
    !PLACEHOLDER.test(value) && !KNOWN_EXAMPLES.some((known) => value.includes(known)) && new Set(value).size >= MIN_DISTINCT_CHARACTERS
  );
}
