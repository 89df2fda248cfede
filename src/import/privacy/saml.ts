import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A request of SAML is one or two kilobytes; a larger one is left out. */
const MAX_BYTES = 32_000;

/** Returns the XML of a SAMLRequest of the HTTP-Redirect binding; undefined if it is none, or too large. */
export function inflateSaml(request: string): string | undefined {
  try {
    const xml = inflateRawSync(Buffer.from(request, 'base64'), { maxOutputLength: MAX_BYTES }).toString('utf8');
    return xml.trimStart().startsWith('<') ? xml : undefined;
  } catch {
    return undefined;
  }
}

/** Returns XML as the HTTP-Redirect binding sends it. A signature in it would not hold any more and is left out. */
export function deflateSaml(xml: string): string {
  const unsigned = xml.replaceAll(/<(?:\w+:)?Signature\b[^>]*>[^]*?<\/(?:\w+:)?Signature>/gu, '');
  return deflateRawSync(Buffer.from(unsigned)).toString('base64');
}
