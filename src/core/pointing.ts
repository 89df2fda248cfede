import { asRecord } from './asRecord';

/**
 * What follows the pointer while the presenter points, and the ink of the pen. Windows of a talk send each other these actions.
 * Places are fractions of the stage's width and height. Ink is in units of the stage (`--u-designed`): x from the middle, y from
 * the top, so that it stands at the same words on every screen with the same layout. ADR 055
 */
export type PointingAction =
  /** The pointer moves, or appears. */
  | { readonly type: 'move'; readonly x: number; readonly y: number }
  /** The pointer has left the stage. */
  | { readonly type: 'hide' }
  /** Radius of the spotlight, as a fraction of the stage's smaller side. */
  | { readonly type: 'radius'; readonly value: number }
  /** How many times as large the zoom shows the stage. */
  | { readonly type: 'factor'; readonly value: number }
  /** The colour of the pen, and whether it draws straight lines. */
  | { readonly type: 'pen'; readonly colour: InkColour; readonly straight: boolean }
  /** Continues the stroke `id` of a stop, or begins it. A straight stroke ends at the last point. */
  | ({ readonly type: 'draw'; readonly stop: string } & Stroke)
  /** Removes the last stroke of a stop; after `clear`, brings back what it removed. */
  | { readonly type: 'undo'; readonly stop: string }
  | { readonly type: 'clear'; readonly stop: string }
  /** Asks the other windows for everything they know. */
  | { readonly type: 'ask' }
  /** The answer: all ink. */
  | { readonly type: 'ink'; readonly ink: Ink }
  /** The room's stage: its size in units, and its text size as a multiple of the designed one. */
  | ({ readonly type: 'screen' } & PointingScreen)
  /** What `focus` brings out, as fractions of the stage; undefined for nothing. */
  | { readonly type: 'lit'; readonly area: Area | undefined };

/** Names of the pen's colours. */
export const INK_COLOURS = ['orange', 'blue', 'pink'] as const;
export type InkColour = (typeof INK_COLOURS)[number];

export interface Stroke {
  /** Differs between strokes, also of other windows. */
  readonly id: string;
  readonly colour: InkColour;
  readonly straight: boolean;
  /** x and y of each point in turn, in units. */
  readonly points: readonly number[];
}

/** The strokes of each stop, by {@link inkKey}. */
export type Ink = Readonly<Record<string, readonly Stroke[]>>;

export interface PointingScreen {
  readonly width: number;
  readonly height: number;
  /** Height of the status bar below the stage. */
  readonly bar: number;
  readonly textScale: number;
  /** Size of the font and height of a row of the terminal, which are rounded to device pixels. */
  readonly terminal?: { readonly font: number; readonly row: number } | undefined;
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const RADIUS_RANGE = [0.04, 0.6] as const;
export const FACTOR_RANGE = [1.5, 4] as const;
/** Limits of what a window keeps and accepts. */
export const INK_LIMITS = { numbersPerStroke: 4000, strokesPerStop: 400, stops: 1000, units: 20_000 } as const;

/** Returns the name of a stop in {@link Ink}: that of its address, without `#/`. */
export function inkKey({ scene, step }: { readonly scene: { readonly id: string }; readonly step: number }): string {
  return `${scene.id}/${step}`;
}

/** Parses the actions of a message from another window; invalid ones are left out. Never throws. */
export function parsePointing(actions: unknown): readonly PointingAction[] {
  return Array.isArray(actions) ? actions.slice(0, 100).flatMap((action) => parseAction(action) ?? []) : [];
}

function parseAction(value: unknown): PointingAction | undefined {
  const action = asRecord(value);
  const { type, x, y, stop } = action;
  switch (type) {
    case 'hide':
    case 'ask':
      return { type };
    case 'move':
      return isWithin(x, 0, 1) && isWithin(y, 0, 1) ? { type, x, y } : undefined;
    case 'radius':
      return isWithin(action['value'], ...RADIUS_RANGE) ? { type, value: action['value'] } : undefined;
    case 'factor':
      return isWithin(action['value'], ...FACTOR_RANGE) ? { type, value: action['value'] } : undefined;
    case 'pen': {
      const { colour, straight } = action;
      return isInkColour(colour) && typeof straight === 'boolean' ? { type, colour, straight } : undefined;
    }
    case 'draw': {
      const stroke = parseStroke(action);
      return stroke && isKey(stop) ? { type, stop, ...stroke } : undefined;
    }
    case 'undo':
    case 'clear':
      return isKey(stop) ? { type, stop } : undefined;
    case 'ink': {
      const ink = parseInk(action['ink']);
      return ink && { type, ink };
    }
    case 'screen': {
      const screen = parseScreen(action);
      return screen && { type, ...screen };
    }
    case 'lit': {
      const area = parseArea(action['area']);
      return area || action['area'] === undefined ? { type, area } : undefined;
    }
    default:
      return undefined;
  }
}

/** Returns the stage's size in `value`; undefined if it is not valid. Never throws. */
export function parseScreen(value: unknown): PointingScreen | undefined {
  const { width, height, bar, textScale, terminal } = asRecord(value);
  const { font, row } = asRecord(terminal);
  const isValid = isWithin(width, 100, 20_000) && isWithin(height, 100, 20_000) && isWithin(bar, 0, 5000) && isWithin(textScale, 0.1, 10);
  const hasTerminal = isWithin(font, 1, 500) && isWithin(row, 1, 500);
  return isValid ? { width, height, bar, textScale, ...(hasTerminal && { terminal: { font, row } }) } : undefined;
}

function parseArea(value: unknown): Area | undefined {
  const { x, y, width, height } = asRecord(value);
  return isWithin(x, -1, 2) && isWithin(y, -1, 2) && isWithin(width, 0, 2) && isWithin(height, 0, 2) ? { x, y, width, height } : undefined;
}

/** Returns the ink in `value`; undefined if it is not valid. Never throws. */
export function parseInk(value: unknown): Ink | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const stops = Object.entries(value);
  if (stops.length > INK_LIMITS.stops) return undefined;
  const ink: Record<string, readonly Stroke[]> = {};
  for (const [stop, strokes] of stops) {
    if (!isKey(stop) || !Array.isArray(strokes) || strokes.length > INK_LIMITS.strokesPerStop) return undefined;
    const parsed = strokes.map(parseStroke);
    if (!parsed.every((stroke) => stroke !== undefined)) return undefined;
    ink[stop] = parsed;
  }
  return ink;
}

function parseStroke(value: unknown): Stroke | undefined {
  const { id, colour, straight, points } = asRecord(value);
  const isValid =
    typeof id === 'string' &&
    id.length <= 40 &&
    isInkColour(colour) &&
    typeof straight === 'boolean' &&
    Array.isArray(points) &&
    points.length % 2 === 0 &&
    points.length > 0 &&
    points.length <= INK_LIMITS.numbersPerStroke &&
    points.every((each) => isWithin(each, -INK_LIMITS.units, INK_LIMITS.units));
  return isValid ? { id, colour, straight, points: points as number[] } : undefined;
}

function isInkColour(value: unknown): value is InkColour {
  return (INK_COLOURS as readonly unknown[]).includes(value);
}

/** Ids of scenes are limited to these characters; `__proto__` is not one of them. */
function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 200 && /^[a-z\d][a-z\d-]*\/\d+$/u.test(value);
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
