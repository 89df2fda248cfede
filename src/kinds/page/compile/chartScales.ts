import { maxOf } from '../../../core/maxOf';
import type { CompiledPart } from '../scene';

interface ChartFields extends CompiledPart {
  readonly max?: number | undefined;
  readonly series: readonly { readonly values: readonly number[] }[];
}

function isChart(part: CompiledPart): part is ChartFields {
  return part.type === 'chart';
}

/** Gives each chart the numbers of its scale, from all its values at all steps, so that the scale stays while values change. */
export function withChartScales(parts: readonly CompiledPart[]): readonly CompiledPart[] {
  const ranges = new Map<string, readonly [low: number, high: number]>();
  for (const { key, series } of parts.filter(isChart)) {
    const values = series.flatMap((each) => each.values);
    const [low, high] = ranges.get(key) ?? [0, 0];
    ranges.set(key, [-maxOf([-low, ...values.map((value) => -value)]), maxOf([high, ...values])]);
  }
  return parts.map((part) => (isChart(part) ? { ...part, scale: scaleOf(...(ranges.get(part.key) ?? [0, 0]), part.max) } : part));
}

/** What sums of fractions may be off by. */
const ROUNDING = 1e-12;

/** How many intervals a scale has at most, without the parts of one at its ends. */
const INTERVALS = 5;

/**
 * Returns the numbers of a scale from bottom to top: multiples of 1, 2, 2.5 or 5 times a power of ten, with 0 among them, which contain
 * `low` (0 or less) and `high` (0 or more). With `max`, the scale ends there.
 */
export function scaleOf(low: number, high: number, max?: number): readonly number[] {
  const top = max ?? high;
  const range = top - low || 1;
  const power = 10 ** Math.floor(Math.log10(range / INTERVALS));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= (range / INTERVALS) * (1 - ROUNDING)) ?? 10);
  const first = Math.floor(low / step + ROUNDING);
  const last = Math.max(Math.ceil(top / step - ROUNDING), first + 1);
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  return max === undefined ? numbers : [...numbers.filter((number) => number < max), max];
}
