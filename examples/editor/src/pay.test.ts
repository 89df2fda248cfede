import { expect, test } from 'vitest';
import { total } from './pay';

test('counts quantities', () => {
  const items = [{ name: 'Tea', price: 250, quantity: 2 }];
  expect(total({ items })).toBe(500);
});
