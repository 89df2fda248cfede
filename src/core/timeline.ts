import type { RecordedStep, RecordedScreen } from './terminal/recordedStep';
import type { BidiLayout, BidiContext } from './terminal/bidiLayout';
import { stepDuration } from './terminal/stepDuration';
import type { Block, Scene, Step, Story } from './story';

/** Where a step is played: in the terminal, on a web page in the browser, or on a board inside the terminal's window. */
type Surface = 'terminal' | 'browser' | 'board';

/** What a kind says of one of its steps. */
export interface StepDescription {
  readonly surface: Surface;
  /** What assistive technology reads: every line this step brings. */
  readonly textLines: readonly string[];
  /** What the step says, for readers, where it says more than lines can: lists and code of a board. @default its blocks, or its lines */
  readonly readableBlocks?: readonly Block[] | undefined;
  /** What the step prints in the terminal. */
  readonly blocks?: readonly Block[] | undefined;
  /** What the step plays in the terminal of a recording, after what stood there before it. */
  readonly recorded?: (RecordedStep & { readonly initialScreen: RecordedScreen | undefined }) | undefined;
  /** Title of the terminal window, for steps that show it. */
  readonly window?: string | undefined;
  /** Whether the scene's terminal goes on from the one before it. */
  readonly continues?: boolean | undefined;
  /** What the address bar shows, for pages. */
  readonly address?: string | undefined;
  /** What the page shows on the way to the next scene. */
  readonly leave?: { readonly text: string; readonly ms: number } | undefined;
  /** How long the page's own entrance takes after the window stands, in milliseconds. @default 0 */
  readonly playMs?: number | undefined;
}

/** Tells the shape of a scene's step: the registry of kinds, as the core sees it. */
export type DescribeStep = (scene: Scene, step: number) => StepDescription;

/** A place the presenter can stop at. */
export interface Stop extends StepDescription {
  /** Position in the story, from 0. */
  readonly index: number;
  readonly scene: Scene;
  /** Position of the scene in the story, from 0. */
  readonly sceneIndex: number;
  /** Position of the step in the scene, from 0. */
  readonly step: number;
  readonly source: Step;
  /** What the page of the scene before shows on the way to this stop; undefined where it shows nothing. */
  readonly transitionText: string | undefined;
  /** Milliseconds windows and pages move before the stop's own content plays, when reached by going on. */
  readonly enterMs: number;
  /** Milliseconds the stop's own content plays (typing, streaming, entrances). */
  readonly playMs: number;
}

/** All stops of a story, counted before anything renders. */
export interface Timeline {
  readonly story: Story;
  readonly stops: readonly Stop[];
  /** Index of each scene's first stop. */
  readonly sceneStarts: readonly number[];
  /** How the terminal shows text from right to left; undefined in stories without. */
  readonly bidiContext?: BidiContext | undefined;
}

/** How long windows and boards move, in milliseconds; the stage's motion follows these. A page is just there, as in any browser. */
export const MOTION_MS = { open: 420, close: 320, board: 420 } as const;

/** Milliseconds it takes to get from one surface to the next. */
export function enterDuration(from: StepDescription | undefined, to: StepDescription, sameScene: boolean): number {
  if (!from) return 0;
  const leave = sameScene ? 0 : (from.leave?.ms ?? 0);
  if (to.surface === 'browser') {
    return from.surface === 'browser' ? leave : MOTION_MS.open;
  }
  if (from.surface === 'browser') return leave + MOTION_MS.close;
  return to.surface === 'board' ? MOTION_MS.board : 0;
}

/** Lays out every stop of `story`; `bidi` is there if it has text from right to left. Pure: the same story gives the same timeline. */
export function createTimeline(story: Story, describe: DescribeStep, bidi?: BidiLayout): Timeline {
  const bidiContext = bidi && { bidi, direction: story.direction ?? 'ltr' };
  const stops: Stop[] = [];
  const sceneStarts: number[] = [];
  story.scenes.forEach((scene, sceneIndex) => {
    sceneStarts.push(stops.length);
    scene.steps.forEach((source, step) => {
      const place = { index: stops.length, scene, sceneIndex, step, source };
      stops.push(createStop(place, stops.at(-1), story, describe, bidiContext));
    });
  });
  return { story, stops, sceneStarts, ...(bidiContext && { bidiContext }) };
}

type StopPlace = Pick<Stop, 'index' | 'scene' | 'sceneIndex' | 'step' | 'source'>;

/** Every field a kind tells of a step but its time, which is worked out here; a record, so that none is forgotten. */
const DESCRIPTION_FIELDS: Readonly<Record<Exclude<keyof StepDescription, 'playMs'>, true>> = {
  surface: true,
  textLines: true,
  readableBlocks: true,
  blocks: true,
  recorded: true,
  window: true,
  continues: true,
  address: true,
  leave: true,
};
const DESCRIPTION_KEYS = Object.keys(DESCRIPTION_FIELDS) as readonly (keyof typeof DESCRIPTION_FIELDS)[];

/**
 * A stop that is described and timed when it is first asked how it looks: to describe all stops of a long story before
 * the first is on screen would take longer than everything else.
 */
function createStop(
  place: StopPlace,
  previousStop: Stop | undefined,
  { timing }: Story,
  describe: DescribeStep,
  bidiContext: BidiContext | undefined,
): Stop {
  const description = lazy(() => describe(place.scene, place.step));
  const enterMs = lazy(() => enterDuration(previousStop, description(), previousStop?.scene === place.scene));
  const playMs = lazy(() => description().playMs ?? stepDuration(description().blocks ?? [], timing, place.index, bidiContext));
  const own = {
    ...place,
    get transitionText() {
      return previousStop && previousStop.scene !== place.scene ? previousStop.leave?.text : undefined;
    },
    get enterMs() {
      return enterMs();
    },
    get playMs() {
      return playMs();
    },
  };
  const lazyFields = Object.fromEntries(DESCRIPTION_KEYS.map((field) => [field, { enumerable: true, get: () => description()[field] }]));
  return Object.defineProperties(own, lazyFields) as Stop;
}

/** What `make` returns, made when it is first asked for. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Everything a stop shows, line by line, for readers: what leads to it, then what it brings. */
export const transcriptLines = ({ transitionText, textLines }: Stop): readonly string[] =>
  transitionText === undefined ? textLines : [transitionText, ...textLines];

/** The stop at `index`, or the nearest one. @throws if the timeline is empty, which validation prevents */
export function stopAt(timeline: Timeline, index: number): Stop {
  const stop = timeline.stops[Math.max(0, Math.min(index, timeline.stops.length - 1))];
  if (!stop) throw new RangeError('A story needs at least one stop.');
  return stop;
}

/** Whether a stop writes in the terminal: blocks of its own, or a stretch of a recording. */
export function printsToTerminal({ blocks, recorded }: StepDescription): boolean {
  return blocks !== undefined || recorded !== undefined;
}

/** The latest stop, up to `index`, that prints in the terminal; undefined before the first. */
export function lastTerminalStop(timeline: Timeline, index: number): Stop | undefined {
  for (let at = Math.min(index, timeline.stops.length - 1); at >= 0; at -= 1) {
    const stop = timeline.stops[at];
    if (stop && printsToTerminal(stop)) return stop;
  }
  return undefined;
}

/** The stops whose output stands in the terminal at `stop`: its own and those it continues, oldest first. */
export function terminalSession(timeline: Timeline, stop: Stop): readonly Stop[] {
  let first = stop.sceneIndex;
  while (first > 0) {
    const start = timeline.sceneStarts[first] ?? 0;
    const opening = timeline.stops[start];
    const isPrinted = timeline.stops.slice(start, start + (opening?.scene.steps.length ?? 0)).some(printsToTerminal);
    if (isPrinted && !opening?.continues) break;
    first -= 1;
  }
  const session = timeline.stops.slice(timeline.sceneStarts[first] ?? 0, stop.index + 1).filter((each) => each.blocks);
  // What a step cleared is gone, for scrolling back as well.
  return session.slice(
    Math.max(
      0,
      session.findLastIndex((each) => each.blocks?.[0]?.type === 'clear'),
    ),
  );
}
