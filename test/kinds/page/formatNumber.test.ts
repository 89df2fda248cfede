import { expect, test } from 'vitest';
import { formatNumber } from '../../../src/kinds/page/chart/Plot';

test.each([
  [0, '0'],
  [1234, '1234'],
  [9999, '9999'],
  [0.1 + 0.2, '0.3'],
  [-42, '−42'],
  [12_345, '12.3k'],
  [999_499, '999k'],
  [999_999, '1M'],
  [1e15, '1000T'],
])('shows %d in a chart as %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});
