import { clamp } from '../core/clamp';
import type { Area } from '../core/pointing';
import type { ZoomView } from './zoomStage';

/** How much of the stage a focus that is zoomed to fills at most, and how many times as large it is shown. */
const FILLED = 0.8;
const ZOOM_RANGE = [1.25, 4] as const;

/** Returns an area with `margin` around it, a fraction of the stage's height, as far as the stage goes. */
export function withMargin({ x, y, width, height }: Area, margin: number, ratio: number): Area {
  const [left, top] = [clamp(x - margin / ratio, 0, 1), clamp(y - margin, 0, 1)];
  const [right, bottom] = [clamp(x + width + margin / ratio, 0, 1), clamp(y + height + margin, 0, 1)];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Returns how the stage is shown larger so that an area is in the middle, as far as the stage's edges allow. */
export function zoomTo({ x, y, width, height }: Area): ZoomView {
  const factor = clamp(Math.min(FILLED / Math.max(width, 0.01), FILLED / Math.max(height, 0.01)), ...ZOOM_RANGE);
  // The point that stays where it is when everything moves away from it by `factor`.
  const fixedPoint = (centre: number): number => clamp((centre * factor - 0.5) / (factor - 1), 0, 1);
  return { x: fixedPoint(x + width / 2), y: fixedPoint(y + height / 2), factor };
}
