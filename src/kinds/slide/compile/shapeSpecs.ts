import type { Shape } from '../scene';
import type { Box } from './typeSize';

/** The room and the largest type of slides on a stage of one shape, in units. */
export interface ShapeSpec {
  /** Inside the margins of the slide and above its footer. */
  readonly box: Box;
  /** Largest type of headings and of what stands below them, by layout, and the largest height of a picture in a column. */
  readonly max: Readonly<Record<'title' | 'heading' | 'statement' | 'number' | 'body' | 'code' | 'columnImage', number>>;
  readonly headingLines: number;
  /** Space between columns, and beside a picture. */
  readonly gutter: number;
  /** Share of the width that text has beside a picture; 1 if the picture is below it. */
  readonly besideShare: number;
  /** Whether columns are below each other. */
  readonly isStacked: boolean;
}

/** Must agree with the style sheets. */
export const SHAPE_SPECS: Readonly<Record<Shape, ShapeSpec>> = {
  wide: {
    box: { width: 1580, height: 800 },
    max: { title: 144, heading: 80, statement: 132, number: 420, body: 64, code: 50, columnImage: 380 },
    headingLines: 2,
    gutter: 80,
    besideShare: 0.5,
    isStacked: false,
  },
  classic: {
    box: { width: 1300, height: 820 },
    max: { title: 132, heading: 72, statement: 120, number: 380, body: 58, code: 46, columnImage: 380 },
    headingLines: 2,
    gutter: 56,
    besideShare: 0.5,
    isStacked: false,
  },
  tall: {
    box: { width: 552, height: 1080 },
    max: { title: 88, heading: 60, statement: 76, number: 200, body: 42, code: 32, columnImage: 260 },
    headingLines: 4,
    gutter: 0,
    besideShare: 1,
    isStacked: true,
  },
};
