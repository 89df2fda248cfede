/** Returns the quantile `part` (0 to 1) of `values`, interpolated linearly. NaN values are ignored; NaN if there is no value. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? Number.NaN : low + (high - low) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function p95(values: readonly number[]): number {
  return quantile(values, 0.95);
}

/** Returns the median of the ratios of each round. A slow phase of the machine affects both values of a round and cancels out. */
export function pairedRatio(values: readonly number[], base: readonly number[]): number {
  return median(values.slice(0, base.length).map((value, round) => value / (base[round] ?? Number.NaN)));
}

/** Rotates `items` so that each round begins with another one. */
export function rotateForRound<T>(items: readonly T[], round: number): readonly T[] {
  const from = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(from), ...items.slice(0, from)];
}
