import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, closestMatch } from '../../src/core/closestMatch';

const NAMES = ['text', 'dim', 'error', 'agent', 'accent', 'user', 'callback', 'comparison'];

const CASES: readonly (readonly [word: string, expected: string | undefined])[] = [
  ['eror', 'error'],
  ['errro', 'error'],
  ['Error', 'error'],
  ['acent', 'accent'],
  ['agnet', 'agent'],
  ['callbak', 'callback'],
  ['calback', 'callback'],
  ['comparision', 'comparison'],
  ['dmi', 'dim'],
  ['xyz', undefined],
  ['', undefined],
  ['a', undefined],
  ['terminal', undefined],
];

for (const [word, expected] of CASES)
  test(expected ? `suggests "${expected}" for "${word}"` : `suggests nothing for "${word}"`, () => {
    expect(closestMatch(word, NAMES)).toBe(expected);
  });

test.each([
  ['push/9', 'push/2'],
  ['push/0x', 'push/0'],
  ['psuh/1', 'push/1'],
  ['pull/7', 'pull/1'],
  ['push/10', 'push/2'],
])('compares numbers by value: "%s" is closest to "%s"', (word, expected) => {
  expect(closestMatch(word, ['push/0', 'push/1', 'push/2', 'pull/0', 'pull/1'])).toBe(expected);
});

test('edit distance is symmetric, 0 only for equal words, and at most the length of the longer word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
