import { maxOf } from '../../../core/maxOf';
import type { CompiledPart } from '../scene';

interface ChartFields extends CompiledPart {
  readonly max?: number | undefined;
  readonly series: readonly { readonly values: readonly number[] }[];
}

function isChart(part: CompiledPart): part is ChartFields {
  return part.type === 'chart';
}

/** Gives each chart without `max` the range of all its values at all steps, so that its scale stays while values change. */
export function withChartRanges(parts: readonly CompiledPart[]): readonly CompiledPart[] {
  const ranges = new Map<string, readonly [low: number, high: number]>();
  for (const { key, series } of parts.filter(isChart)) {
    const values = series.flatMap((each) => each.values);
    const [low, high] = ranges.get(key) ?? [0, 0];
    ranges.set(key, [-maxOf([-low, ...values.map((value) => -value)]), maxOf([high, ...values])]);
  }
  return parts.map((part) => {
    if (!isChart(part)) return part;
    const [low, high] = ranges.get(part.key) ?? [0, 0];
    return { ...part, min: low < 0 ? -niceCeiling(-low) : 0, max: part.max ?? niceCeiling(high) };
  });
}

/** Returns the next number of 1, 2, 2.5, 4, 5 or 8 times a power of ten. */
function niceCeiling(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 4, 5, 8, 10].find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(12));
}
