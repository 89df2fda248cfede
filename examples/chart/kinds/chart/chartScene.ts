import type { Scene, Step } from 'understudy-demo';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** A chart as the page gets it: each step with its column of the file. */
export interface ChartScene extends Scene {
  readonly window: string;
  readonly heading: string;
  readonly unit: string;
  readonly steps: readonly (Step & { readonly bars: readonly Bar[] })[];
}
