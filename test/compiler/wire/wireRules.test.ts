import { expect, test } from 'vitest';
import type { WireCheckInput } from '../../../src/compiler/wire/wireCheckInput';
import { wireRules } from '../../../src/compiler/wire/wireRules';
import { mapStrings } from '../../../src/core/variables';
import { loadWireCheckInput } from '../../support/loadWireCheckInput';

const demo = await loadWireCheckInput();

/** The problems that each rule reports. */
function findings(subject: WireCheckInput): string[] {
  return wireRules.flatMap(({ id, check }) => check(subject).map(({ file, line, message }) => `${id} ${file}:${line}: ${message}`));
}

/** The demo with text of its wire file replaced, in all messages or in `only`. */
function changed(from: string, to: string, only?: string): WireCheckInput {
  const change = (text: string): string => text.replaceAll(from, to);
  const stops = demo.wire.stops.map((stop) => ({
    ...stop,
    messages: stop.messages.map((message) => (only === undefined || message.id === only ? mapStrings(message, change) : message)),
  }));
  return { ...demo, wire: { ...demo.wire, stops } };
}

test('the demo has no findings', () => {
  expect(findings(demo)).toEqual([]);
});

const TOKEN =
  demo.wire.stops.flatMap(({ messages }) => messages).flatMap(({ explore }) => (explore?.type === 'token' ? [explore.token] : []))[0] ?? '';

/** The demo’s token with other claims. */
function tokenWith(claims: object): string {
  const [header = '', payload = '', signature = ''] = TOKEN.split('.');
  const body = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, Buffer.from(JSON.stringify({ ...body, ...claims })).toString('base64url'), signature].join('.');
}

test.each<readonly [what: string, rule: string, from: string, to: string, only?: string | undefined]>([
  ['a code that is not the address bar’s', 'wire-address-bars', 'code=aBcDe12345', 'code=zzz'],
  ['a state that is not the address bar’s', 'wire-address-bars', 'state=pkce_xyz', 'state=other'],
  ['a state that changes on the way', 'wire-one-value', 'state=pkce_xyz', 'state=other', 'authorize'],
  ['a client id that changes', 'wire-one-value', '1example23456789', '2example', 'token'],
  ['a verifier of another challenge', 'wire-pkce', 'dBjftJeZ', 'dBjftJeY'],
  ['a verifier too short', 'wire-pkce', '4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', ''],
  ['a port that is not on screen', 'wire-ports', 'localhost:9876', 'localhost:9877', 'launch'],
  ['more scope asked for than granted', 'wire-scopes', 'scope=openid ', 'scope=email openid ', 'authorize'],
  ['other scopes granted than the token holds', 'wire-scopes', 'openid', 'email', 'search-call'],
  ['a refusal for another scope', 'wire-scopes', 'scope=\\"tavily-mcp/extract\\"'.replaceAll('\\', ''), 'scope="other"', 'forbidden'],
  ['a token that lasts longer than the screen says', 'wire-tokens', TOKEN, tokenWith({ exp: 1767232800 })],
  ['a token for another server', 'wire-tokens', TOKEN, tokenWith({ aud: 'https://other.example.com/mcp' })],
  ['a token for another client', 'wire-tokens', TOKEN, tokenWith({ client_id: 'other' })],
  ['a token that begins otherwise than on screen', 'wire-tokens', TOKEN, `eyJraWQiOiJ4In0.${TOKEN.split('.').slice(1).join('.')}`],
  ['a token that ends otherwise than on screen', 'wire-tokens', TOKEN, TOKEN.slice(0, -4)],
  ['a token that does not decode', 'wire-tokens', TOKEN, `${TOKEN.slice(0, 20)}.${TOKEN.slice(90)}`],
  ['a SAML request sent elsewhere', 'wire-saml', 'sso.example.com/app', 'sso.example.com/other'],
  ['a SAML request that nobody takes the answer to', 'wire-saml', '/saml2/idpresponse', '/elsewhere', 'assertion'],
  ['a SAML request that does not inflate', 'wire-saml', 'SAMLRequest=fZFN', 'SAMLRequest=!!!!', 'idp'],
])('%s is found by %s', (_, rule, from = '', to = '', only = undefined) => {
  const found = findings(changed(from, to, only));
  expect(
    found.filter((each) => each.startsWith(`${rule} `)),
    found.join('\n'),
  ).not.toEqual([]);
  for (const each of found)
    expect(each).toMatch(/^wire-[\w-]+ scenes\/wire\.json:\d{2,}: stops\[\d+\]\.messages\[\d+\].*: found .*, expected /u);
});
