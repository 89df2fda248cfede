import { realEmails } from '../core/realEmails';
import { findSecrets, mayContainSecret } from './findSecrets';
import { isWritten, PRIVATE_PATTERNS, type PrivateKind, type PrivatePattern } from './privatePatterns';

/** A part of a text that should not be published. */
export interface PrivateText {
  readonly kind: PrivateKind;
  /** What it looks like, with an article. */
  readonly label: string;
  readonly value: string;
  /** UTF-16 offset of `value` in the text. */
  readonly at: number;
}

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
    ...PRIVATE_PATTERNS.flatMap((pattern) => matchesOf(pattern, text)),
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
