import { createHash } from 'node:crypto';
import { bodyOf, headOf, pairsOf } from '../../core/http';
import { decodeToken, scopesOf, tokensIn } from '../../wire/explore/jwt';
import type { Problem } from '../story/problem';
import { inflate } from './compileWire';
import {
  addressBars,
  disagreement,
  parametersOf,
  placedMessages,
  screenLines,
  wordsOf,
  type Parameter,
  type WireSubject,
} from './wireCheckInput';

/** What must agree across messages, and between them and the screen. */
export interface WireRule {
  readonly id: string;
  readonly summary: string;
  readonly check: (subject: WireSubject) => readonly Problem[];
}

/** Parameters that stay the same from the first request of an exchange to the last. */
const LASTING = ['client_id', 'redirect_uri', 'state', 'code', 'code_challenge', 'code_verifier', 'resource'];

const quoted = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** `code` and `state` are those of the address bars. */
function likeAddressBars({ timeline, wire, document }: WireSubject): readonly Problem[] {
  const bars = addressBars(timeline);
  return parametersOf(wire).flatMap(({ name, value, path }) => {
    const shown = bars.filter(([shownName]) => shownName === name && (name === 'code' || name === 'state')).map(([, each]) => each);
    return shown.length === 0 || shown.includes(value)
      ? []
      : [disagreement(document, path, quoted(value), `${quoted(shown[0] ?? '')}, as the address bar shows`)];
  });
}

/** A parameter has one value throughout a chapter. */
function oneValue({ wire, document }: WireSubject): readonly Problem[] {
  const first = new Map<string, Parameter>();
  return parametersOf(wire).flatMap((parameter) => {
    const { name, value, chapter = '', path } = parameter;
    const key = `${chapter}\n${name}`;
    const known = first.get(key) ?? parameter;
    first.set(key, known);
    return !LASTING.includes(name) || known.value === value
      ? []
      : [disagreement(document, path, quoted(value), `${quoted(known.value)}, as before`)];
  });
}

/** The challenge is the verifier's, and the verifier is one RFC 7636 allows. */
function challengeMatches({ wire, document }: WireSubject): readonly Problem[] {
  const parameters = parametersOf(wire);
  const sent = parameters
    .filter(({ name }) => name === 'code_verifier')
    .flatMap(({ value, path, chapter }) => {
      const challenge = parameters.find((each) => each.name === 'code_challenge' && each.chapter === chapter);
      return [{ verifier: value, path, challenge: challenge?.value }];
    });
  const tried = placedMessages(wire).flatMap(({ message: { explore }, path }) =>
    explore?.type === 'pkce' ? [{ verifier: explore.verifier, path: [...path, 'explore', 'verifier'], challenge: explore.challenge }] : [],
  );
  return [...sent, ...tried].flatMap(({ verifier, path, challenge }) => {
    if (!/^[\w.~-]{43,128}$/u.test(verifier))
      return [disagreement(document, path, quoted(verifier), 'a code_verifier of 43 to 128 letters, digits, - . _ ~')];
    const made = createHash('sha256').update(verifier).digest('base64url');
    return challenge === undefined || challenge === made
      ? []
      : [
          disagreement(
            document,
            path,
            quoted(verifier),
            `the verifier of the challenge ${quoted(challenge)}; this one’s is ${quoted(made)}`,
          ),
        ];
  });
}

/** Local ports are those on screen. */
function portsAgree({ timeline, wire, document }: WireSubject): readonly Problem[] {
  const portsIn = (text: string): readonly string[] =>
    [...text.matchAll(/(?:localhost|127\.0\.0\.1):(\d+)/gu)].map((match) => match[1] ?? '');
  const shown = new Set(screenLines(timeline).flatMap(portsIn));
  if (shown.size === 0) return [];
  return placedMessages(wire).flatMap(({ message, path }) =>
    [...new Set(portsIn(`${wordsOf(message)}\n${message.note ?? ''}`))]
      .filter((port) => !shown.has(port))
      .map((port) => disagreement(document, path, `port ${port}`, `port ${[...shown].join(' or ')}, as on screen`)),
  );
}

/** The scopes asked for, those in the token and those the check of scopes starts from are the same, and a refusal names what was missing. */
function scopesAgree({ wire, document }: WireSubject): readonly Problem[] {
  const messages = placedMessages(wire);
  const token = messages.flatMap(({ message }) => tokensIn(wordsOf(message)))[0];
  const held = token === undefined ? undefined : scopesOf(decodeToken(token));
  if (!held) return [];
  const same = (scopes: readonly string[]): boolean => scopes.length === held.length && scopes.every((each) => held.includes(each));
  const expected = `${quoted(held.join(' '))}, as in the token`;
  // What is asked for after the token came is more.
  const asked = parametersOf(wire).find(({ name }) => name === 'scope');
  const wrongAsked = asked && !same(asked.value.split(' ')) ? [disagreement(document, asked.path, quoted(asked.value), expected)] : [];
  return [
    ...wrongAsked,
    ...messages.flatMap(({ message, path }) => {
      const { explore } = message;
      if (explore?.type !== 'scopes') return [];
      const wrong = same(explore.granted)
        ? []
        : [disagreement(document, [...path, 'explore', 'granted'], quoted(explore.granted.join(' ')), expected)];
      const refused = headOf(message).flatMap((line) => /\bscope="([^"]*)"/u.exec(line)?.[1] ?? []);
      const missing = refused
        .filter((each) => each !== explore.required.join(' '))
        .map((each) =>
          disagreement(
            document,
            [...path, 'explore', 'required'],
            quoted(explore.required.join(' ')),
            `${quoted(each)}, as the refusal says`,
          ),
        );
      return [...wrong, ...missing];
    }),
  ];
}

/** Tokens last as long as the response and the screen say, begin and end as on screen, and name this client and server. */
function tokensAgree({ timeline, wire, document }: WireSubject): readonly Problem[] {
  const lines = screenLines(timeline);
  const shown = lines.flatMap((line) =>
    [...line.matchAll(/\b(eyJ[\w-]*)(?:\.\.\.|…)([\w-]+)/gu)].map((match) => [match[1] ?? '', match[2] ?? ''] as const),
  );
  const seconds = lines.flatMap((line) => /^Expires[^\d]*(\d+)s$/u.exec(line)?.[1] ?? []);
  const parameters = parametersOf(wire);
  return placedMessages(wire).flatMap(({ message, path }) =>
    [...new Set(tokensIn(wordsOf(message)))].flatMap((token) => {
      const decoded = decodeToken(token);
      if (!decoded) return [disagreement(document, path, quoted(token), 'a token that decodes')];
      const { exp, iat, aud, client_id: client } = decoded.payload;
      const life = Number(exp) - Number(iat);
      const says = /"expires_in": (\d+)/u.exec(bodyOf(message))?.[1];
      const wrong = (found: unknown, expected: string): Problem => disagreement(document, path, `a token with ${String(found)}`, expected);
      const differs = (name: string, value: unknown): readonly Problem[] => {
        const sent = parameters.find((each) => each.name === name);
        return value === undefined || sent === undefined || sent.value === value
          ? []
          : [wrong(`${name} ${quoted(String(value))}`, `${quoted(sent.value)}, as sent`)];
      };
      return [
        ...shown
          .filter(([start, end]) => !token.startsWith(start) || !token.endsWith(end))
          .map(([start, end]) => wrong(`${token.slice(0, 6)}…${token.slice(-4)}`, `${start}…${end}, as on screen`)),
        ...[...seconds, ...(says === undefined ? [] : [says])]
          .filter((each) => Number(each) !== life)
          .map((each) => wrong(`${life} seconds from iat to exp`, `${each}, as ${each === says ? 'expires_in says' : 'on screen'}`)),
        ...differs('resource', aud),
        ...differs('client_id', client),
      ];
    }),
  );
}

/** A SAML request goes to the address it is sent to, and its answer to one that a message goes to. */
function samlAgrees({ wire, document }: WireSubject): readonly Problem[] {
  const messages = placedMessages(wire);
  const targets = messages.flatMap(({ message }) =>
    message.kind === 'request' && message.request ? [message.request.split(' ')[1] ?? ''] : [],
  );
  return messages.flatMap(({ message, path }) => {
    if (message.kind === 'local') return [];
    const request = pairsOf(message.query).find(([name]) => name === 'SAMLRequest')?.[1];
    if (request === undefined || request === '…') return [];
    const place = [...path, 'query'];
    const xml = inflate(request);
    if (xml === undefined) return [disagreement(document, place, 'a SAMLRequest that does not inflate', 'DEFLATE, then base64')];
    const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(xml)?.[1];
    const [destination, answer] = [attribute('Destination'), attribute('AssertionConsumerServiceURL')];
    const sentTo = message.kind === 'response' ? message.redirect : message.request?.split(' ')[1];
    return [
      ...(destination === sentTo
        ? []
        : [
            disagreement(
              document,
              place,
              `a SAMLRequest for ${quoted(destination ?? '')}`,
              `one for ${quoted(sentTo ?? '')}, where it is sent`,
            ),
          ]),
      ...(answer === undefined || targets.includes(answer)
        ? []
        : [disagreement(document, place, `a SAMLRequest answered at ${quoted(answer)}`, 'an address that a message goes to')]),
      ...(message.explore?.type === 'saml' && message.explore.request !== request
        ? [disagreement(document, [...path, 'explore', 'request'], 'another SAMLRequest', 'the one that is sent')]
        : []),
    ];
  });
}

/** What `npm run check` proves of a wire file beyond its shape. */
export const wireRules: readonly WireRule[] = [
  { id: 'wire-address-bars', summary: 'code and state equal the address bars', check: likeAddressBars },
  { id: 'wire-one-value', summary: 'a parameter keeps its value from message to message', check: oneValue },
  { id: 'wire-pkce', summary: 'the challenge matches the verifier', check: challengeMatches },
  { id: 'wire-ports', summary: 'local ports are those on screen', check: portsAgree },
  { id: 'wire-scopes', summary: 'scopes asked for, granted and required agree', check: scopesAgree },
  { id: 'wire-tokens', summary: 'tokens agree with the screen and the messages', check: tokensAgree },
  { id: 'wire-saml', summary: 'SAML requests inflate and name the right addresses', check: samlAgrees },
];
