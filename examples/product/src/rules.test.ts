import { expect, test } from 'vitest';
import { decide } from './rules';

test.each([
  ['too small', 4200, 'refund'],
  ['too small', 18900, 'ask'],
  ['damaged', 32900, 'refund'],
] as const)('%s for %i: %s', (reason, cents, decision) => {
  expect(decide({ order: 'NL-1', reason, cents })).toBe(decision);
});
