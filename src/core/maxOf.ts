/** The largest of `numbers`, or `least` where none is larger. A call such as `Math.max(...numbers)` fails from about 100,000 numbers on. */
export function maxOf(numbers: Iterable<number>, initial = -Infinity): number {
  let max = initial;
  for (const each of numbers) if (each > max) max = each;
  return max;
}
