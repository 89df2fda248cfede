import { expect, test } from 'vitest';
import type { Timeline } from '../../../src/core/timeline';
import { readHar } from '../../../src/import/har/harFile';
import { traceOfHar } from '../../../src/import/har/harTrace';
import { settleChecks } from '../../../src/import/wire/settleChecks';
import type { WireFile } from '../../../src/import/wire/wireSource';
import { harOf, type EntryParts } from '../har/harOf';
import { findingsOf, madeWire } from './madeWire';

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object): string => `${b64({ alg: 'none' })}.${b64(claims)}.bm90IGEgc2lnbmF0dXJl`;
const authorize = (state: string): EntryParts => ({
  url: `https://auth.acme.io/authorize?client_id=shop&state=${state}`,
  type: 'text/html',
});
const tokens = (claims: object): EntryParts => ({
  url: 'https://auth.acme.io/token',
  text: JSON.stringify({ access_token: token(claims), expires_in: 60 }),
});

test.each<readonly [string, readonly EntryParts[], string, RegExp]>([
  ['two sign-ins with other states', [authorize('first-one-1'), authorize('second-one-2')], '"state=…"', /authorize-2: state is left out/u],
  [
    'a token with another lifetime than its response says',
    [tokens({ iat: 0, exp: 99 })],
    '"access_token": "eyJhbG…"',
    /access_token.*shown as/u,
  ],
  [
    'a verifier of the method “plain”',
    [{ url: 'https://auth.acme.io/a?code_challenge=short' }, { url: 'https://auth.acme.io/t?code_verifier=short' }],
    '"code_verifier=…"',
    /code_verifier is left out/u,
  ],
  [
    'a request of SAML that does not inflate',
    [{ url: 'https://sso.acme.io/?SAMLRequest=abc' }],
    '"SAMLRequest=…"',
    /SAMLRequest is left out/u,
  ],
])('what contradicts itself is shortened: %s', async (_, entries, expected, said) => {
  const { text, changes } = await madeWire(traceOfHar(readHar(harOf(entries), 'x.har'), { keep: [], drop: [] }));
  expect(text).toContain(expected);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatch(said);
  expect(await findingsOf(text)).toEqual([]);
});

test('values of the story’s variables become references, and braces stay braces', async () => {
  const entries = [{ url: 'https://api.acme.io/town-7/x?q={{place}}', text: '{"at":"town-7","a":"{{b}}"}' }];
  const { text } = await madeWire(traceOfHar(readHar(harOf(entries), 'x.har'), { keep: [], drop: [] }));
  expect(text).toContain('/{{place}}/x"');
  expect(text).toContain(String.raw`"q=\\{{place}}"`);
  expect(text).toContain(String.raw`{ "at": "{{place}}", "a": "\\{{b}}" }`);
  expect(await findingsOf(text)).toEqual([]);
});

test('code, state and local ports are those on screen', () => {
  const timeline = { stops: [{ address: 'http://localhost:9876/cb?code=aBc123&state=xyz', textLines: [] }] } as unknown as Timeline;
  const wire: WireFile = {
    values: { code: 'example1', state: 'example2' },
    parties: [],
    stops: [
      {
        at: 'a/0',
        messages: [
          {
            id: 'go',
            kind: 'request',
            from: 'a',
            to: 'b',
            label: 'GET',
            request: 'GET http://localhost:51234/cb',
            query: ['code={{code}}', 'state={{state}}'],
          },
          { id: 'other', kind: 'request', from: 'a', to: 'b', label: 'GET', request: 'GET https://b.io/', query: ['state=mine'] },
        ],
      },
    ],
  };
  expect(settleChecks(wire, timeline, new Map())).toEqual([
    '{{code}} became aBc123, as the address bar shows',
    '{{state}} became xyz, as the address bar shows',
    'other: state is left out (found "mine", expected "xyz", as the address bar shows)',
    'the port 51234 became 9876, as on screen',
  ]);
  expect(wire.values).toEqual({ code: 'aBc123', state: 'xyz' });
  expect(wire.stops[0]!.messages[0]!.request).toBe('GET http://localhost:9876/cb');
});
