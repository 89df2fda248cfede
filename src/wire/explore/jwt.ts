/** A JSON Web Token taken apart. Nothing is verified. */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The bytes of the signature, a character for each. */
  readonly signature: string;
}

/** Tokens in a text. */
export function findJwts(text: string): readonly string[] {
  return text.match(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/gu) ?? [];
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The bytes of base64url text, a character for each; signs that do not belong are passed over. */
function fromBase64Url(text: string): string {
  let bits = 0;
  let buffer = 0;
  let bytes = '';
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) continue;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += String.fromCharCode((buffer >> bits) & 0xff);
  }
  return bytes;
}

/** Bytes, a character for each, as base64url. */
export function toBase64Url(bytes: Iterable<number>): string {
  const all = [...bytes];
  let text = '';
  for (let at = 0; at < all.length; at += 3) {
    const [one = 0, two = 0, three = 0] = all.slice(at, at + 3);
    const group = (one << 16) | (two << 8) | three;
    for (let sign = 0; sign <= Math.min(3, all.length - at); sign += 1) text += ALPHABET[(group >> (18 - 6 * sign)) & 63] ?? '';
  }
  return text;
}

/** UTF-8 out of bytes, a character for each. */
function decodeUtf8(bytes: string): string {
  return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''));
}

/** A token's parts; undefined for anything that is none. */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const [header = '', payload = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0) return undefined;
  try {
    const [first, second] = [header, payload].map((part) => JSON.parse(decodeUtf8(fromBase64Url(part))) as unknown);
    if (!isRecord(first) || !isRecord(second)) return undefined;
    return { header: first, payload: second, signature: fromBase64Url(signature) };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The scopes a token holds; undefined where it names none. */
export function scopesOf(token: DecodedJwt | undefined): readonly string[] | undefined {
  const scope = token?.payload['scope'];
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : undefined;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A moment in seconds since 1970, in words: `1 January 2026, 00:00:00 UTC`. */
export function formatTimestamp(seconds: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return 'no moment';
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}, ${date.toISOString().slice(11, 19)} UTC`;
}

/** A length of time in words: `1 hour`, `90 seconds`, `2 hours 30 minutes`. */
export function durationInWords(seconds: number): string {
  const counts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const words = counts.flatMap((count, at) =>
    count === 0 ? [] : [`${count} ${['hour', 'minute', 'second'][at] ?? ''}${count === 1 ? '' : 's'}`],
  );
  return words.join(' ') || 'no time';
}
