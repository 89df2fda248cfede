import { maxOf } from '../../../core/maxOf';
import { textWidth } from '../../../core/terminal/width';
import { pictureBox, type Box, type Framing, type Size } from '../geometry';
import type { Side } from '../scene';

/** Sizes in stage units, as in image.css. */
const PADDING = 20;
const ARROW = 84;
const MAX_TEXT_WIDTH = 560;
const TEXT_PADDING = 44;
const LINE_HEIGHT = 38;
const AROUND_POINT = 24;
/** The mean width of a letter in half the width of a wide one. */
const CELL_WIDTH = 15;

const SIDES: readonly Side[] = ['right', 'left', 'bottom', 'top'];

/** Fractions of the largest size at which a picture is tried, until there is room for all callouts. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.6, 0.5];

/** The worth of an unwanted thing, in units of area: a callout without room is worse than anything else. */
const NO_ROOM = 1e9;

/** A callout to be placed; the target in fractions of the picture. */
export interface Target {
  readonly text: string;
  readonly box: Box;
}

export interface Placement {
  readonly sides: readonly Side[];
  /** See {@link Framing}. */
  readonly scale: number;
}

/**
 * Chooses the side of each target where its callout stands, so that callouts are inside the viewport and cover neither targets nor
 * each other, nor the points `spots`. If there is no room, the picture is shown smaller. `viewport` is in stage units.
 */
export function placeCallouts(
  targets: readonly Target[],
  viewport: Size,
  ratio: number,
  framing: Framing,
  spots: readonly Box[] = [],
): Placement {
  if (targets.length === 0) return { sides: [], scale: framing.scale };
  const tries = SCALES.map((factor) => {
    const scale = framing.scale * factor;
    return { scale, ...bestSides(targets, spots, viewport, pictureBox(viewport, ratio, { ...framing, scale })) };
  });
  const { sides, scale } = tries.find(({ cost }) => cost < NO_ROOM) ?? tries.at(-1)!;
  return { sides, scale };
}

function bestSides(
  targets: readonly Target[],
  spots: readonly Box[],
  viewport: Size,
  picture: Box,
): { readonly sides: readonly Side[]; readonly cost: number } {
  const boxes = targets.map(({ box }) => onStage(box, picture));
  const options = targets.map(({ text }, index) => SIDES.map((side) => ({ side, ...calloutBox(text, boxes[index]!, side, viewport) })));
  const occupied = [...boxes, ...spots.map((box) => onStage(box, picture))];
  let best = { sides: [] as readonly Side[], cost: Infinity };
  const choose = (chosen: readonly (Box & { readonly side: Side })[], cost: number): void => {
    if (cost >= best.cost) return;
    const option = options[chosen.length];
    if (!option) {
      best = { sides: chosen.map(({ side }) => side), cost };
      return;
    }
    for (const [order, each] of option.entries()) {
      const covered =
        occupied.reduce((sum, box) => sum + overlap(each, box), 0) + chosen.reduce((sum, other) => sum + overlap(each, other), 0);
      choose([...chosen, each], cost + each.lack * NO_ROOM + covered * 10 + order);
    }
  };
  choose([], 0);
  return best;
}

/** Returns the box of a callout's words, and 1 for `lack` if it has no room. */
function calloutBox(text: string, target: Box, side: Side, viewport: Size): Box & { readonly lack: number } {
  const isBeside = side === 'left' || side === 'right';
  const room = {
    left: target.x - ARROW - PADDING,
    right: viewport.width - PADDING - target.x - target.width - ARROW,
    top: target.y - ARROW - PADDING,
    bottom: viewport.height - PADDING - target.y - target.height - ARROW,
  }[side];
  const across = isBeside ? viewport.height - 2 * PADDING : viewport.width - 2 * PADDING;
  const full = textWidth(text) * CELL_WIDTH + TEXT_PADDING;
  const width = Math.min(full, MAX_TEXT_WIDTH, Math.max(isBeside ? room : across, 1));
  const longestWord = maxOf(text.split(/\s+/u).map(textWidth)) * CELL_WIDTH + TEXT_PADDING;
  const lines = Math.ceil((full - TEXT_PADDING) / Math.max(1, width - TEXT_PADDING));
  const height = lines * LINE_HEIGHT + TEXT_PADDING / 2;
  const fits = isBeside ? width >= Math.min(longestWord, MAX_TEXT_WIDTH) && height <= across && lines <= 5 : height <= room;
  const shift = (start: number, size: number, length: number): number => PADDING + share(start - PADDING, length) * (length - size);
  const [centreX, centreY] = [target.x + target.width / 2, target.y + target.height / 2];
  const x = {
    left: target.x - ARROW - width,
    right: target.x + target.width + ARROW,
    top: shift(centreX, width, across),
    bottom: shift(centreX, width, across),
  };
  const y = {
    left: shift(centreY, height, across),
    right: shift(centreY, height, across),
    top: target.y - ARROW - height,
    bottom: target.y + target.height + ARROW,
  };
  return { x: x[side], y: y[side], width, height, lack: fits ? 0 : 1 };
}

function share(position: number, length: number): number {
  return Math.max(0, Math.min(1, position / length));
}

/** Returns a target's box in the viewport. What is around a point is not covered either. */
function onStage({ x, y, width, height }: Box, picture: Box): Box {
  const margin = width === 0 ? AROUND_POINT : 0;
  return {
    x: picture.x + x * picture.width - margin,
    y: picture.y + y * picture.height - margin,
    width: width * picture.width + 2 * margin,
    height: height * picture.height + 2 * margin,
  };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? Math.max(width * height, 1) : 0;
}
