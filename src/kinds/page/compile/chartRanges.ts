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
  const charts = parts.filter(isChart);
  const rangeOf = (key: string): readonly [number, number] => {
    const values = charts.filter((each) => each.key === key).flatMap(({ series }) => series.flatMap((each) => each.values));
    return [-maxOf([0, ...values.map((value) => -value)]), maxOf([0, ...values])];
  };
  return parts.map((part) => {
    if (!isChart(part)) return part;
    const [low, high] = rangeOf(part.key);
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
