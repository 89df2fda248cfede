import { createHash } from 'node:crypto';
import { bodyText, headLines, parsePairs } from '../../core/http';
import { decodeJwt, scopesOf, findJwts } from '../../wire/explore/jwt';
import type { JsonPath } from '../story/jsonPath';
import type { Problem } from '../story/problem';
import { toProblem } from '../story/toProblem';
import { inflateSamlRequest } from './inflateSamlRequest';
import {
  addressBarParameters,
  messageParameters,
  messagesWithPaths,
  visibleTextLines,
  fullMessageText,
  type WireCheckInput,
} from './wireCheckInput';

/** A rule about values that must match between messages, or between messages and the screen. */
export interface WireRule {
  readonly id: string;
  readonly check: (input: WireCheckInput) => readonly Problem[];
}

type Report = (path: JsonPath, found: string, expected: string) => void;

function defineRule(id: string, run: (input: WireCheckInput, report: Report) => void): WireRule {
  const check = (input: WireCheckInput): readonly Problem[] => {
    const problems: Problem[] = [];
    run(input, (path, found, expected) => problems.push(toProblem(input.document, { path, found, expected })));
    return problems;
  };
  return { id, check };
}

/** Parameters with one value throughout a chapter. */
const CONSTANT_PARAMETERS = ['client_id', 'redirect_uri', 'state', 'code', 'code_challenge', 'code_verifier', 'resource'];

const quoteShort = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Requires that `code` and `state` are those in the address bars. */
function checkAddressBars({ timeline, wire }: WireCheckInput, report: Report): void {
  const bars = addressBarParameters(timeline).filter(([name]) => name === 'code' || name === 'state');
  for (const { name, value, path } of messageParameters(wire)) {
    const shown = bars.filter(([shownName]) => shownName === name).map(([, each]) => each);
    if (shown.length > 0 && !shown.includes(value))
      report(path, quoteShort(value), `${quoteShort(shown[0] ?? '')}, as the address bar shows`);
  }
}

/** Requires that each of {@link CONSTANT_PARAMETERS} has one value throughout a chapter. */
function checkConstantParameters({ wire }: WireCheckInput, report: Report): void {
  const firstValues = new Map<string, string>();
  for (const { name, value, chapter = '', path } of messageParameters(wire)) {
    if (!CONSTANT_PARAMETERS.includes(name)) continue;
    const key = `${chapter}\n${name}`;
    const first = firstValues.get(key) ?? value;
    firstValues.set(key, first);
    if (value !== first) report(path, quoteShort(value), `${quoteShort(first)}, as before`);
  }
}

/** Requires verifiers that RFC 7636 allows, and challenges that are their hashes. */
function checkPkce({ wire }: WireCheckInput, report: Report): void {
  const parameters = messageParameters(wire);
  const sent = parameters
    .filter(({ name }) => name === 'code_verifier')
    .map(({ value, path, chapter }) => {
      const challenge = parameters.find((each) => each.name === 'code_challenge' && each.chapter === chapter);
      return { verifier: value, path, challenge: challenge?.value };
    });
  const explored = messagesWithPaths(wire).flatMap(({ message: { explore }, path }) =>
    explore?.type === 'pkce' ? [{ verifier: explore.verifier, path: [...path, 'explore', 'verifier'], challenge: explore.challenge }] : [],
  );
  for (const { verifier, path, challenge } of [...sent, ...explored]) {
    const computed = createHash('sha256').update(verifier).digest('base64url');
    if (!/^[\w.~-]{43,128}$/u.test(verifier)) report(path, quoteShort(verifier), 'a code_verifier of 43 to 128 letters, digits, - . _ ~');
    else if (challenge !== undefined && challenge !== computed)
      report(path, quoteShort(verifier), `the verifier of the challenge ${quoteShort(challenge)}; this one’s is ${quoteShort(computed)}`);
  }
}

/** Requires that local ports are those on screen. */
function checkPorts({ timeline, wire }: WireCheckInput, report: Report): void {
  const portsIn = (text: string): readonly string[] =>
    [...text.matchAll(/(?:localhost|127\.0\.0\.1):(\d+)/gu)].map((match) => match[1] ?? '');
  const shown = new Set(visibleTextLines(timeline).flatMap(portsIn));
  if (shown.size === 0) return;
  for (const { message, path } of messagesWithPaths(wire))
    for (const port of new Set(portsIn(`${fullMessageText(message)}\n${message.note ?? ''}`)))
      if (!shown.has(port)) report(path, `port ${port}`, `port ${[...shown].join(' or ')}, as on screen`);
}

/** Requires the same scopes in the request, the token and `explore.granted`, and a refusal that names `explore.required`. */
function checkScopes({ wire }: WireCheckInput, report: Report): void {
  const messages = messagesWithPaths(wire);
  const token = messages.flatMap(({ message }) => findJwts(fullMessageText(message)))[0];
  const tokenScopes = token === undefined ? undefined : scopesOf(decodeJwt(token));
  if (!tokenScopes) return;
  const compareScopes = (path: JsonPath, scopes: readonly string[]): void => {
    if (scopes.length !== tokenScopes.length || !scopes.every((each) => tokenScopes.includes(each)))
      report(path, quoteShort(scopes.join(' ')), `${quoteShort(tokenScopes.join(' '))}, as in the token`);
  };
  // Only the first request: later ones ask for more scopes.
  const requested = messageParameters(wire).find(({ name }) => name === 'scope');
  if (requested) compareScopes(requested.path, requested.value.split(' '));
  for (const { message, path } of messages) {
    const { explore } = message;
    if (explore?.type !== 'scopes') continue;
    compareScopes([...path, 'explore', 'granted'], explore.granted);
    const required = explore.required.join(' ');
    for (const refused of headLines(message).flatMap((line) => /\bscope="([^"]*)"/u.exec(line)?.[1] ?? []))
      if (refused !== required)
        report([...path, 'explore', 'required'], quoteShort(required), `${quoteShort(refused)}, as the refusal says`);
  }
}

/** Requires tokens with the lifetime in the response and on screen, the characters on screen, and the names of client and server. */
function checkTokens({ timeline, wire }: WireCheckInput, report: Report): void {
  const lines = visibleTextLines(timeline);
  const shown = lines.flatMap((line) => [...line.matchAll(/\b(eyJ[\w-]*)(?:\.\.\.|…)([\w-]+)/gu)]);
  const seconds = lines.flatMap((line) => /^Expires[^\d]*(\d+)s$/u.exec(line)?.[1] ?? []);
  const parameters = messageParameters(wire);
  for (const { message, path } of messagesWithPaths(wire)) {
    for (const token of new Set(findJwts(fullMessageText(message)))) {
      const decoded = decodeJwt(token);
      if (!decoded) {
        report(path, quoteShort(token), 'a token that decodes');
        continue;
      }
      const { exp, iat, aud, client_id: client } = decoded.payload;
      const lifetime = Number(exp) - Number(iat);
      const expiresIn = /"expires_in": (\d+)/u.exec(bodyText(message))?.[1];
      const reportToken = (found: string, expected: string): void => report(path, `a token with ${found}`, expected);
      for (const [, start = '', end = ''] of shown)
        if (!token.startsWith(start) || !token.endsWith(end))
          reportToken(`${token.slice(0, 6)}…${token.slice(-4)}`, `${start}…${end}, as on screen`);
      for (const each of [...seconds, ...(expiresIn === undefined ? [] : [expiresIn])])
        if (Number(each) !== lifetime)
          reportToken(`${lifetime} seconds from iat to exp`, `${each}, as ${each === expiresIn ? 'expires_in says' : 'on screen'}`);
      for (const [name, value] of Object.entries({ resource: aud, client_id: client })) {
        const sent = parameters.find((each) => each.name === name);
        if (value !== undefined && sent !== undefined && sent.value !== value)
          reportToken(`${name} ${quoteShort(String(value))}`, `${quoteShort(sent.value)}, as sent`);
      }
    }
  }
}

/** Requires SAML requests whose destination is the URL they are sent to, and whose response URL is that of a message. */
function checkSaml({ wire }: WireCheckInput, report: Report): void {
  const messages = messagesWithPaths(wire);
  const targets = messages.flatMap(({ message }) =>
    message.kind === 'request' && message.request ? [message.request.split(' ')[1] ?? ''] : [],
  );
  for (const { message, path } of messages) {
    const request = message.kind === 'local' ? undefined : parsePairs(message.query).find(([name]) => name === 'SAMLRequest')?.[1];
    if (message.kind === 'local' || request === undefined || request === '…') continue;
    const queryPath = [...path, 'query'];
    const xml = inflateSamlRequest(request);
    if (xml === undefined) {
      report(queryPath, 'a SAMLRequest that does not inflate', 'DEFLATE, then base64');
      continue;
    }
    const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(xml)?.[1];
    const [destination, responseUrl] = [attribute('Destination'), attribute('AssertionConsumerServiceURL')];
    const sentTo = message.kind === 'response' ? message.redirect : message.request?.split(' ')[1];
    if (destination !== sentTo)
      report(queryPath, `a SAMLRequest for ${quoteShort(destination ?? '')}`, `one for ${quoteShort(sentTo ?? '')}, where it is sent`);
    if (responseUrl !== undefined && !targets.includes(responseUrl))
      report(queryPath, `a SAMLRequest answered at ${quoteShort(responseUrl)}`, 'an address that a message goes to');
    if (message.explore?.type === 'saml' && message.explore.request !== request)
      report([...path, 'explore', 'request'], 'another SAMLRequest', 'the one that is sent');
  }
}

/** The rules that `npm run check` applies to wire files. */
export const wireRules: readonly WireRule[] = [
  defineRule('wire-address-bars', checkAddressBars),
  defineRule('wire-one-value', checkConstantParameters),
  defineRule('wire-pkce', checkPkce),
  defineRule('wire-ports', checkPorts),
  defineRule('wire-scopes', checkScopes),
  defineRule('wire-tokens', checkTokens),
  defineRule('wire-saml', checkSaml),
];
