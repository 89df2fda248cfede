import { findPrivateText } from '../../secrets/findPrivateText';
import type { Pair, TraceMessage } from '../wire/trace';
import { contextOf, contextOfParameters, kindOfField, type FieldContext, type SecretKind } from './fieldKinds';
import { jwtsIn, type Jwt } from './jwt';
import { generatedParts } from './looksGenerated';
import { collectPkce } from './pkce';
import type { Found, Replacements } from './replacements';
import { rewriteJson, textsOfJson, type JsonText } from './rewriteJson';
import { deflateSaml, inflateSaml } from './saml';
import { isInternalHost } from './internalHosts';

/** Longest text that is searched; bodies are cut before. */
const MAX_SCANNED = 60_000;

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//iu;

/** Addresses inside of addresses that are followed. */
const MAX_NESTING = 4;

/** Fields in a text: members of JSON, also with escaped quotation marks, and elements of XML. */
const FIELDS_IN_TEXT = [
  /(?<!\\)(?<escape>\\{0,8})"(?<name>[\w.-]{1,100})\k<escape>"\s{0,9}:\s{0,9}\k<escape>"(?<value>[^"\\]{1,2000})\k<escape>"/gu,
  /<(?:[\w.-]{1,100}:)?(?<name>[\w.-]{1,100})(?:\s[^<>]*)?>(?<value>[^<>]{1,2000})<\//gu,
];

const KINDS: Readonly<Record<ReturnType<typeof findPrivateText>[number]['kind'], SecretKind>> = {
  key: 'key',
  token: 'token',
  jwt: 'JWT',
  password: 'password',
  cookie: 'cookie',
  email: 'e-mail address',
  user: 'user name',
  host: 'host',
};

/** Headers whose value is a secret whatever it looks like. */
const SECRET_HEADER = new RegExp(
  `^(?:${[
    'x-api-key|api-key|x-goog-api-key|x-auth-token|x-csrf-token|x-xsrf-token|dpop|dpop-nonce|mcp-session-id',
    'stripe-signature|signature|x-hub-signature(?:-256)?|idempotency-key|etag|if-match|if-none-match',
  ].join('|')})$`,
  'u',
);

/** Adds all secrets of messages to `replacements`. */
export function collectSecrets(messages: readonly TraceMessage[], replacements: Replacements): void {
  collectPkce(messages, replacements);
  const collector = new Collector(replacements);
  for (const message of messages) collector.collect(message);
  collector.addEncoded();
}

class Collector {
  private readonly jwts = new Map<string, { readonly jwt: Jwt; readonly found: Found }>();
  private readonly samlRequests = new Map<string, string>();
  private readonly replacements: Replacements;

  constructor(replacements: Replacements) {
    this.replacements = replacements;
  }

  collect(message: TraceMessage): void {
    const { address, query = [], form = [], headers = [], body, status } = message;
    if (address !== undefined) this.address(new URL(address));
    this.pairs(query, (name) => `parameter “${name}”`);
    this.pairs(form, (name) => `form field “${name}”`);
    for (const [name, value] of headers) this.header(name, value);
    if (body && 'json' in body) for (const each of textsOfJson(body.json)) this.jsonText(each);
    if (body && 'text' in body) this.text(body.text, at('a body'));
    if (status !== undefined) this.text(status, at('a status line'));
    for (const part of message.label.flatMap((word) => word.split('/'))) this.text(part, at('a label'));
    if (message.note !== undefined) this.text(message.note, at('a note'));
  }

  /** Makes tokens and requests of SAML of those that were found, with all secrets in them replaced. */
  addEncoded(): void {
    for (const [token, { jwt, found }] of this.jwts) {
      const part = (value: object): object => rewriteJson(value, this.replacements, true) as object;
      this.replacements.addJwt(token, { header: part(jwt.header), payload: part(jwt.payload), signature: 'not a signature' }, found);
    }
    for (const [request, xml] of this.samlRequests) {
      const madeUp = deflateSaml(this.replacements.rewriteLiterally(xml));
      this.replacements.addMadeUp(request, madeUp, 'identifier', { field: 'saml_request', where: 'parameter “SAMLRequest”' });
    }
  }

  private address(url: URL): void {
    if (isInternalHost(url.hostname)) this.replacements.add(url.hostname, 'host', at('an address'));
    for (const segment of url.pathname.split('/')) this.text(decode(segment), at('an address'));
  }

  private pairs(pairs: readonly Pair[], where: (name: string) => string, depth = 0): void {
    const context = contextOfParameters(pairs.map(([name]) => name));
    const owner = {};
    for (const [name, value] of pairs) {
      if (/^saml_?re(?:quest|sponse)$/iu.test(name)) {
        const xml = inflateSaml(value);
        if (xml !== undefined) this.samlRequests.set(value, xml);
        if (xml !== undefined) this.text(xml, at('a request of SAML'));
        continue;
      }
      this.field(value, { field: name, where: where(name), owner }, context, depth);
      this.text(name, at('the name of a parameter'));
    }
  }

  private field(value: string, found: Found, context: FieldContext, depth: number): void {
    // A value may be an address with secrets in its own parameters.
    if (ADDRESS.test(value) && URL.canParse(value) && depth < MAX_NESTING) {
      const url = new URL(value);
      if (url.host !== '' && /^https?:$/u.test(url.protocol)) this.address(url);
      this.pairs([...url.searchParams, ...new URLSearchParams(url.hash.slice(1))], () => found.where, depth + 1);
      this.text(value, at(found.where));
    } else this.textOfKind(value, kindOfField(found.field, value, context), found);
  }

  private jsonText({ name, text, kind, owner }: JsonText): void {
    const found = { field: name, where: name === '' ? 'JSON' : `JSON “${name}”`, owner };
    if (ADDRESS.test(text)) this.field(text, found, {}, 0);
    else this.textOfKind(text, kind, found);
  }

  /** Adds a text of a known kind, or the secrets in one of none. A token that can be read is added with its parts. */
  private textOfKind(text: string, kind: SecretKind | undefined, found: Found): void {
    if (found.owner) this.replacements.notePerson(text, found.owner);
    if (kind === undefined || jwtsIn(text).some(({ token, jwt }) => token === text && jwt)) this.text(text, found);
    else this.replacements.add(text, kind, found);
  }

  private header(name: string, value: string): void {
    const found: Found = { field: name, where: `header ${name}` };
    const lower = name.toLowerCase();
    if (lower === 'authorization' || lower === 'proxy-authorization') this.credentials(value, found);
    else if (lower === 'cookie') for (const each of value.split(/;\s*/u)) this.cookie(each);
    else if (lower === 'set-cookie') this.cookie(value.split(';')[0]!);
    else if (lower === 'location' && URL.canParse(value)) this.pairs([...new URL(value).searchParams], (each) => `parameter “${each}”`);
    else if (SECRET_HEADER.test(lower)) this.textOfKind(value, 'token', found);
    this.text(value, found);
  }

  private credentials(value: string, { where }: Found): void {
    const [scheme = '', ...rest] = value.trim().split(/\s+/u);
    const given = rest.join(' ');
    if (/^basic$/iu.test(scheme)) this.basic(given, where);
    else if (given === '') this.textOfKind(scheme, 'token', { field: 'token', where });
    else if (/^[\w.~+/=-]+$/u.test(given)) this.textOfKind(given, 'token', { field: 'access_token', where });
    else
      for (const [, each = ''] of given.matchAll(/=\s*"?([^\s",]{8,})/gu)) this.replacements.add(each, 'token', { field: 'token', where });
  }

  /** The made-up value has a made-up name and password (RFC 7617). */
  private basic(encoded: string, where: string): void {
    const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const madeUp = Buffer.from('ann:example-password').toString('base64');
    this.replacements.addMadeUp(encoded, madeUp, 'password', { field: 'basic', where });
    this.replacements.add(rest.join(':'), 'password', { field: 'password', where });
    if (user.length >= 4)
      this.replacements.add(user, generatedParts(user).length > 0 ? 'identifier' : 'user name', { field: 'user', where });
  }

  private cookie(pair: string): void {
    const split = pair.indexOf('=');
    const [name, value] = [
      pair.slice(0, split).trim(),
      pair
        .slice(split + 1)
        .trim()
        .replaceAll(/^"|"$/gu, ''),
    ];
    if (split > 0 && value !== '' && value !== '…') this.textOfKind(value, 'cookie', { field: name, where: `cookie “${name}”` });
  }

  /** Adds what tells in a text by what it looks like. */
  private text(whole: string, found: Found): void {
    const text = whole.slice(0, MAX_SCANNED);
    for (const { token, jwt } of jwtsIn(text)) {
      if (!jwt) this.replacements.add(token, 'token', found);
      else if (!this.jwts.has(token)) {
        this.jwts.set(token, { jwt, found });
        for (const each of [...textsOfJson(jwt.header), ...textsOfJson(jwt.payload)])
          if (jwtsIn(each.text).length === 0)
            this.textOfKind(each.text, each.kind, { field: each.name, where: `claim “${each.name}”`, owner: each.owner });
      }
    }
    // Only a whole value has the name of its field.
    const place = (part: string): Found => (part === whole ? found : { ...found, field: '' });
    for (const { kind, value } of findPrivateText(text)) if (kind !== 'jwt') this.replacements.add(value, KINDS[kind], place(value));
    this.fieldsIn(text);
    for (const part of generatedParts(text)) if (!this.isInToken(part)) this.replacements.add(part, 'identifier', place(part));
  }

  private fieldsIn(text: string): void {
    const fields = FIELDS_IN_TEXT.flatMap((pattern) => [...text.matchAll(pattern)]).map(
      ({ groups }) => [groups!['name']!, groups!['value']!.trim()] as const,
    );
    const context = contextOf(fields.map(([name]) => name));
    for (const [name, value] of fields) {
      const kind = jwtsIn(value).length === 0 ? kindOfField(name, value, context) : undefined;
      if (kind !== undefined) this.replacements.add(value, kind, { field: name, where: `“${name}” in a text` });
    }
  }

  private isInToken(part: string): boolean {
    return [...this.jwts.keys()].some((token) => token.includes(part));
  }
}

function at(where: string): Found {
  return { field: '', where };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
