import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceOfMcp } from '../../../src/import/mcp/mcpTrace';
import { readTraceLines } from '../../../src/import/mcp/traceLines';
import { findingsOf, madeWire } from '../wire/madeWire';

const CALL = { jsonrpc: '2.0', id: 7, method: 'tools/call', params: { name: 'search', arguments: { query: 'Bern' } } };
const RESULT = { jsonrpc: '2.0', id: 7, result: { content: [{ type: 'text', text: 'Sunny' }] } };

const lines = (...values: readonly unknown[]): string =>
  values.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');
const traceOf = (text: string) => traceOfMcp(readTraceLines(text), 'x.jsonl');
/** The messages as `kind from>to label`. */
const shown = (text: string): readonly string[] =>
  traceOf(text).messages.map(({ kind, from, to, label }) => `${kind} ${from}>${to} ${label.join(' ')}`);

const PAIR = ['request client>server: tools/call search', 'response server:>client result: content'];

describe('the same exchange, as tools record it', () => {
  test.each([
    ['bare messages', lines(CALL, RESULT)],
    ['a list in one value', JSON.stringify([CALL, RESULT], null, 2)],
    ['an object with a list', JSON.stringify({ version: 1, messages: [CALL, RESULT] })],
    ['a message and its direction', lines({ direction: 'outgoing', message: CALL }, { direction: 'incoming', message: RESULT })],
    ['a direction with both ends', lines({ dir: 'client->server', payload: CALL }, { dir: 'server_to_client', payload: RESULT })],
    ['from and to', lines({ from: 'client', to: 'server', data: CALL }, { from: 'server', to: 'client', data: RESULT })],
    ['only to', lines({ to: 'server', msg: CALL }, { to: 'client', msg: RESULT })],
    ['text inside of the envelope', lines({ type: 'send', raw: JSON.stringify(CALL) }, { type: 'receive', raw: JSON.stringify(RESULT) })],
    [
      'envelopes inside of envelopes',
      lines({ event: 'x', data: { direction: 'out', message: CALL } }, { event: 'x', data: { direction: 'in', message: RESULT } }),
    ],
    ['directions as a proxy sees them', lines({ direction: 'Inbound', payload: CALL }, { direction: 'Outbound', payload: RESULT })],
    ['a request and its response on one line', lines({ id: 'x', status: 200, mcpResponse: RESULT, mcpRequest: CALL })],
    [
      'a message as JSON and as text',
      lines({ raw: JSON.stringify(CALL), message: CALL }, { message: RESULT, raw: JSON.stringify(RESULT) }),
    ],
    ['a batch in an envelope', lines({ batch: [CALL, RESULT] })],
    ['arrows before them', `--> ${JSON.stringify(CALL)}\n<-- ${JSON.stringify(RESULT)}`],
    [
      'words before and after',
      `I said "hi": message from client: ${JSON.stringify(CALL)} { x: undefined }\nMessage from server: ${JSON.stringify(RESULT)} {}`,
    ],
    ['line ends of Windows and a byte order mark', `\uFEFF${lines(CALL, RESULT).replaceAll('\n', '\r\n')}`],
    ['values of several lines', `${JSON.stringify(CALL, null, 2)}\n${JSON.stringify(RESULT, null, '\t')}`],
    [
      'values of several lines in a log',
      `10:00 Message from client: ${JSON.stringify(CALL, null, 4)} {}\n10:01 [${JSON.stringify(RESULT, null, 2)}]`,
    ],
    ['two values on a line', `--> ${JSON.stringify(CALL)} <-- ${JSON.stringify(RESULT)}`],
    ['words of direction of a logger', lines({ msg: 'Sending message', payload: CALL }, { msg: 'received', payload: RESULT })],
    ['a plain result beside its request', lines({ request: JSON.stringify({ ...CALL, id: undefined }), response: RESULT.result })],
    ['plain results in a list', JSON.stringify([{ mcpRequest: { ...CALL, jsonrpc: undefined }, mcpResponse: RESULT.result }])],
    ['without the version', lines({ ...CALL, jsonrpc: undefined }, { ...RESULT, jsonrpc: undefined })],
  ])('%s', (_, text) => {
    expect(shown(text)).toEqual(PAIR);
  });
});

test('a log of several servers has a party for each', () => {
  const line = (server: string, words: string, message: object): string =>
    `2026-03-01T10:00:00.000Z [${server}] [info] Message from ${words}: ${JSON.stringify(message)} { metadata: undefined }`;
  const text = lines(
    line('files', 'client', CALL),
    line('web', 'client', CALL),
    line('web', 'server', RESULT),
    line('files', 'server', RESULT),
  );
  expect(traceOf(text).parties.map(({ name }) => name)).toEqual(['Client', 'files', 'web']);
  expect(shown(text).map((each) => each.replace(/ tools.*| result.*/u, ''))).toEqual([
    'request client>server:files',
    'request client>server:web',
    'response server:web>client',
    'response server:files>client',
  ]);
});

describe('what cannot be matched stays in its place, with a sentence', () => {
  test.each([
    [
      'an answer before its question',
      lines(RESULT, CALL),
      ['local server:>client result: content', 'local client>server: tools/call search'],
      [/1 request without/u, /1 answer to no request/u, /does not say who sent 2/u],
    ],
    [
      'an id used twice',
      lines(CALL, CALL, RESULT),
      ['request client>server: tools/call search', 'local client>server: tools/call search', 'response server:>client result: content'],
      [/1 request without/u, /who sent/u],
    ],
    [
      'an id answered twice',
      lines(CALL, RESULT, RESULT),
      [...PAIR, 'local server:>client result: content'],
      [/1 answer to no/u, /who sent/u],
    ],
    [
      'the same id in both directions',
      lines(
        { from: 'client', message: CALL },
        { from: 'server', message: { jsonrpc: '2.0', id: 7, method: 'roots/list' } },
        { from: 'client', message: { jsonrpc: '2.0', id: 7, result: { roots: [] } } },
        { from: 'server', message: RESULT },
      ),
      [
        'request client>server: tools/call search',
        'request server:>client roots/list',
        'response client>server: result: roots',
        'response server:>client result: content',
      ],
      [],
    ],
    [
      'ids of other types',
      lines(CALL, { ...RESULT, id: '7' }),
      ['local client>server: tools/call search', 'local server:>client result: content'],
      [/1 request/u, /1 answer/u, /who sent/u],
    ],
    ['a value that names itself', lines({ ...CALL, params: { name: 'search', $ref: '#' } }, RESULT), PAIR, [/who sent/u]],
    ['other lines', lines('hello', '{"a":1}', CALL, RESULT, '{"jsonrpc"'), PAIR, [/who sent/u, /3 lines without/u]],
  ])('%s', (_, text, expected, remarks) => {
    expect(shown(text)).toEqual(expected);
    const said = traceOf(text).remarks;
    expect(said).toHaveLength(remarks.length);
    remarks.forEach((remark, index) => expect(said[index]).toMatch(remark));
  });

  test.each([
    ['no messages', 'hello\n{"a":1}', /x\.jsonl has no messages of MCP/u],
    ['nothing', '', /no messages/u],
    ['too many', lines(...Array.from({ length: 801 }, () => CALL)), /801 messages.*at most 800/u],
  ])('%s is refused', (_, text, message) => {
    expect(() => traceOf(text)).toThrow(message);
  });
});

test('parties are called as they call themselves, and an error says what it is', async () => {
  const text = lines(
    { jsonrpc: '2.0', id: 0, method: 'initialize', params: { clientInfo: { name: 'agent', title: 'My agent' } } },
    { jsonrpc: '2.0', id: 0, result: { serverInfo: { name: 'files' } } },
    { jsonrpc: '2.0', method: 'notifications/initialized' },
    CALL,
    { jsonrpc: '2.0', id: 7, error: { code: -32602, message: 'Not below /home/kim.lee/x' } },
  );
  const { wire, text: written } = await madeWire(traceOf(text));
  expect(wire.parties.map(({ name }) => name)).toEqual(['My agent', 'files']);
  expect(wire.stops[0]!.messages.map(({ label }) => label)).toEqual([
    'initialize',
    'result: serverInfo',
    'notifications/initialized',
    'tools/call search',
    'error -32602 Not below /home/ann/x',
  ]);
  expect(await findingsOf(written)).toEqual([]);
});

test('any lines become a file that the build takes, or a sentence, with the messages in their order', async () => {
  const id = fc.constantFrom<unknown>(1, 2, '1', null, {});
  const message = fc.oneof(
    fc.record({ jsonrpc: fc.constant('2.0'), id, method: fc.constantFrom('tools/list', 'ping', 'roots/list', '{{x}}', '\u202E') }),
    fc.record({ jsonrpc: fc.constant('2.0'), id, result: fc.jsonValue() }),
    fc.record({ jsonrpc: fc.constant('2.0'), method: fc.string(), params: fc.jsonValue() }),
    fc.record({
      direction: fc.constantFrom('in', 'out', 'x'),
      time: fc.double(),
      message: fc.record({ jsonrpc: fc.constant('2.0'), id, method: fc.string({ unit: 'binary' }) }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), async (values) => {
      let trace;
      try {
        trace = traceOf(lines(...values));
      } catch (error) {
        expect((error as Error).message).toContain('no messages');
        return;
      }
      const { wire, text } = await madeWire(trace);
      expect(wire.stops.reduce((sum, { messages }) => sum + messages.length, 0)).toBe(trace.messages.length);
      // Texts may have characters that the fonts of the page have not.
      expect((await findingsOf(text)).filter((each) => !each.includes('the page’s fonts have no'))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
