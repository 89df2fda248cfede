import { inflateRawSync } from 'node:zlib';

/** Returns the XML of a SAMLRequest of the HTTP-Redirect binding; undefined if it is not base64 of deflated data. */
export function inflateSamlRequest(request: string): string | undefined {
  try {
    return inflateRawSync(Buffer.from(request, 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
}
