import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { challengeOf } from '../../../src/import/privacy/madeUp';
import { readHar } from '../../../src/import/har/harFile';
import { traceOfHar } from '../../../src/import/har/harTrace';
import { findingsOf, madeWire } from '../wire/madeWire';
import { harOf, type EntryParts } from './harOf';

const ALL = { keep: [], drop: [] };
const made = (entries: readonly EntryParts[]) => madeWire(traceOfHar(readHar(harOf(entries), 'x.har'), ALL));

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token that a server could accept. */
function signed(claims: object): string {
  const body = `${b64({ alg: 'HS256', typ: 'JWT' })}.${b64(claims)}`;
  return `${body}.${createHmac('sha256', 'x').update(body).digest('base64url')}`;
}

const word = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'), { minLength: length, maxLength: length })
    .map((chars) => `Zq${chars.join('')}7k`);
/** What a machine makes. */
const opaque = fc
  .array(
    fc.tuple(fc.constantFrom(...'abcdefghkmnpqrstuvwxyz'), fc.constantFrom(...'23456789'), fc.constantFrom(...'ABCDEFGHKMNPQRSTUVWXYZ')),
    { minLength: 8, maxLength: 14 },
  )
  .map((parts) => parts.flat().join(''));

interface Planted {
  readonly secrets: readonly string[];
  readonly entry: EntryParts;
}

const places: readonly fc.Arbitrary<Planted>[] = [
  word(10).map((token) => ({
    secrets: [token],
    entry: { url: 'https://api.acme.io/a', requestHeaders: { Authorization: `Bearer ${token}` } },
  })),
  word(8).map((secret) => ({
    secrets: [secret, Buffer.from(`ann:${secret}`).toString('base64')],
    entry: { url: 'https://api.acme.io/b', requestHeaders: { authorization: `Basic ${Buffer.from(`ann:${secret}`).toString('base64')}` } },
  })),
  word(6).map((sid) => ({
    secrets: [sid],
    entry: {
      url: 'https://api.acme.io/c',
      requestHeaders: { Cookie: `theme=dark; sid=${sid}` },
      responseHeaders: { 'Set-Cookie': `sid=${sid}; Path=/` },
    },
  })),
  word(8).map((code) => ({
    secrets: [code, encodeURIComponent(code)],
    entry: {
      url: `https://auth.acme.io/cb?code=${code}&state=${code}s&redirect_uri=${encodeURIComponent(`https://a.io/?access_token=${code}t`)}`,
      status: 302,
      responseHeaders: { location: `/next#access_token=${code}f` },
    },
  })),
  word(8).map((password) => ({
    secrets: [password],
    entry: {
      url: 'https://auth.acme.io/login',
      method: 'POST',
      post: {
        mimeType: 'application/x-www-form-urlencoded',
        text: new URLSearchParams({ username: 'ann', password: `${password} &=%` }).toString(),
      },
    },
  })),
  fc.tuple(word(8), word(4)).map(([secret, end]) => {
    const boundary = `----WebKitFormBoundary${end}`;
    const part = (name: string, value: string): string =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    return {
      secrets: [secret],
      entry: {
        url: 'https://api.acme.io/upload',
        method: 'POST',
        post: {
          mimeType: `multipart/form-data; boundary=${boundary}`,
          text: `${part('note', 'x')}${part('pin', secret)}${part('file"; filename="a.csv', `a,${secret}`)}--${boundary}--\r\n`,
        },
      },
    };
  }),
  fc
    .tuple(word(8), opaque)
    .map(([token, id]) => ({
      secrets: [token, id],
      entry: {
        url: `https://api.acme.io/items/${id}/x`,
        text: JSON.stringify({ refresh_token: token, nested: [{ anything: id, [id]: 1 }], log: `token=${token}, seen at ${id}` }),
      },
    })),
  fc.tuple(word(6), opaque).map(([name, sub]) => {
    const token = signed({ sub, email: `${name}@acme.io`, name: `${name} Smith`, iat: 1, exp: 3601 });
    return {
      secrets: [token, token.split('.')[1]!, sub, name],
      entry: { url: 'https://auth.acme.io/t', text: JSON.stringify({ access_token: token, user: { email: `${name}@acme.io` } }) },
    };
  }),
  opaque.map((id) => ({
    secrets: [id],
    entry: { url: 'https://api.acme.io/sse', type: 'text/event-stream', text: `data: {"session":"${id}"}\n\ndata: {"x":"${id}"}\n\n` },
  })),
  opaque.map((id) => ({ secrets: [id], entry: { url: 'https://api.acme.io/t', type: 'text/plain', text: `hello ${id}\nagain ${id}` } })),
  opaque.map((id) => ({
    secrets: [id],
    entry: {
      url: 'wss://api.acme.io/socket',
      status: 101,
      more: { _webSocketMessages: [{ type: 'send', time: 1_767_225_600, opcode: 1, data: JSON.stringify({ auth: id }) }] },
    },
  })),
  // Fields that a text has: JSON in a string, in the frame of a socket or an event, and XML.
  ...[
    (value: string) => JSON.stringify({ payload: JSON.stringify({ access_token: value, scope: 'read' }) }),
    (value: string) => JSON.stringify({ content: [{ type: 'text', text: JSON.stringify({ user: { password: value } }, undefined, 2) }] }),
    (value: string) => JSON.stringify({ log: JSON.stringify({ line: JSON.stringify({ apiKey: value }) }) }),
    (value: string) => `data: {"api_key":"${value}"}\n\ndata: [DONE]\n\n`,
    (value: string) => `<soap:Body><ns1:Login><ns1:Password type="text">${value}</ns1:Password></ns1:Login></soap:Body>`,
  ].map((bodyOf) =>
    word(4).map((secret) => ({
      secrets: [secret],
      entry: {
        url: 'https://api.acme.io/text',
        text: bodyOf(secret),
        type: bodyOf('').startsWith('<') ? 'text/xml' : bodyOf('').startsWith('data') ? 'text/event-stream' : 'application/json',
      },
    })),
  ),
];

test('no secret of a HAR is in the wire file, wherever it stands, and check finds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...places), { minLength: 1, maxLength: 6 }), async (planted) => {
      const { text } = await made(planted.map(({ entry }) => entry));
      for (const secret of planted.flatMap(({ secrets }) => secrets)) expect(text).not.toContain(secret);
      expect(await findingsOf(text)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

describe('one secret has one made-up value', () => {
  const VERIFIER = 'q7Zr0pLx2MvKt9WbYc4Hq7Zr0pLx2MvKt9WbYc4Hq7Z';
  const CHALLENGE = challengeOf(VERIFIER);
  const TOKEN = signed({ sub: 'u', email: 'kim@acme.io', scope: 'openid', iat: 100, exp: 3700 });
  const dance: readonly EntryParts[] = [
    {
      url: `https://auth.acme.io/authorize?client_id=shop&state=pkce_xyz&code_challenge_method=S256&code_challenge=${CHALLENGE}`,
      status: 302,
      responseHeaders: { location: 'https://app.acme.io/cb?code=aZ81kd92&state=pkce_xyz', 'set-cookie': 'sid=4f9ac2; Secure' },
    },
    { url: 'https://app.acme.io/cb?code=aZ81kd92&state=pkce_xyz', requestHeaders: { cookie: 'sid=4f9ac2' } },
    {
      url: 'https://auth.acme.io/token',
      method: 'POST',
      post: {
        mimeType: 'application/x-www-form-urlencoded',
        text: `grant_type=authorization_code&code=aZ81kd92&code_verifier=${VERIFIER}`,
      },
      text: JSON.stringify({ access_token: TOKEN, token_type: 'Bearer', expires_in: 3600 }),
    },
    { url: 'https://app.acme.io/me', requestHeaders: { authorization: `Bearer ${TOKEN}` }, text: '{"email":"kim@acme.io"}' },
  ];

  test('in address, redirect, cookie, form, body and header', async () => {
    const { wire, text } = await made(dance);
    expect(text.match(/code=\{\{code\}\}/gu)).toHaveLength(3);
    expect(text.match(/state=\{\{state\}\}/gu)).toHaveLength(3);
    expect(text.match(/sid=\{\{sid\}\}/gu)).toHaveLength(2);
    expect(text).toContain('authorization: Bearer {{access_token}}');
    expect(text).toContain('"access_token": "{{access_token}}"');
    expect(wire.stops.flatMap(({ messages }) => messages.flatMap(({ explore }) => explore ?? []))).toEqual([
      { type: 'pkce', verifier: '{{code_verifier}}', challenge: '{{code_challenge}}' },
      { type: 'token', token: '{{access_token}}' },
    ]);
    expect(await findingsOf(text)).toEqual([]);
  });

  test('a challenge is that of its verifier, and a token has the same claims with other values', async () => {
    const { values = {} } = (await made(dance)).wire;
    expect(values['code_challenge']).toBe(challengeOf(String(values['code_verifier'])));
    expect(values['access_token']).toEqual({
      jwt: {
        header: { alg: 'HS256', typ: 'JWT' },
        payload: { sub: 'u', email: 'ann@example.com', scope: 'openid', iat: 100, exp: 3700 },
        signature: 'not a signature',
      },
    });
  });

  test('made-up values depend on nothing but the order', async () => {
    const other = JSON.parse(JSON.stringify(dance).replaceAll('aZ81kd92', 'bX72je83').replaceAll('4f9ac2', '9d8ef1')) as EntryParts[];
    expect((await made(other)).text).toBe((await made(dance)).text);
  });
});
