import { expect, test } from 'vitest';
import { readHar } from '../../../src/import/har/harFile';
import { traceOfHar } from '../../../src/import/har/harTrace';
import type { TraceValues } from '../../../src/import/wire/makeWire';
import { findingsOf, madeWire } from '../wire/madeWire';

/** Fields as each recorder writes them. */
const pair = (name: string, value: string): object => ({ name, value });
const CHROME_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

const CALL = '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search"}}';
const RESULT = '{"jsonrpc":"2.0","id":2,"result":{"content":["é"]}}';

const made = async (log: object, values: TraceValues = {}) =>
  madeWire(traceOfHar(readHar(JSON.stringify({ log }), 'x.har'), { keep: [], drop: [] }), values);
const lines = async (log: object, values: TraceValues = {}): Promise<readonly string[]> => {
  const { wire, text } = await made(log, values);
  expect(await findingsOf(text)).toEqual([]);
  return wire.stops.flatMap(({ messages }) =>
    messages.map(({ from, to, label, headers = [], query = [], form = [], body, note }) =>
      [
        `${from}>${to} ${label}`,
        ...headers,
        ...query,
        ...form,
        ...(body ? [JSON.stringify(body)] : []),
        ...(note === undefined ? [] : [note]),
      ].join(' | '),
    ),
  );
};

test('Chrome: pseudo headers, a preflight, the type of each resource, frames of a WebSocket with seconds', async () => {
  const chrome = (url: string, type: string, more: object = {}, request: object = {}, response: object = {}): object => ({
    _initiator: { type: 'script' },
    _priority: 'High',
    _resourceType: type,
    cache: {},
    startedDateTime: '2026-01-01T10:00:00.000Z',
    time: 12.25,
    request: {
      method: 'GET',
      url,
      httpVersion: 'http/2.0',
      headers: [pair(':authority', 'a'), pair('user-agent', CHROME_AGENT)],
      cookies: [],
      ...request,
    },
    response: {
      status: 200,
      statusText: '',
      httpVersion: 'http/2.0',
      headers: [],
      cookies: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      _error: null,
      ...response,
    },
    ...more,
  });
  const log = {
    creator: { name: 'WebInspector', version: '537.36' },
    entries: [
      chrome(
        'https://api.acme.io/orders',
        'preflight',
        {},
        { method: 'OPTIONS', headers: [pair('access-control-request-method', 'POST')] },
      ),
      chrome(
        'https://api.acme.io/orders',
        'fetch',
        {},
        { method: 'POST', postData: { mimeType: 'application/json', text: '{"item":"tea"}' } },
        { status: 201, content: { size: 9, mimeType: 'application/json', text: '{"id":7}' } },
      ),
      chrome('https://cdn.acme.io/app.js', 'script'),
      chrome(
        'wss://api.acme.io/live',
        'websocket',
        {
          _webSocketMessages: [
            { type: 'receive', time: 1_767_261_601.5, opcode: 1, data: '{"tick":1}' },
            { type: 'send', time: 1_767_261_602, opcode: 2, data: 'AAAA' },
          ],
        },
        {},
        { status: 101, statusText: 'Switching Protocols' },
      ),
      chrome('https://api.acme.io/slow', 'xhr', {}, {}, { status: 0, _error: 'net::ERR_ABORTED' }),
    ],
  };
  expect(await lines(log)).toEqual([
    'browser>acme-api POST /orders | {"json":{"item":"tea"}}',
    'browser>acme-api GET /live',
    'browser>acme-api GET /slow',
    'acme-api>browser 201 id | {"json":{"id":7}}',
    'acme-api>browser 101 Switching Protocols',
    'acme-api>browser no response | There is no response in the trace: net::ERR_ABORTED.',
    'acme-api>browser message | {"json":{"tick":1}} | Over the WebSocket.',
    'browser>acme-api binary message | Over the WebSocket: 3 bytes, left out.',
  ]);
});

test('Firefox: several cookies in one header, fields of a form without text, a redirect in a header', async () => {
  const log = {
    creator: { name: 'Firefox', version: '144.0' },
    browser: { name: 'Firefox', version: '144.0' },
    entries: [
      {
        startedDateTime: '2026-01-01T11:00:00.000+01:00',
        time: 20,
        request: {
          method: 'POST',
          url: 'https://auth.acme.io/login',
          headers: [
            pair('User-Agent', 'Mozilla/5.0 (X11; rv:144.0) Gecko/20100101 Firefox/144.0'),
            pair('Content-Type', 'application/x-www-form-urlencoded'),
          ],
          postData: { mimeType: 'application/x-www-form-urlencoded', params: [pair('lang', 'de%2Dch'), pair('note', 'a+b')] },
        },
        response: {
          status: 303,
          statusText: 'See Other',
          headers: [
            pair('Set-Cookie', 'theme=4f9ac2d1; Path=/; Expires=Tue, 24 Oct 2030 15:45:13 GMT\nsid=8e1bb70c; HttpOnly'),
            pair('Location', '../home?tab=1#top'),
          ],
          content: { mimeType: 'text/html', size: 0 },
          redirectURL: '',
        },
      },
    ],
  };
  expect(await lines(log)).toEqual([
    'browser>acme-auth POST /login | lang=de-ch | note=a b',
    'acme-auth>browser 303 → /home | Set-Cookie: theme={{theme}}; Path=/ | Set-Cookie: sid={{sid}}; HttpOnly | tab=1',
  ]);
});

test('Safari: no types of resources, no text of pages', async () => {
  const log = {
    creator: { name: 'WebKit Web Inspector', version: '1.0' },
    entries: [
      {
        startedDateTime: '2026-01-01T10:00:00.000Z',
        time: 31.4,
        request: {
          method: 'GET',
          url: 'https://www.acme.co.uk/',
          httpVersion: 'HTTP/2',
          headers: [pair('User-Agent', 'Mozilla/5.0 (Macintosh) Version/18.0 Safari/605.1.15')],
        },
        response: {
          status: 200,
          statusText: '',
          headers: [pair('Content-Type', 'text/html; charset=utf-8')],
          content: { size: 52_100, compression: 0, mimeType: 'text/html' },
          redirectURL: '',
        },
      },
      {
        startedDateTime: '2026-01-01T10:00:00.100Z',
        time: 1,
        request: { method: 'GET', url: 'https://www.acme.co.uk/a.css' },
        response: { status: 200, content: { mimeType: 'text/css' } },
      },
    ],
  };
  expect(await lines(log)).toEqual([
    'browser>acme GET /',
    'acme>browser 200 OK | Content-Type: text/html; charset=utf-8 | An HTML page, 53 kB, left out.',
  ]);
});

test('Charles: programs by their User-Agent, JSON as base64, a time of -1, no address to redirect to', async () => {
  const log = {
    creator: { name: 'Charles Proxy', version: '5.0' },
    entries: [
      {
        startedDateTime: '2026-01-01T10:00:00.000+02:00',
        time: -1,
        request: {
          method: 'POST',
          url: 'https://mcp.acme.io:8443/mcp',
          headers: [pair('User-Agent', 'acme-agent/1.0'), pair('Accept', 'application/json, text/event-stream')],
          postData: { mimeType: 'application/json', text: CALL },
        },
        response: {
          status: 200,
          statusText: 'OK',
          headers: [pair('Content-Type', 'text/event-stream')],
          content: {
            size: 50,
            mimeType: 'text/event-stream',
            encoding: 'base64',
            text: Buffer.from(`event: message
data: ${RESULT}

`).toString('base64'),
          },
          redirectURL: null,
        },
      },
      { startedDateTime: 'never', time: 'x', request: { method: 'GET', url: 'http://build.acme.internal/' }, response: null },
    ],
  };
  expect(await lines(log)).toEqual([
    `acme-agent>acme-mcp POST /mcp tools/call search | Accept: application/json, text/event-stream | {"json":${CALL}}`,
    `acme-mcp>acme-agent 200 result: content | Content-Type: text/event-stream | {"json":${RESULT}}`,
    'client>example GET /',
    'example>client no response | There is no response in the trace: cancelled, blocked, or not recorded.',
  ]);
});

test('hosts get names, and those of one name are one party', async () => {
  const get = (url: string): object => ({ request: { method: 'GET', url }, response: { status: 200, content: { mimeType: 'text/html' } } });
  const log = { entries: [get('https://login.acme.io/'), get('https://api.acme.io/'), get('http://localhost:3000/')] };
  const party = [
    { party: 'login.acme.io', name: 'Acme' },
    { party: 'api.acme.io', name: 'Acme' },
    { party: 'browser', name: 'Kim' },
  ];
  const { wire } = await made(log, { party, replace: [{ old: 'acme.io', wanted: 'example.com' }] });
  expect(wire.parties.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    'Kim: on this computer',
    'Acme: login.example.com',
    'localhost:3000: localhost:3000',
  ]);
  await expect(made(log, { party: [{ party: 'x.io', name: 'X' }] })).rejects.toThrow(
    /--party names x\.io.*These do: Browser, login\.acme\.io/u,
  );
});

test.each([
  ['{"a":1}', /x\.har is no HAR: it has no list “log\.entries”/u],
  ['{"log":{"entries":[]}}', /nothing was recorded/u],
  ['<html>', /is no JSON/u],
  [
    JSON.stringify({ log: { entries: [{ request: { url: 'https://a.io/x.png' }, response: {} }] } }),
    /None of the 1 request tells a story.*--keep/u,
  ],
  [
    JSON.stringify({ log: { entries: Array.from({ length: 401 }, () => ({ request: { url: 'https://a.io/x' } })) } }),
    /401 requests are left.*--drop '\*' --keep a\.io/u,
  ],
])('what is no story is refused with a sentence: %.40s', (text, message) => {
  expect(() => traceOfHar(readHar(text, 'x.har'), { keep: [], drop: [] })).toThrow(message);
});

test('keys such as __proto__ and lists of all depths are harmless', async () => {
  const body = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"deep":${'['.repeat(150)}1${']'.repeat(150)}}`;
  const post = `{"mimeType":"application/json","text":${JSON.stringify(body)}}`;
  const request = `{"method":"POST","url":"https://a.io/","postData":${post}}`;
  const text = `{"log":{"entries":[{"__proto__":{"status":1},"request":${request}}]}}`;
  const { text: written } = await madeWire(traceOfHar(readHar(text, 'x.har'), { keep: [], drop: [] }));
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(written).toContain('"__proto__": { "polluted": 1 }');
  expect(await findingsOf(written)).toEqual([]);
});
