import { expect, test } from 'vitest';
import fc from 'fast-check';
import { rotateForRound, median, p95, pairedRatio, quantile } from '../../bench/report/stats';

test.each([
  { values: [8], half: 8, high: 8 },
  { values: [3, 1, 2], half: 2, high: 2.9 },
  { values: [4, 1, 3, 2], half: 2.5, high: 3.85 },
  { values: [Number.NaN, 5, Number.NaN], half: 5, high: 5 },
  { values: [1, Number.POSITIVE_INFINITY, 2], half: 2, high: Number.POSITIVE_INFINITY },
])('the median of $values is $half, its 95th percentile $high', ({ values, half, high }) => {
  expect(median(values)).toBeCloseTo(half);
  expect(p95(values)).toBeCloseTo(high);
});

test('returns NaN as the median of no values', () => {
  expect(median([])).toBeNaN();
  expect(median([Number.NaN])).toBeNaN();
});

test('returns a quantile between the smallest and the largest value, without changing the list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
      const before = [...values];
      const found = quantile(values, part);
      expect(found).toBeGreaterThanOrEqual(Math.min(...values));
      expect(found).toBeLessThanOrEqual(Math.max(...values));
      expect(values).toEqual(before);
    }),
  );
});

test('compares values of the same round, so that a slow round counts like others', () => {
  expect(pairedRatio([10, 1000, 12], [10, 1000, 10])).toBe(1);
  expect(pairedRatio([20, 30], [10, 10, 10])).toBe(2.5);
  expect(pairedRatio([1], [])).toBeNaN();
});

test('begins each round with another item', () => {
  expect([0, 1, 2, 3].map((round) => rotateForRound(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  expect(rotateForRound([], 5)).toEqual([]);
});
