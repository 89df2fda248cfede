/** Length of a signature in bytes by the header's `alg` (RFC 7518, RFC 8037). RSA signatures have the length of the key. */
const SIGNATURE_BYTES: Readonly<Record<string, readonly number[]>> = {
  HS256: [32],
  HS384: [48],
  HS512: [64],
  ES256: [64],
  ES256K: [64],
  ES384: [96],
  ES512: [132],
  EdDSA: [64, 114],
  Ed25519: [64],
  Ed448: [114],
};
const RSA_SIGNATURE_BYTES = { least: 128, most: 1024 } as const;

/** Start of the signatures in the examples on jwt.io. */
const JWT_IO_SIGNATURES: readonly string[] = ['SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV', 'KMUFsIDTnFmyG3nMiGM6H9FNFUROf3wh7S'];

/**
 * Whether a server could accept `token`: its header and claims are JSON, and its signature has the length of its algorithm and is not
 * readable text. Does not verify the signature.
 */
export function hasPlausibleSignature(token: string): boolean {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const alg = decodeJsonPart(header)?.['alg'];
  if (typeof alg !== 'string' || !decodeJsonPart(claims) || JWT_IO_SIGNATURES.some((known) => signature.startsWith(known))) return false;
  const bytes = Buffer.from(signature, 'base64url');
  if (looksReadable(bytes.toString('latin1')) || looksReadable(signature.replaceAll(/[-_]/gu, ' '))) return false;
  if (/^[RP]S(?:256|384|512)$/u.test(alg)) return bytes.length >= RSA_SIGNATURE_BYTES.least && bytes.length <= RSA_SIGNATURE_BYTES.most;
  return SIGNATURE_BYTES[alg]?.includes(bytes.length) ?? false;
}

/** Whether a person wrote the text: all characters are printable, and it has typical words or few different characters. */
function looksReadable(text: string): boolean {
  return (
    /^[\x20-\x7E]*$/u.test(text) &&
    (/\b(?:no|not|none|demo|example|fake|invalid|signature|secret)\b/iu.test(text) || new Set(text).size < 10)
  );
}

function decodeJsonPart(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
