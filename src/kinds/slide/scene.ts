import type { CompiledSource, Scene } from '../../core/story';
import type { ColumnSource, SlideSource } from './schema/slide';

/** A slide whose code is coloured and whose pictures are prepared. */
export type SlideContent = CompiledSource<SlideSource>;
/** What a slide or one of its columns shows. */
export type ColumnContent = Omit<CompiledSource<ColumnSource>, 'heading'>;

/** The shapes of a stage that have sizes of their own: 16:9 and wider, up to 4:3, a phone held upright. */
export type Shape = 'wide' | 'classic' | 'tall';

/** Sizes of type in units of the stage, for each shape. */
export interface SlideSizes {
  readonly heading: Readonly<Record<Shape, number>>;
  readonly body: Readonly<Record<Shape, number>>;
}

/** A slide as the page gets it. */
export interface SlideScene extends SlideContent {
  readonly sizes: SlideSizes;
  /** The drawing of the QR code: squares of one unit in a square of `size` units. */
  readonly qrDrawing?: { readonly size: number; readonly path: string } | undefined;
}

/** Whether a scene is a slide. */
export function isSlide(scene: Scene): scene is SlideScene {
  return scene.kind === 'slide';
}
