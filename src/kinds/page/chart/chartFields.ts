import { clamp } from '../../../core/clamp';

export interface ChartFields {
  readonly shape?: 'bars' | 'line' | 'donut' | undefined;
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly label?: string | undefined;
    readonly values: readonly number[];
    readonly tone?: string | undefined;
  }[];
  readonly unit?: string | undefined;
  readonly middle?: string | undefined;
  /** The numbers of the scale, from the bottom of the chart to its top. */
  readonly scale: readonly number[];
}

/** Returns the colour of a series, or of a part of a ring: that of its tone, else one of its own. */
export function colourOf(index: number, tone?: string): string {
  return tone === undefined
    ? `var(--chart-${(index % 6) + 1})`
    : `var(--page-${tone === 'accent' ? 'accent' : tone === 'dim' ? 'soft' : tone})`;
}

/** Returns where a value is between the bottom and the top of a chart, from 0 to 1. */
export function positionOf(value: number, { scale }: Pick<ChartFields, 'scale'>): number {
  const [bottom, top] = [scale[0] ?? 0, scale.at(-1) ?? 1];
  return clamp((value - bottom) / (top - bottom), 0, 1);
}
