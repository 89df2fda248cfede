/**
 * The name among `names` that `word` is probably a slip for; undefined if none is near. A number counts as one letter whatever it
 * is, and of names that differ in a number only, the one with the nearest number is taken; of equals the one that begins alike.
 */
export function closestMatch(word: string, names: Iterable<string>): string | undefined {
  const maxDistance = Math.max(1, Math.floor(word.length / 3));
  return [...names]
    .map((name) => ({
      name,
      slips: editDistance(maskNumbers(word), maskNumbers(name)),
      apart: numberDifference(word, name),
      alike: commonPrefixLength(word, name),
    }))
    .filter(({ slips }) => slips <= maxDistance)
    .toSorted((a, b) => a.slips - b.slips || a.apart - b.apart || b.alike - a.alike)[0]?.name;
}

function maskNumbers(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/gu, '0');
}

/** The difference between the numbers of two words, one by one, added up. */
function numberDifference(a: string, b: string): number {
  const [ours, theirs] = [a, b].map((text) => text.match(/\d+/gu) ?? []);
  return (ours ?? []).reduce((sum, number, index) => sum + Math.abs(Number(number) - Number(theirs?.[index] ?? 0)), 0);
}

/** How many letters two words have in common from the start. */
function commonPrefixLength(a: string, b: string): number {
  let end = 0;
  while (end < a.length && a[end] === b[end]) end += 1;
  return end;
}

/** How many letters one has to add, drop, change, or swap with their neighbour to get from `a` to `b`. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const above = rows[i - 1]!;
      const change = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, change, swap);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
