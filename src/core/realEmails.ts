/** An e-mail address in a text. */
interface Email {
  readonly address: string;
  readonly domain: string;
}

const EMAIL = /[\p{L}\p{N}._%+-]+@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/gu;

/** Domains that are reserved for examples and tests. Source: RFC 2606, RFC 6761 */
const RESERVED_DOMAIN = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)$/iu;

/** Returns the e-mail addresses in a text, except those at domains that are reserved for examples. */
export function realEmails(text: string): readonly Email[] {
  return Array.from(text.matchAll(EMAIL), ([address, domain = '']) => ({ address, domain })).filter(
    ({ domain }) => !RESERVED_DOMAIN.test(domain),
  );
}
