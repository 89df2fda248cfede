import { toBase64Url } from './jwt';

/** Returns the code_challenge of a verifier (S256, RFC 7636); undefined without Web Crypto, as on plain http. */
export async function computeCodeChallenge(verifier: string): Promise<string | undefined> {
  if (typeof crypto === 'undefined' || !('subtle' in crypto)) return undefined;
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/** Inflates base64 of deflated text; undefined for any other text, or if the browser cannot inflate. */
export async function inflateBase64(base64: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return await new Response(stream).text();
  } catch {
    return undefined;
  }
}
