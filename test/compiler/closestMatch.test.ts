import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, closestMatch } from '../../src/compiler/story/closestMatch';

const NAMES = ['text', 'dim', 'error', 'agent', 'accent', 'user', 'callback', 'comparison'];

const CASES: readonly (readonly [word: string, meant: string | undefined])[] = [
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

for (const [word, meant] of CASES)
  test(`"${word}" is ${meant ? `a slip for "${meant}"` : 'like none of them'}`, () => {
    expect(closestMatch(word, NAMES)).toBe(meant);
  });

test.each([
  ['push/9', 'push/2'],
  ['push/0x', 'push/0'],
  ['psuh/1', 'push/1'],
  ['pull/7', 'pull/1'],
  ['push/10', 'push/2'],
])('of names with numbers, "%s" is nearest to "%s"', (word, meant) => {
  expect(closestMatch(word, ['push/0', 'push/1', 'push/2', 'pull/0', 'pull/1'])).toBe(meant);
});

test('the distance is the same both ways, nothing only from a word to itself, and never more than the longer word', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      const slips = editDistance(a, b);
      expect(slips).toBe(editDistance(b, a));
      expect(slips === 0).toBe(a === b);
      expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});
