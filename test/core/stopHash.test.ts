import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHash, parseHash } from '../../src/core/stopHash';
import { TIMELINE } from '../support/timeline';

const LAST = TIMELINE.stops.length - 1;

test.each<[hash: string, stop: number]>([
  ['', 0],
  ['#', 0],
  ['#/', 0],
  ['#//', 0],
  ['#/agent', 0],
  ['#/agent/', 0],
  ['#/agent/0', 0],
  ['#/agent/1', 1],
  ['#/agent/1/', 1],
  ['#/agent/1/9', 1],
  ['#agent/1', 1],
  ['#/cognito', 2],
  ['#/comparison/6', LAST],
  ['#/comparison/7', LAST],
  ['#/comparison/99999999999999999999999999', LAST],
  ['#/agent/2', 1],
  ['#/agent/-1', 0],
  ['#/agent/abc', 0],
  ['#/agent/1.5', 0],
  ['#/agent/%31', 1],
  ['#/agent%2F1', 1],
  ['#/AGENT/1', 1],
  ['#/Comparison/2', 7],
  ['#/%63omparison/2', 7],
  ['#/5', 5],
  ['#/5/', 5],
  ['#5', 5],
  ['#/0', 0],
  ['#/+3', 3],
  ['#/11', LAST],
  ['#/12', LAST],
  ['#/-3', 0],
  ['#/99999999999999999999999999', LAST],
  ['#/1e3', 0],
  ['#/NaN', 0],
  ['#/Infinity', 0],
  ['#/abc', 0],
  ['#/constructor', 0],
  ['#/%E0%A4%A', 0],
  ['#/%', 0],
  ['#/agent%', 0],
  ['#/agént', 0],
  ['#/ ', 0],
  ['#/agent?x=1', 0],
  ['#!/agent', 0],
])('%s is stop %i', (hash, stop) => {
  expect(parseHash(TIMELINE, hash)).toBe(stop);
});

test('formatHash leaves out step 0', () => {
  expect(TIMELINE.stops.map((stop) => formatHash(TIMELINE, stop.index))).toEqual([
    '#/agent',
    '#/agent/1',
    '#/cognito',
    '#/sso',
    '#/callback',
    '#/comparison',
    '#/comparison/1',
    '#/comparison/2',
    '#/comparison/3',
    '#/comparison/4',
    '#/comparison/5',
    '#/comparison/6',
  ]);
});

test('parses a formatted hash as the same stop, also percent-encoded', () => {
  for (const { index } of TIMELINE.stops) {
    const hash = formatHash(TIMELINE, index);
    expect(parseHash(TIMELINE, hash)).toBe(index);
    expect(parseHash(TIMELINE, new URL(hash, 'https://example.com/a/b.html').hash)).toBe(index);
  }
});

test('returns a stop for any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.webFragments(),
        fc.array(fc.constantFrom('#', '/', '%', '-', '1', '9', 'agent', 'sso', ' ')).map((parts) => parts.join('')),
      ),
      (hash) => {
        const stop = parseHash(TIMELINE, hash);
        expect(Number.isInteger(stop) && stop >= 0 && stop <= LAST).toBe(true);
        expect(parseHash(TIMELINE, formatHash(TIMELINE, stop))).toBe(stop);
      },
    ),
    { numRuns: 2000, seed: 7 },
  );
});
