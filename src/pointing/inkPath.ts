import { getStroke } from 'perfect-freehand';
import type { Stroke } from '../core/pointing';

/** Width of the pen in units of the stage: seen from the last row, and thinner than a letter is tall. */
const PEN_WIDTH = 9;

/** Returns the outline of a stroke of the pen as SVG path data, in the units of its points. */
export function inkPath({ points, straight }: Stroke): string {
  const pairs: [number, number][] = [];
  for (let at = 0; at + 1 < points.length; at += 2) pairs.push([points[at]!, points[at + 1]!]);
  return outlinePath(
    getStroke(pairs, {
      size: PEN_WIDTH,
      thinning: straight ? 0 : 0.35,
      smoothing: 0.6,
      streamline: straight ? 0 : 0.4,
      simulatePressure: !straight,
      last: true,
    }),
  );
}

/** Returns the outline of the laser's trail, in pixels; `size` is the width at its newest point. */
export function trailPath(points: readonly (readonly [x: number, y: number])[], size: number): string {
  return outlinePath(
    getStroke(points as [number, number][], {
      size,
      thinning: 0,
      smoothing: 0.7,
      streamline: 0.2,
      simulatePressure: false,
      start: { taper: true },
      last: true,
    }),
  );
}

/** Joins the points of an outline by curves through the middles between them. */
function outlinePath(points: readonly (readonly number[])[]): string {
  const [first] = points;
  if (!first || points.length < 3) return '';
  const parts = points.map(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = points[(at + 1) % points.length]!;
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
  });
  return `M${round(first[0] ?? 0)} ${round(first[1] ?? 0)}Q${parts.join(' ')}Z`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
