import { asRecord } from '../../core/asRecord';

/** A token with its parts decoded (RFC 7519). */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Longer tokens are replaced whole. */
const MAX_LENGTH = 16_000;

const JWT = /\beyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]*/gu;

/** Encrypted tokens (RFC 7516) have five parts, and nothing in them can be shown. */
const JWE = /\beyJ[\w-]{4,}(?:\.[\w-]*){4}/gu;

/** Returns the tokens in a text, each with its parts; without parts if it cannot be decoded. */
export function jwtsIn(text: string): readonly { readonly token: string; readonly jwt: Jwt | undefined }[] {
  const encrypted = text.match(JWE) ?? [];
  const plain = (text.match(JWT) ?? []).filter((token) => !encrypted.some((each) => each.startsWith(token)));
  return [...encrypted.map((token) => ({ token, jwt: undefined })), ...plain.map((token) => ({ token, jwt: decodeJwt(token) }))];
}

function decodeJwt(token: string): Jwt | undefined {
  if (token.length > MAX_LENGTH) return undefined;
  try {
    const [header, payload] = token
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown);
    return isObject(header) && isObject(payload) ? { header: asRecord(header), payload: asRecord(payload) } : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
