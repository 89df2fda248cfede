import { clamp } from '../core/clamp';
import {
  FACTOR_RANGE,
  INK_LIMITS,
  RADIUS_RANGE,
  type Area,
  type Ink,
  type InkColour,
  type PointingAction,
  type PointingScreen,
  type Stroke,
} from '../core/pointing';

/** What follows the pointer, and the ink of every stop. The same in all windows of a talk. */
export interface PointingState {
  /** Where the pointer is or was last, as fractions of the stage. */
  readonly x: number;
  readonly y: number;
  /** Counts the pointer's movements; 0 while it has not been on the stage, or has left it. */
  readonly moves: number;
  readonly radius: number;
  readonly factor: number;
  readonly colour: InkColour;
  readonly straight: boolean;
  readonly ink: Ink;
  /** What the last `clear` of each stop removed, until the next stroke there. */
  readonly cleared: Ink;
  readonly screen: PointingScreen | undefined;
  readonly lit: Area | undefined;
}

export const INITIAL_POINTING: PointingState = {
  x: 0.5,
  y: 0.5,
  moves: 0,
  radius: 0.16,
  factor: 2,
  colour: 'orange',
  straight: false,
  ink: {},
  cleared: {},
  screen: undefined,
  lit: undefined,
};

/** Returns the next state. Pure; never throws. What exceeds {@link INK_LIMITS} is left out. */
export function reducePointing(state: PointingState, action: PointingAction): PointingState {
  switch (action.type) {
    case 'move':
      return { ...state, x: clamp(action.x, 0, 1), y: clamp(action.y, 0, 1), moves: state.moves + 1 };
    case 'hide':
      return state.moves === 0 ? state : { ...state, moves: 0 };
    case 'radius':
      return { ...state, radius: clamp(action.value, ...RADIUS_RANGE) };
    case 'factor':
      return { ...state, factor: clamp(action.value, ...FACTOR_RANGE) };
    case 'pen':
      return { ...state, colour: action.colour, straight: action.straight };
    case 'draw': {
      const { type: _, stop, ...stroke } = action;
      return draw(state, stop, stroke);
    }
    case 'undo': {
      const strokes = state.ink[action.stop] ?? [];
      if (strokes.length > 0) return { ...state, ink: { ...state.ink, [action.stop]: strokes.slice(0, -1) } };
      const removed = state.cleared[action.stop];
      return removed ? { ...state, ink: { ...state.ink, [action.stop]: removed }, cleared: omit(state.cleared, action.stop) } : state;
    }
    case 'clear': {
      const strokes = state.ink[action.stop] ?? [];
      if (strokes.length === 0) return state;
      return { ...state, ink: omit(state.ink, action.stop), cleared: { ...state.cleared, [action.stop]: strokes } };
    }
    case 'ink':
      return { ...state, ink: action.ink, cleared: {} };
    case 'screen': {
      const { type: _, ...screen } = action;
      return { ...state, screen };
    }
    case 'lit':
      return { ...state, lit: action.area };
    case 'ask':
      return state;
  }
}

function draw(state: PointingState, stop: string, stroke: Stroke): PointingState {
  const strokes = state.ink[stop] ?? [];
  const at = strokes.findLastIndex(({ id }) => id === stroke.id);
  if (at < 0) {
    const isFull = strokes.length >= INK_LIMITS.strokesPerStop || Object.keys(state.ink).length >= INK_LIMITS.stops;
    if (isFull) return state;
    return { ...state, ink: { ...state.ink, [stop]: [...strokes, joined(undefined, stroke)] }, cleared: omit(state.cleared, stop) };
  }
  return { ...state, ink: { ...state.ink, [stop]: strokes.with(at, joined(strokes[at], stroke)) } };
}

/** Returns a stroke with further points; a straight one has a beginning and an end. */
function joined(before: Stroke | undefined, { points, ...stroke }: Stroke): Stroke {
  const all = [...(before?.points ?? []), ...points];
  if (!stroke.straight) return { ...stroke, points: all.slice(0, INK_LIMITS.numbersPerStroke) };
  return { ...stroke, points: [...all.slice(0, 2), ...all.slice(-2)] };
}

function omit(ink: Ink, stop: string): Ink {
  const { [stop]: _, ...others } = ink;
  return others;
}
