/** Returns the largest of `numbers` and `initial`. Unlike `Math.max(...numbers)`, it works for more than about 100,000 numbers. */
export function maxOf(numbers: Iterable<number>, initial = -Infinity): number {
  let max = initial;
  for (const each of numbers) if (each > max) max = each;
  return max;
}
