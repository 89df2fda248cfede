/**
 * Returns the name that `word` is most likely a misspelling of; undefined if none is within a third of its length. A number counts as
 * one letter. Of equally close names, prefers the closest number, then the longest common prefix.
 */
export function closestMatch(word: string, names: Iterable<string>): string | undefined {
  const maxDistance = Math.max(1, Math.floor(word.length / 3));
  return [...names]
    .map((name) => ({
      name,
      distance: editDistance(maskNumbers(word), maskNumbers(name)),
      numbers: numberDifference(word, name),
      prefix: commonPrefixLength(word, name),
    }))
    .filter(({ distance }) => distance <= maxDistance)
    .toSorted((a, b) => a.distance - b.distance || a.numbers - b.numbers || b.prefix - a.prefix)[0]?.name;
}

function maskNumbers(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/gu, '0');
}

/** Returns the sum of the differences between the numbers in two words, in order. */
function numberDifference(a: string, b: string): number {
  const [ours, theirs] = [a, b].map((text) => text.match(/\d+/gu) ?? []);
  return (ours ?? []).reduce((sum, number, index) => sum + Math.abs(Number(number) - Number(theirs?.[index] ?? 0)), 0);
}

function commonPrefixLength(a: string, b: string): number {
  let end = 0;
  while (end < a.length && a[end] === b[end]) end += 1;
  return end;
}

/** Returns the Damerau–Levenshtein distance (optimal string alignment). */
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
