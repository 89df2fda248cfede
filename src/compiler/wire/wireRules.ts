import { createHash } from 'node:crypto';
import { bodyText, headLines, parsePairs } from '../../core/http';
import { decodeJwt, scopesOf, findJwts } from '../../wire/explore/jwt';
import type { Problem } from '../story/problem';
import { inflateSamlRequest } from './compileWire';
import {
  addressBarParameters,
  mismatchProblem,
  messageParameters,
  messagesWithPaths,
  visibleTextLines,
  fullMessageText,
  type MessageParameter,
  type WireCheckInput,
} from './wireCheckInput';

/** A rule about values that must match between messages, or between messages and the screen. */
export interface WireRule {
  readonly id: string;
  readonly check: (subject: WireCheckInput) => readonly Problem[];
}

/** Parameters with one value throughout a chapter. */
const CONSTANT_PARAMETERS = ['client_id', 'redirect_uri', 'state', 'code', 'code_challenge', 'code_verifier', 'resource'];

const quoteShort = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Requires that `code` and `state` are those in the address bars. */
function checkAddressBars({ timeline, wire, document }: WireCheckInput): readonly Problem[] {
  const bars = addressBarParameters(timeline);
  return messageParameters(wire).flatMap(({ name, value, path }) => {
    const shown = bars.filter(([shownName]) => shownName === name && (name === 'code' || name === 'state')).map(([, each]) => each);
    return shown.length === 0 || shown.includes(value)
      ? []
      : [mismatchProblem(document, path, quoteShort(value), `${quoteShort(shown[0] ?? '')}, as the address bar shows`)];
  });
}

/** Requires that each of {@link CONSTANT_PARAMETERS} has one value throughout a chapter. */
function checkConstantParameters({ wire, document }: WireCheckInput): readonly Problem[] {
  const first = new Map<string, MessageParameter>();
  return messageParameters(wire).flatMap((parameter) => {
    const { name, value, chapter = '', path } = parameter;
    const key = `${chapter}\n${name}`;
    const known = first.get(key) ?? parameter;
    first.set(key, known);
    return !CONSTANT_PARAMETERS.includes(name) || known.value === value
      ? []
      : [mismatchProblem(document, path, quoteShort(value), `${quoteShort(known.value)}, as before`)];
  });
}

/** Requires verifiers that RFC 7636 allows, and challenges that are their hashes. */
function checkPkce({ wire, document }: WireCheckInput): readonly Problem[] {
  const parameters = messageParameters(wire);
  const sent = parameters
    .filter(({ name }) => name === 'code_verifier')
    .flatMap(({ value, path, chapter }) => {
      const challenge = parameters.find((each) => each.name === 'code_challenge' && each.chapter === chapter);
      return [{ verifier: value, path, challenge: challenge?.value }];
    });
  const explored = messagesWithPaths(wire).flatMap(({ message: { explore }, path }) =>
    explore?.type === 'pkce' ? [{ verifier: explore.verifier, path: [...path, 'explore', 'verifier'], challenge: explore.challenge }] : [],
  );
  return [...sent, ...explored].flatMap(({ verifier, path, challenge }) => {
    if (!/^[\w.~-]{43,128}$/u.test(verifier))
      return [mismatchProblem(document, path, quoteShort(verifier), 'a code_verifier of 43 to 128 letters, digits, - . _ ~')];
    const computedChallenge = createHash('sha256').update(verifier).digest('base64url');
    return challenge === undefined || challenge === computedChallenge
      ? []
      : [
          mismatchProblem(
            document,
            path,
            quoteShort(verifier),
            `the verifier of the challenge ${quoteShort(challenge)}; this one’s is ${quoteShort(computedChallenge)}`,
          ),
        ];
  });
}

/** Requires that local ports are those on screen. */
function checkPorts({ timeline, wire, document }: WireCheckInput): readonly Problem[] {
  const portsIn = (text: string): readonly string[] =>
    [...text.matchAll(/(?:localhost|127\.0\.0\.1):(\d+)/gu)].map((match) => match[1] ?? '');
  const shown = new Set(visibleTextLines(timeline).flatMap(portsIn));
  if (shown.size === 0) return [];
  return messagesWithPaths(wire).flatMap(({ message, path }) =>
    [...new Set(portsIn(`${fullMessageText(message)}\n${message.note ?? ''}`))]
      .filter((port) => !shown.has(port))
      .map((port) => mismatchProblem(document, path, `port ${port}`, `port ${[...shown].join(' or ')}, as on screen`)),
  );
}

/** Requires the same scopes in the request, the token and `explore.granted`, and a refusal that names `explore.required`. */
function checkScopes({ wire, document }: WireCheckInput): readonly Problem[] {
  const messages = messagesWithPaths(wire);
  const token = messages.flatMap(({ message }) => findJwts(fullMessageText(message)))[0];
  const tokenScopes = token === undefined ? undefined : scopesOf(decodeJwt(token));
  if (!tokenScopes) return [];
  const equalsTokenScopes = (scopes: readonly string[]): boolean =>
    scopes.length === tokenScopes.length && scopes.every((each) => tokenScopes.includes(each));
  const expected = `${quoteShort(tokenScopes.join(' '))}, as in the token`;
  // Only the first request: later ones ask for more scopes.
  const asked = messageParameters(wire).find(({ name }) => name === 'scope');
  const wrongAsked =
    asked && !equalsTokenScopes(asked.value.split(' ')) ? [mismatchProblem(document, asked.path, quoteShort(asked.value), expected)] : [];
  return [
    ...wrongAsked,
    ...messages.flatMap(({ message, path }) => {
      const { explore } = message;
      if (explore?.type !== 'scopes') return [];
      const wrong = equalsTokenScopes(explore.granted)
        ? []
        : [mismatchProblem(document, [...path, 'explore', 'granted'], quoteShort(explore.granted.join(' ')), expected)];
      const refused = headLines(message).flatMap((line) => /\bscope="([^"]*)"/u.exec(line)?.[1] ?? []);
      const missing = refused
        .filter((each) => each !== explore.required.join(' '))
        .map((each) =>
          mismatchProblem(
            document,
            [...path, 'explore', 'required'],
            quoteShort(explore.required.join(' ')),
            `${quoteShort(each)}, as the refusal says`,
          ),
        );
      return [...wrong, ...missing];
    }),
  ];
}

/** Requires tokens that have the lifetime in the response and on screen, look as on screen, and name the client and the server. */
function checkTokens({ timeline, wire, document }: WireCheckInput): readonly Problem[] {
  const lines = visibleTextLines(timeline);
  const shown = lines.flatMap((line) =>
    [...line.matchAll(/\b(eyJ[\w-]*)(?:\.\.\.|…)([\w-]+)/gu)].map((match) => [match[1] ?? '', match[2] ?? ''] as const),
  );
  const seconds = lines.flatMap((line) => /^Expires[^\d]*(\d+)s$/u.exec(line)?.[1] ?? []);
  const parameters = messageParameters(wire);
  return messagesWithPaths(wire).flatMap(({ message, path }) =>
    [...new Set(findJwts(fullMessageText(message)))].flatMap((token) => {
      const decoded = decodeJwt(token);
      if (!decoded) return [mismatchProblem(document, path, quoteShort(token), 'a token that decodes')];
      const { exp, iat, aud, client_id: client } = decoded.payload;
      const lifetime = Number(exp) - Number(iat);
      const expiresIn = /"expires_in": (\d+)/u.exec(bodyText(message))?.[1];
      const tokenProblem = (found: unknown, expected: string): Problem =>
        mismatchProblem(document, path, `a token with ${String(found)}`, expected);
      const parameterMismatch = (name: string, value: unknown): readonly Problem[] => {
        const sent = parameters.find((each) => each.name === name);
        return value === undefined || sent === undefined || sent.value === value
          ? []
          : [tokenProblem(`${name} ${quoteShort(String(value))}`, `${quoteShort(sent.value)}, as sent`)];
      };
      return [
        ...shown
          .filter(([start, end]) => !token.startsWith(start) || !token.endsWith(end))
          .map(([start, end]) => tokenProblem(`${token.slice(0, 6)}…${token.slice(-4)}`, `${start}…${end}, as on screen`)),
        ...[...seconds, ...(expiresIn === undefined ? [] : [expiresIn])]
          .filter((each) => Number(each) !== lifetime)
          .map((each) =>
            tokenProblem(`${lifetime} seconds from iat to exp`, `${each}, as ${each === expiresIn ? 'expires_in says' : 'on screen'}`),
          ),
        ...parameterMismatch('resource', aud),
        ...parameterMismatch('client_id', client),
      ];
    }),
  );
}

/** Requires SAML requests whose destination is the URL they are sent to, and whose response URL is that of a message. */
function checkSaml({ wire, document }: WireCheckInput): readonly Problem[] {
  const messages = messagesWithPaths(wire);
  const targets = messages.flatMap(({ message }) =>
    message.kind === 'request' && message.request ? [message.request.split(' ')[1] ?? ''] : [],
  );
  return messages.flatMap(({ message, path }) => {
    if (message.kind === 'local') return [];
    const request = parsePairs(message.query).find(([name]) => name === 'SAMLRequest')?.[1];
    if (request === undefined || request === '…') return [];
    const queryPath = [...path, 'query'];
    const xml = inflateSamlRequest(request);
    if (xml === undefined) return [mismatchProblem(document, queryPath, 'a SAMLRequest that does not inflate', 'DEFLATE, then base64')];
    const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(xml)?.[1];
    const [destination, responseUrl] = [attribute('Destination'), attribute('AssertionConsumerServiceURL')];
    const sentTo = message.kind === 'response' ? message.redirect : message.request?.split(' ')[1];
    return [
      ...(destination === sentTo
        ? []
        : [
            mismatchProblem(
              document,
              queryPath,
              `a SAMLRequest for ${quoteShort(destination ?? '')}`,
              `one for ${quoteShort(sentTo ?? '')}, where it is sent`,
            ),
          ]),
      ...(responseUrl === undefined || targets.includes(responseUrl)
        ? []
        : [
            mismatchProblem(
              document,
              queryPath,
              `a SAMLRequest answered at ${quoteShort(responseUrl)}`,
              'an address that a message goes to',
            ),
          ]),
      ...(message.explore?.type === 'saml' && message.explore.request !== request
        ? [mismatchProblem(document, [...path, 'explore', 'request'], 'another SAMLRequest', 'the one that is sent')]
        : []),
    ];
  });
}

/** The rules that `npm run check` applies to wire files. */
export const wireRules: readonly WireRule[] = [
  { id: 'wire-address-bars', check: checkAddressBars },
  { id: 'wire-one-value', check: checkConstantParameters },
  { id: 'wire-pkce', check: checkPkce },
  { id: 'wire-ports', check: checkPorts },
  { id: 'wire-scopes', check: checkScopes },
  { id: 'wire-tokens', check: checkTokens },
  { id: 'wire-saml', check: checkSaml },
];
