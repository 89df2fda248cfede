/** A decoded JSON Web Token (RFC 7519). Nothing is verified. */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The bytes of the signature, one character per byte. */
  readonly signature: string;
}

/** Returns everything in `text` that looks like a JSON Web Token. */
export function findJwts(text: string): readonly string[] {
  return text.match(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/gu) ?? [];
}

/** Returns the bytes of base64url text (RFC 4648), one character per byte. Tolerates other characters and any length (ADR 034). */
function fromBase64Url(text: string): string {
  const digits = text
    .replaceAll(/[^\w-]/gu, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return atob(digits.slice(0, digits.length % 4 === 1 ? -1 : undefined));
}

/** Returns bytes as base64url without padding (RFC 4648). */
export function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Returns the parts of a token; undefined if it is not a JSON Web Token. */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const [header = '', payload = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0) return undefined;
  try {
    const [first, second] = [header, payload].map((part) => {
      const bytes = Uint8Array.from(fromBase64Url(part), (byte) => byte.charCodeAt(0));
      return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown;
    });
    if (!isRecord(first) || !isRecord(second)) return undefined;
    return { header: first, payload: second, signature: fromBase64Url(signature) };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the scopes of a token; undefined if it has no claim `scope`. */
export function scopesOf(token: DecodedJwt | undefined): readonly string[] | undefined {
  const scope = token?.payload['scope'];
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : undefined;
}

/** Formats seconds since 1970: `1 January 2026, 00:00:00 UTC`. */
export function formatTimestamp(seconds: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'no moment';
  const day = date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return `${day}, ${date.toISOString().slice(11, 19)} UTC`;
}

/** Formats a duration in seconds: `1 hour`, `1 minute 30 seconds`, `2 hours 30 minutes`. */
export function durationInWords(seconds: number): string {
  const counts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const words = counts.flatMap((count, at) =>
    count === 0 ? [] : [`${count} ${['hour', 'minute', 'second'][at] ?? ''}${count === 1 ? '' : 's'}`],
  );
  return words.join(' ') || 'no time';
}
