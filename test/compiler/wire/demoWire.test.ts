import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bodyText, curlCommand, headLines } from '../../../src/core/http';
import { decodeJwt, findJwts } from '../../../src/wire/explore/jwt';
import { markOf, type WireMessage } from '../../../src/core/wire';
import { loadWireCheckInput } from '../../support/loadWireCheckInput';

/** The expected values, independent of the scenes. */
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const AUTHORIZE =
  'https://auth.example.com/oauth2/authorize?response_type=code&client_id=1example23456789&' +
  'redirect_uri=http%3A%2F%2Flocalhost%3A9876%2Fcallback&scope=openid+tavily-mcp%2Fsearch&state=pkce_xyz' +
  `&code_challenge=${CHALLENGE}&code_challenge_method=S256&resource=https%3A%2F%2Ftavily-mcp.example.com%2Fmcp`;
const TOKEN_REQUEST =
  'grant_type=authorization_code&client_id=1example23456789&code=aBcDe12345&redirect_uri=http%3A%2F%2Flocalhost%3A9876%2Fcallback' +
  `&code_verifier=${VERIFIER}&resource=https%3A%2F%2Ftavily-mcp.example.com%2Fmcp`;
const HEADER = 'eyJhbGciOiJSUzI1NiIsImtpZCI6IkVYQU1QTEUtS0lELW5vdC1pbi1hbnktSldLUz0ifQ';
const SIGNATURE = 'DEMO---ONLY--NOT-A-SIGNATURE--NOT-A-SECRET--EXPIRED--SEE-FN1';
const SAML_QUERY =
  'fZFNa8JAEIb%2FyjL3JJscSllMJK2WCkpFYym9lG0cdCE7u81sxPbXF6MBvQhzGebjnfeZ0fhoG3HAlo2jHNJYgkCq3dbQLodN9RI9wrgYsbZN5lXZhT2t8KdDDuJ' +
  'oG2J1ruTQtaScZsOKtEVWoVbrcjFXWSyVb11wtWtAlMzYBuPo2RF3Fts1tgdT42Y1z2EfgmeVJLoL%2BxiP2voG49rZpNdIzNa3yN4RI4gJcjCkQ3%2F1MMjsbua0' +
  '90nQB9P8Rrb2p3K%2FCsRsksPX9KNcLOdTKWUKYsbc4Yw4aAo5ZDJ7iGQaybSSUvURSyk%2FQSwvVp4MnRHd8%2F19bmL1WlXLaPm2rkC8D6izWMIFrOrV22ui9xf' +
  'rASMUpzZt9Z8jVbsdmeAUe9VxhJpDlA4uR8m1UnFJbz9a%2FAM%3D';

/** Sender, receiver and mark of the messages at each stop; `>` is a request, `<` its response. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'agent/0': ['agent>mcp as deployed', 'agent<mcp AWS'],
  'agent/1': [
    'agent>mcp as deployed',
    'agent<mcp as deployed',
    'agent>mcp added',
    'agent<mcp added',
    'agent>mcp added',
    'agent<mcp added',
    'agent-browser AWS',
  ],
  'cognito/0': ['browser>cognito AWS', 'browser<cognito AWS', 'browser>cognito AWS', 'browser<cognito AWS'],
  'sso/0': ['browser>cognito added', 'browser<cognito added', 'browser>idp added', 'browser<idp added'],
  'callback/0': [
    'browser>idp added',
    'browser<idp added',
    'browser>cognito AWS',
    'browser<cognito AWS',
    'browser>agent added',
    'agent>cognito AWS',
    'agent<cognito AWS',
    'browser<agent added',
  ],
  'comparison/0': [
    'agent>mcp as deployed',
    'agent<mcp as deployed',
    'agent>mcp as deployed',
    'agent<mcp as deployed',
    'agent>mcp as deployed',
    'agent<mcp as deployed',
  ],
  'comparison/1': ['agent>mcp as deployed', 'mcp>tavily as deployed', 'mcp<tavily as deployed', 'agent<mcp as deployed'],
  'comparison/2': [],
  'comparison/3': ['agent>mcp added', 'agent<mcp added'],
  'comparison/4': ['browser>cognito AWS', 'browser<cognito AWS'],
  'comparison/5': ['agent>child as deployed', 'child>tavily as deployed', 'child<tavily as deployed', 'agent<child as deployed'],
  'comparison/6': [],
};

const { wire, timeline } = await loadWireCheckInput();
const messages = wire.stops.flatMap((stop) => stop.messages);

function message(id: string): WireMessage {
  const found = messages.find((each) => each.id === id);
  if (!found) throw new Error(`There is no message ${id}.`);
  return found;
}

function row(each: WireMessage): string {
  const { kind, from, to } = each;
  const way = kind === 'response' ? `${to}<${from}` : `${from}${kind === 'request' ? '>' : '-'}${to}`;
  return `${way} ${markOf(wire, each)?.label}`;
}

test('every stop has its messages with sender, receiver and mark', () => {
  expect(Object.fromEntries(wire.stops.map((stop) => [stop.at, stop.messages.map(row)]))).toEqual(TABLE);
  expect(wire.stops.map(({ at }) => at)).toEqual(timeline.stops.map(({ scene, step }) => `${scene.id}/${step}`));
});

test('PKCE is the example of RFC 7636, appendix B', () => {
  expect(createHash('sha256').update(VERIFIER).digest('base64url')).toBe(CHALLENGE);
  expect(message('authorize')).toMatchObject({ explore: { verifier: VERIFIER, challenge: CHALLENGE } });
});

test('encodes query and form parameters as they are sent', () => {
  expect(headLines(message('authorize'))[0]).toBe(`GET ${AUTHORIZE}`);
  expect(bodyText(message('token'))).toBe(TOKEN_REQUEST);
  expect(headLines(message('code'))).toContain('Location: http://localhost:9876/callback?code=aBcDe12345&state=pkce_xyz');
});

test('the token starts and ends as on screen, is expired, and has a readable signature', () => {
  const [token = ''] = findJwts(bodyText(message('tokens')));
  expect(token).toHaveLength(888);
  expect(token.split('.')[0]).toBe(HEADER);
  expect([token.slice(0, 6), token.slice(-4)]).toEqual(['eyJhbG', 'Rk4x']);
  const decoded = decodeJwt(token);
  expect(decoded?.signature).toBe(SIGNATURE);
  expect(SIGNATURE).toHaveLength(60);
  expect(decoded?.header).toEqual({ alg: 'RS256', kid: 'EXAMPLE-KID-not-in-any-JWKS=' });
  expect(decoded?.payload).toMatchObject({
    iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE',
    token_use: 'access',
    scope: 'openid tavily-mcp/search',
    client_id: '1example23456789',
    username: 'CompanySSO_dev@example.com',
    aud: 'https://tavily-mcp.example.com/mcp',
    iat: 1767225600,
    exp: 1767229200,
  });
  expect(bodyText(message('tokens'))).not.toContain('"scope"');
});

test('the SAML request inflates to the expected XML and deflates to the same request', () => {
  const [address = ''] = headLines(message('idp'));
  expect(address).toBe(`GET https://sso.example.com/app/tavily-mcp/sso/saml?SAMLRequest=${SAML_QUERY}&RelayState=…`);
  const xml = inflateRawSync(Buffer.from(decodeURIComponent(SAML_QUERY), 'base64')).toString();
  expect(xml).toContain('Destination="https://sso.example.com/app/tavily-mcp/sso/saml" ID="_EXAMPLE0001"');
  const { explore } = message('idp');
  const shown = explore?.type === 'saml' ? explore.xml.lines.map((line) => line.map(([text]) => text.trim()).join(' ')).join(' ') : '';
  expect(shown.replaceAll(/\s+/gu, '')).toBe(xml.replaceAll(/\s+/gu, ''));
});

test('every HTTP request has a curl command, unless its address is abbreviated', () => {
  const without = messages.filter((each) => each.kind === 'request' && curlCommand(each) === undefined).map(({ id }) => id);
  expect(without).toEqual(['login', 'credentials', 'stdio-call']);
});

test('every secret is in its message, and no file contains a whole token', async () => {
  for (const each of messages)
    for (const secret of each.secrets ?? [])
      expect([...headLines(each), bodyText(each), decodeURIComponent(bodyText(each))].join('\n'), each.id).toContain(secret);
  expect(findJwts(await readFile('scenes/wire.json', 'utf8'))).toEqual([]);
});
