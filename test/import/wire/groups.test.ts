import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignGroups, groupMessages, messagesByStop, parseMove } from '../../../src/import/wire/groups';
import type { TraceMessage } from '../../../src/import/wire/trace';

const STOPS = { stops: ['a/0', 'a/1', 'aside/0', 'b/0'], way: ['a/0', 'a/1', 'b/0'] };

const message = (at: number, kind: TraceMessage['kind'] = 'local', exchange = -1): TraceMessage => ({
  kind,
  at,
  from: 'client',
  to: 'server',
  exchange,
  label: [`${at}`],
});
const grouped = (messages: readonly TraceMessage[], most = 9): readonly (readonly number[])[] =>
  groupMessages(messages, 1000, most).map((group) => group.messages.map(({ at }) => at));

test('a pause begins a group', () => {
  expect(grouped([0, 10, 1009, 2009, 5000].map((at) => message(at)))).toEqual([[0, 10, 1009], [2009], [5000]]);
});

test('if there are more pauses than stops, the longest divide', () => {
  expect(
    grouped(
      [0, 2000, 9000, 11_000, 19_000].map((at) => message(at)),
      3,
    ),
  ).toEqual([[0, 2000], [9000, 11_000], [19_000]]);
});

test('a response stands with its request, whatever comes between', () => {
  const messages = [message(0, 'request', 1), message(5000, 'request', 2), message(9000, 'response', 1), message(9500, 'response', 2)];
  expect(grouped(messages)).toEqual([
    [0, 9000],
    [5000, 9500],
  ]);
});

test('groups stand at successive stops of the way, and moves change that', () => {
  const groups = groupMessages(
    [0, 2000, 4000].map((at) => message(at)),
    1000,
    9,
  );
  const at = (from: string | undefined, ...moves: readonly string[]): readonly unknown[] =>
    assignGroups(
      groups,
      STOPS,
      from,
      moves.map((each) => parseMove(each)!),
    ).map(({ stop }) => stop);
  expect(at(undefined)).toEqual(['a/0', 'a/1', 'b/0']);
  expect(at('a/1')).toEqual(['a/1', 'b/0', 'b/0']);
  expect(at(undefined, '1-2=b/0', '2=aside/0', '3=none')).toEqual(['b/0', 'aside/0', undefined]);
  expect(() => at('c/0')).toThrow('There is no stop c/0 in this story, which has a/0 to a/1, b/0.');
  expect(() => at(undefined, '1=c/0')).toThrow('There is no stop c/0');
  expect(() => at(undefined, '2-4=a/0')).toThrow('There is no group 4; the trace has 3.');
});

test.each([
  ['3=agent/1', { first: 3, last: 3, stop: 'agent/1' }],
  [' 1-4=agent/1', { first: 1, last: 4, stop: 'agent/1' }],
  ['2=none', { first: 2, last: 2, stop: undefined }],
  ['0=a/0', undefined],
  ['4-1=a/0', undefined],
  ['1=a', undefined],
  ['=a/0', undefined],
])('%s is parsed', (text, expected) => {
  expect(parseMove(text)).toEqual(expected);
});

test('nothing is lost, and what stands at a stop keeps its order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 3 }),
      (moments, most) => {
        const messages = moments.toSorted((a, b) => a - b).map((at) => message(at));
        const groups = groupMessages(messages, 1000, most);
        expect(groups.length).toBeLessThanOrEqual(most);
        const stops = messagesByStop(assignGroups(groups, STOPS, undefined, []), STOPS.stops);
        expect(stops.flatMap((stop) => stop.messages)).toEqual(messages);
      },
    ),
  );
});
