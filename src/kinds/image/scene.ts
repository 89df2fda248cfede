import type { LoadedImage, Scene, Step } from '../../core/story';
import type { StepDescription } from '../../core/timeline';
import type { Box, Framing } from './geometry';

/** The side of its target on which a callout stands. */
export type Side = 'left' | 'right' | 'top' | 'bottom';

/** The shapes of the viewport for which a step is laid out: wider than high, and higher than wide. */
export type Shape = 'wide' | 'tall';

export interface CompiledCallout {
  readonly text: string;
  /** In fractions of the picture, as all places. A point has no width and height. */
  readonly target: Box;
  readonly side: Readonly<Record<Shape, Side>>;
}

export interface CompiledSpot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Comparison extends LoadedImage {
  /** In percent. */
  readonly position: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A step of a picture as the page gets it. */
export interface ImageStep extends Step, Pick<Framing, 'view' | 'covers'> {
  /** See {@link Framing}. */
  readonly scale: Readonly<Record<Shape, number>>;
  readonly callouts: readonly CompiledCallout[];
  readonly spots: readonly CompiledSpot[];
  readonly compare?: Comparison | undefined;
}

/** A scene of a picture as the page gets it. */
export interface ImageScene extends Scene, Pick<StepDescription, 'address' | 'chrome' | 'tab'> {
  readonly image: LoadedImage;
  readonly steps: readonly ImageStep[];
}
