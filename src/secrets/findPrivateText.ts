import { realEmails } from '../core/realEmails';
import { findSecrets, looksRandom, mayContainSecret, PLACEHOLDER } from './findSecrets';

/** What a private text is. `user` is the name of a person in a path, `host` a computer of an internal network. */
type PrivateKind = 'key' | 'token' | 'jwt' | 'password' | 'cookie' | 'email' | 'user' | 'host';

/** A part of a text that should not be published. */
export interface PrivateText {
  readonly kind: PrivateKind;
  /** What it looks like, with an article. */
  readonly label: string;
  readonly value: string;
  /** UTF-16 offset of `value` in the text. */
  readonly at: number;
}

interface PrivatePattern {
  readonly kind: PrivateKind;
  readonly label: string;
  /** The private text is the group `value`. */
  readonly regex: RegExp;
  readonly isPrivate?: (value: string) => boolean;
}

const SECRET_NAME = String.raw`(?:secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)`;
/** On one line: at the end of a line, `password:` asks for it. */
const ASSIGNED = String.raw`\\?["']?[ \t]*[:=][ \t]*\\?["']?`;
const VALUE = String.raw`(?<value>[^\s"'&;,<>{}()\[\]\\]+)`;

const isWritten = (value: string): boolean => !PLACEHOLDER.test(value) && !/^(?:\$|%|\*|•|…|\.\.\.)|[…*•]{3}|^\{\{/u.test(value);
const isPassword = (value: string): boolean =>
  (value.length >= 4 || (value.length === 3 && /\d/u.test(value) && /[a-z]/iu.test(value))) &&
  isWritten(value) &&
  !/^(?:string|null|none|true|false|undefined|required|optional|password|empty|incorrect)[.!?]?$/iu.test(value);
const isToken = (value: string): boolean => value.length >= 12 && isWritten(value) && /\d/u.test(value) && looksRandom(value);

/** Names of accounts that many computers have. */
export const COMMON_USERS = new RegExp(
  '^(?:me|you|users?|users?name|root|admin|ann|bob|demo|example|guest|shared|public|default|dev|test|' +
    'runner|ubuntu|debian|vagrant|node|vscode|pi|git|app|www-data)$',
  'iu',
);

const isHost = (value: string): boolean => !/(?:^|\.)(?:localhost|example\.[a-z]+)$/iu.test(value);

/** In order of precedence: of two texts that overlap, the first is kept. */
const PATTERNS: readonly PrivatePattern[] = [
  {
    kind: 'password',
    label: 'a password in an address',
    regex: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:(?<value>[^\s/@]+)@/giu,
    isPrivate: isPassword,
  },
  {
    kind: 'password',
    label: 'a password',
    regex: new RegExp(String.raw`(?:password|passwd|passphrase|pwd)${ASSIGNED}${VALUE}`, 'giu'),
    isPrivate: isPassword,
  },
  {
    kind: 'password',
    label: 'a password',
    regex: /--(?:password|passwd|pass)[ \t]+["']?(?<value>[^\s"'-][^\s"']*)/gu,
    isPrivate: isPassword,
  },
  {
    kind: 'password',
    label: 'a name and password',
    regex: /\bBasic[ \t]+(?<value>[A-Za-z0-9+/]{8,}={0,2})(?![A-Za-z0-9+/=])/gu,
    isPrivate: (value) => isWritten(value) && Buffer.from(value, 'base64').toString('latin1').includes(':'),
  },
  { kind: 'token', label: 'a bearer token', regex: /\bBearer[ \t]+(?<value>[\w\-.~+/]{12,}=*)/giu, isPrivate: isToken },
  { kind: 'token', label: 'a token', regex: new RegExp(String.raw`${SECRET_NAME}${ASSIGNED}${VALUE}`, 'giu'), isPrivate: isToken },
  {
    kind: 'token',
    label: 'a token',
    regex: new RegExp(String.raw`--[\w-]*${SECRET_NAME}[ \t]+["']?(?<value>[^\s"']+)`, 'giu'),
    isPrivate: isToken,
  },
  {
    kind: 'user',
    label: 'the name of a user',
    regex: /(?:\/home\/|\/Users\/|\b[A-Z]:\\+Users\\+)(?<value>[\p{L}\p{N}][\p{L}\p{N}._-]*)/gu,
    isPrivate: (value) => !COMMON_USERS.test(value),
  },
  {
    kind: 'host',
    label: 'a computer of an internal network',
    regex: /(?<![\w.-])(?<value>(?:[a-z0-9][a-z0-9-]*\.)+(?:internal|intranet|corp|lan|local|localdomain|home\.arpa))(?![\w-]|\.\w)/giu,
    isPrivate: isHost,
  },
  {
    kind: 'host',
    label: 'an address of an internal network',
    regex: /(?<![\w.-])(?<value>(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2})(?![\w-]|\.\d)/gu,
  },
];

/** A header with cookies, up to the end of its line. */
const COOKIE_HEADER = /\b(?:set-)?cookie:[ \t]*(?<pairs>[^\r\n"]+)/giu;
const COOKIE_ATTRIBUTE = /^(?:path|domain|expires|max-age|samesite|priority)$/iu;

/**
 * Returns the secrets and private names in `text`, in order and without overlaps. The time may grow with the square of the length of a
 * run without spaces: cut texts to some 100 kB before.
 */
export function findPrivateText(text: string): readonly PrivateText[] {
  const secrets = mayContainSecret(text) ? findSecrets(text) : [];
  const all = [
    ...secrets.map(({ label, value, at }) => splitValue({ kind: kindOf(label), label, value, at }, text)),
    ...PATTERNS.flatMap((pattern) => matchesOf(pattern, text)),
    ...cookiesIn(text),
    ...emailsIn(text),
  ];
  const kept: PrivateText[] = [];
  for (const each of all) if (!kept.some((other) => overlap(each, other))) kept.push(each);
  return kept.toSorted((a, b) => a.at - b.at);
}

function kindOf(label: string): PrivateKind {
  if (label.includes('JWT')) return 'jwt';
  return /key|secret/u.test(label) ? 'key' : 'token';
}

/** A private key with its last line, or the lines that are shown of it. */
const WHOLE_KEY = /^-{5}BEGIN [A-Z0-9 ]+-{5}(?:[\w+/=\s:,.()-]|\\[nr])*?-{5}END [A-Z0-9 ]+-{5}/u;
const CUT_KEY = /^-{5}BEGIN [A-Z0-9 ]+-{5}(?:(?:\s|\\[nr])*(?:[\w-]+: [^\n\\]*|[A-Za-z0-9+/=]{40,}))*/u;

/** A private key of several lines is one text up to its end. */
function splitValue(found: PrivateText, text: string): PrivateText {
  if (text.startsWith(found.value, found.at)) return found;
  const rest = text.slice(found.at);
  return { ...found, value: (WHOLE_KEY.exec(rest) ?? CUT_KEY.exec(rest))?.[0] ?? found.value };
}

/** Returns the lines of a secret that tell it: a private key stands on several, and what it is stands before and after it. */
export function linesOfSecret(value: string): readonly string[] {
  if (!value.includes('\n')) return [value];
  return value.split('\n').filter((line) => line.length > 2 && !/^-{5}(?:BEGIN|END) /u.test(line));
}

function matchesOf({ kind, label, regex, isPrivate = () => true }: PrivatePattern, text: string): readonly PrivateText[] {
  return [...text.matchAll(regex)].flatMap((match): readonly PrivateText[] => {
    const value = match.groups?.['value'] ?? '';
    return isPrivate(value) ? [{ kind, label, value, at: match.index + match[0].lastIndexOf(value) }] : [];
  });
}

function cookiesIn(text: string): readonly PrivateText[] {
  return [...text.matchAll(COOKIE_HEADER)].flatMap((header): PrivateText[] => {
    const start = header.index + header[0].length - (header.groups?.['pairs'] ?? '').length;
    return [...(header.groups?.['pairs'] ?? '').matchAll(/(?<name>[^\s=;]+)=(?<value>[^;\s]+)/gu)].flatMap((match): PrivateText[] => {
      const { name = '', value = '' } = match.groups ?? {};
      if (COOKIE_ATTRIBUTE.test(name) || !isWritten(value)) return [];
      return [{ kind: 'cookie', label: 'a cookie', value, at: start + match.index + name.length + 1 }];
    });
  });
}

function emailsIn(text: string): readonly PrivateText[] {
  let from = 0;
  return realEmails(text).map(({ address }): PrivateText => {
    const at = text.indexOf(address, from);
    from = at + address.length;
    return { kind: 'email', label: 'an e-mail address', value: address, at };
  });
}

function overlap(one: PrivateText, other: PrivateText): boolean {
  return one.at < other.at + other.value.length && other.at < one.at + one.value.length;
}
