/** The largest of `numbers`, or `least` where none is larger. A call such as `Math.max(...numbers)` fails from about 100,000 numbers on. */
export function largest(numbers: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const each of numbers) if (each > most) most = each;
  return most;
}
