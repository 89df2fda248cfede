import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFit, qualities } from '../../../src/export/gif/fitSize';

test('the best encoding that fits is found, in few attempts, and none is tried twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 1, max: 1000 }),
      async (sizes, limit) => {
        const sorted = sizes.toSorted((a, b) => b - a);
        const tried: number[] = [];
        const fit = await findFit(sorted.length, limit, async (index, most) => {
          tried.push(index);
          return most !== undefined && sorted[index]! > most ? undefined : sorted[index];
        });
        const expected = sorted.findIndex((size) => size <= limit);
        expect(fit).toEqual(expected < 0 ? { smallest: sorted.at(-1) } : { index: expected });
        expect(new Set(tried).size).toBe(tried.length);
        expect(tried.length).toBeLessThanOrEqual(6);
      },
    ),
  );
});

test('without a limit the first one is taken', async () => {
  expect(await findFit(5, undefined, async () => 1_000_000)).toEqual({ index: 0 });
});

test('qualities lose colours, then frames, then pixels', () => {
  const size = { width: 800, height: 450 };
  expect(qualities(size, 20).map((each) => [each.colours, each.step, each.size.width])).toEqual([
    [256, 1, 800],
    [128, 1, 800],
    [64, 1, 800],
    [32, 1, 800],
    [32, 2, 800],
    [32, 3, 800],
    [32, 4, 800],
    [32, 4, 640],
    [32, 4, 520],
    [32, 4, 400],
    [32, 4, 320],
    [32, 4, 240],
  ]);
  expect(qualities(size, 5).map(({ step }) => step)).toEqual(Array.from({ length: 9 }, () => 1));
});
