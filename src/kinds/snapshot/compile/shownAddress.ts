import { domainToUnicode } from 'node:url';
import { decodePercents } from './decodeForms';

/** Names of query parameters that hold credentials. */
const SECRET_NAME = /(?:token|key|secret|session|sid|auth|code|sig(?:nature)?|password|pwd|jwt|ticket|state|nonce|hash|otp|saml)/iu;

/** A value that a program made, such as a token. */
const CODED = /^(?=[^]*\d)[\w.~+/=-]{20,}$/u;

/** Returns the address that the window shows: decoded, as browsers do, without names of users, passwords, keys and fragment. */
export function shownAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol)) return decodePercents(address.replace(/^[^/?#]*@/u, '').replace(/[?#][^]*$/u, ''));
  const query = [...url.searchParams].filter(([name, value]) => !SECRET_NAME.test(name) && !CODED.test(value));
  const written = query.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${domainToUnicode(url.hostname) || url.hostname}${port}${decodePercents(url.pathname)}${written === '' ? '' : `?${written}`}`;
}
