import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleOf } from '../../../src/kinds/page/compile/chartScales';

test.each([
  [0, 50, undefined, [0, 10, 20, 30, 40, 50]],
  [0, 42, undefined, [0, 10, 20, 30, 40, 50]],
  [0, 0, undefined, [0, 0.2]],
  [-30, 90, undefined, [-50, -25, 0, 25, 50, 75, 100]],
  [-50, 0, undefined, [-50, -40, -30, -20, -10, 0]],
  [0, 42, 60, [0, 20, 40, 60]],
  [0, 42, 45, [0, 10, 20, 30, 40, 45]],
])('has from %d to %d with the top %s the numbers %j', (low, high, max, numbers) => {
  expect(scaleOf(low, high, max)).toEqual(numbers);
});

test('contains all values and zero, in at most eight short numbers', () => {
  const value = fc.double({ min: 0, max: 1e9, noNaN: true }).filter((each) => each === 0 || each > 1e-2);
  fc.assert(
    fc.property(value, value, (below, high) => {
      const scale = scaleOf(-below, high);
      expect(scale).toContain(0);
      expect(scale[0]).toBeLessThanOrEqual(-below * (1 - 1e-6));
      expect(scale.at(-1)).toBeGreaterThanOrEqual(high * (1 - 1e-6));
      expect(scale.length).toBeLessThanOrEqual(8);
      expect(scale).toEqual(scale.toSorted((a, b) => a - b));
    }),
  );
});
