import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceOfMcp } from '../../../src/import/mcp/mcpTrace';
import { readTraceLines } from '../../../src/import/mcp/traceLines';

const call = (id: number) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: { name: 'x' } });
const sample = (id: number) => ({ jsonrpc: '2.0', id, method: 'sampling/createMessage', params: {} });
const result = (id: number) => ({ jsonrpc: '2.0', id, result: { content: [] } });
const sampled = (id: number) => ({ jsonrpc: '2.0', id, result: { role: 'assistant', content: {} } });

/** A call of the client during which the server asks for something under the same id. */
const TALK = [
  ['client', call(1)],
  ['server', sample(1)],
  ['client', sampled(1)],
  ['server', result(1)],
] as const;
const EXPECTED = ['request client', 'request server', 'response client', 'response server'];

const shown = (text: string): readonly string[] =>
  traceOfMcp(readTraceLines(text), 'x').messages.map(({ kind, from }) => `${kind} ${from.replace(/:.*/u, '')}`);

const WORDS: readonly (readonly [string, string])[] = [
  ['Message from client:', 'Message from server:'],
  ['message from the MCP client', 'message from the MCP server'],
  ['client -> server', 'server -> client'],
  ['client → server:', 'client ← server:'],
  ['Sent to server', 'Sent to client'],
  ['Received from client', 'Received from server'],
  ['-->', '<--'],
  ['>>', '<<'],
  ['SEND', 'RECV'],
  ['[sent]', '[received]'],
  ['[out]:', '[in]:'],
  ['Sending request', 'Received response'],
  ['outgoing message', 'incoming message'],
  ['receiving', 'sending'],
];

describe.each(WORDS)('the words “%s” and “%s”', (client, server) => {
  test.each(['sentry', 'sender', 'send', 'receiver', 'received', 'outbound-mail', 'client-db', 'server', 'inbound', 'from-client'])(
    'of a server called %s',
    (name) => {
      const text = TALK.map(([from, message]) => `[${name}] [info] ${from === 'client' ? client : server} ${JSON.stringify(message)}`);
      expect(shown(text.join('\n'))).toEqual(EXPECTED);
    },
  );
});

test.each(['sentry', 'sender', 'sent', 'outbound', 'client-db'])('the name %s alone is no direction', (name) => {
  const text = TALK.map(([, message]) => `[${name}] [info] ${JSON.stringify(message)}`);
  expect(shown(text.join('\n'))).toEqual(EXPECTED);
});

test('“request” and “response” are no directions: a server has requests of its own', () => {
  const methods = fc.constantFrom('sampling/createMessage', 'elicitation/create', 'roots/list');
  const kinds = fc.constantFrom(['request', 'response'], ['Request', 'Response'], ['REQUEST', 'RESPONSE']);
  fc.assert(
    fc.property(methods, kinds, fc.constantFrom('type', 'kind', 'event', 'direction'), (method, [request, response], field) => {
      const envelope = (kind: string | undefined, payload: object): string => JSON.stringify({ [field]: kind, payload });
      const text = [
        envelope(request, call(1)),
        envelope(request, { ...sample(9), method }),
        envelope(response, sampled(9)),
        envelope(response, result(1)),
      ];
      expect(shown(text.join('\n'))).toEqual(EXPECTED);
    }),
  );
});

test('a cancellation comes from who asked', () => {
  const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 9 } };
  expect(shown([call(1), sample(9), cancelled].map((each) => JSON.stringify(each)).join('\n')).at(-1)).toBe('local server');
});

describe('moments', () => {
  const at = (...words: readonly string[]): readonly number[] =>
    traceOfMcp(readTraceLines(words.map((each, index) => `${each} ${JSON.stringify(call(index))}`).join('\n')), 'x').messages.map((each) =>
      Math.round(each.at),
    );
  test.each([
    ['times of day', ['10:00:01.123 -->', '10:00:01,300 -->', '[10:00:09]'], [0, 177, 7877]],
    ['times of day past midnight, twice', ['23:59:59', '00:00:01', '23:00:00', '1:00:00 AM'], [0, 2000, 82_801_000, 90_001_000]],
    ['half days', ['11:59:00 AM', '12:00:00 PM', '1:00:00 p.m.'], [0, 60_000, 3_660_000]],
    ['a date and time', ['2026-01-05T10:00:00.5Z', '2026-01-05T11:00:01+01:00', '2026-01-05 10:00:02Z'], [0, 500, 1500]],
    ['the date of Go', ['2026/01/05 10:00:00', '2026/01/05 10:00:03.250'], [0, 3250]],
    ['the date of syslog', ['Jan  5 10:00:00 host mcp[1]:', 'Jan  5 10:00:02 host mcp[1]:'], [0, 2000]],
    ['seconds since 1970', ['[1767607200.5]', '[1767607201.75]'], [0, 1250]],
    ['a clock that goes back', ['10:00:05', '10:00:01', '10:00:07'], [0, 0, 2000]],
    ['no moment', ['version 1.10:2', 'x'], [0, 0]],
  ])('%s', (_, words, expected) => {
    expect(at(...words)).toEqual(expected);
  });
});

test('broken values of many lines take no long time', () => {
  const text = `${'{\n'.repeat(20_000)}${'{"a":[\n'.repeat(20_000)}${JSON.stringify(call(1))}`;
  const start = performance.now();
  expect(readTraceLines(text).messages).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(5000);
});
