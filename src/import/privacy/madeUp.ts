import { createHash } from 'node:crypto';
import type { SecretKind } from './fieldKinds';

/** Longest made-up value. The length of a longer secret is not told. */
const MAX_LENGTH = 48;

const PEOPLE = ['Ann', 'Bob', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gia', 'Hugo', 'Ida', 'Jon', 'Kim', 'Leo', 'Mia', 'Ned', 'Ola', 'Pia'] as const;

/** First parts of host names that may stay, as they say what a host is for. */
const HOST_PURPOSES: ReadonlySet<string> = new Set(
  [
    'account accounts admin api app auth billing cache ci db dev docs gateway git grafana id idp internal jenkins jira ldap login mail mcp',
    'portal prod proxy search sso staging test vault vpn wiki www',
  ].flatMap((line) => line.split(' ')),
);

/** Prefixes by which services mark their tokens. */
const PREFIX =
  /^(?:gh[pousr]_|github_pat_|gl(?:pat|dt|rt|ptt|cbt)-|xox[abeoprs]-|sk-ant-|sk-(?:proj-)?|[rsp]k_(?:live|test)_|whsec_|npm_|tvly-|eyJ)/u;

const MIXED = 'aB3dE5gH7jK9mN2pQ4sT6vW8xZ';

/**
 * Returns a value of the same shape: kind of characters, length up to 48, known prefix. It is made of `count`, the place of the secret
 * among those of its kind from 1, and of nothing else in the secret, so that the secret cannot be calculated from it.
 */
export function madeUpValue(secret: string, kind: SecretKind, count: number): string {
  switch (kind) {
    case 'e-mail address':
      return `${userName(count)}@example.com`;
    case 'user name':
      return secret.includes('@') ? `${userName(count)}@example.com` : userName(count);
    case 'name':
      return /\s/u.test(secret.trim()) ? `${personName(count)} Example` : personName(count);
    case 'phone number':
      return `+1 555 01${String(count % 100).padStart(2, '0')}`;
    case 'date of birth':
      return '1990-01-01';
    case 'picture':
      return `https://example.com/${userName(count)}.png`;
    case 'address':
      return /^[\d.]+$|^[\da-f:]+$/iu.test(secret) ? `203.0.113.${count % 255}` : `${count} Example Street`;
    case 'host':
      return madeUpHost(secret, count);
    default:
      return madeUpToken(secret, count);
  }
}

function personName(count: number): string {
  return PEOPLE[count - 1] ?? `User${count}`;
}

function userName(count: number): string {
  return personName(count).toLowerCase();
}

function madeUpHost(host: string, count: number): string {
  if (/^[\d.]+$/u.test(host)) return `192.0.2.${count % 255}`;
  const first = host.split('.')[0]!;
  return HOST_PURPOSES.has(first.toLowerCase()) ? `${first.toLowerCase()}.example.com` : `host${count}.example.com`;
}

function madeUpToken(secret: string, count: number): string {
  const length = Math.min(secret.length, MAX_LENGTH);
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu.test(secret)) return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
  if (/^\d+$/u.test(secret)) return String(count).padStart(length, '0').slice(-length);
  if (/^[0-9a-f]{16,}$/iu.test(secret)) return count.toString(16).padStart(4, '0').repeat(12).slice(0, length);
  const prefix = PREFIX.exec(secret)?.[0] ?? '';
  const value = prefix + fill(Math.max(length - prefix.length, 6), count);
  if (/^[^a-z]*$/u.test(secret)) return value.toUpperCase();
  return /[A-Z]/u.test(secret) ? value : value.toLowerCase();
}

/** Says that it is an example, so that people and scanners of secrets know. */
function fill(length: number, count: number): string {
  const end = count.toString(36);
  if (length < 'example'.length + end.length) return `demo${end.padStart(length - 'demo'.length, '0')}`;
  const middle = Array.from({ length: length - 'example'.length - end.length }, (_, index) => MIXED[(index + count) % MIXED.length]).join(
    '',
  );
  return `example${middle}${end}`;
}

/** Returns a made-up code_verifier and its challenge (RFC 7636, S256). */
export function madeUpPkce(count: number): { readonly verifier: string; readonly challenge: string } {
  const verifier = fill(43, count);
  return { verifier, challenge: challengeOf(verifier) };
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
