/** Inclusive. */
export type CodePointRange = readonly [first: number, last: number];

/** Returns the contiguous ranges of code points, in order. */
export function toRanges(codePoints: Iterable<number>): readonly CodePointRange[] {
  const ranges: [number, number][] = [];
  for (const code of [...new Set(codePoints)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

/** Returns ranges as CSS `unicode-range` has them. */
export function unicodeRange(ranges: readonly CodePointRange[]): string {
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',');
}
