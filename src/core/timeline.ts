import { clamp } from './clamp';
import type { RecordedStep } from './terminal/recordedStep';
import type { Row } from './terminal/timedRun';
import type { BidiLayout, BidiContext } from './terminal/bidiLayout';
import { stepDuration } from './terminal/stepDuration';
import type { Block, Scene, Step, Story } from './story';

/** Where a step can be shown: in the terminal, on a web page, or on a board inside the terminal window. */
export const SURFACES = ['terminal', 'browser', 'board'] as const;
type Surface = (typeof SURFACES)[number];

/** What is drawn around a page: the bar of a browser, of a desktop window, the frame of a phone, or nothing. */
export const CHROMES = ['browser', 'window', 'phone', 'none'] as const;
type Chrome = (typeof CHROMES)[number];

/** What a recording draws, from its kind, so that other stories do without the code for it. */
interface RecordedOutput {
  /** Output that draws the screen before the stop. */
  readonly initialOutput: string;
  /** Rows of the final screen, for views without a terminal. */
  readonly finalRows: readonly Row[];
}

/** A kind's description of one step. */
export interface StepDescription {
  readonly surface: Surface;
  /** The lines of this step for assistive technology. */
  readonly textLines: readonly string[];
  /** The step's content as blocks for reading, such as the lists and code of a board. @default `blocks`, or else `textLines` */
  readonly readableBlocks?: readonly Block[] | undefined;
  /** Blocks the step prints in the terminal. */
  readonly blocks?: readonly Block[] | undefined;
  /** The part of a recording that the step plays, and the screen it starts from. */
  readonly recorded?: (RecordedStep & RecordedOutput) | undefined;
  /** Title of the terminal window, for steps that show one. */
  readonly window?: string | undefined;
  /** Whether the scene continues in the terminal of the previous scene. */
  readonly continues?: boolean | undefined;
  /** Text of the address bar, for pages. */
  readonly address?: string | undefined;
  /** What is drawn around a page; `none` gives it the whole stage. @default a browser that leaves the terminal's last row in sight */
  readonly chrome?: Chrome | undefined;
  /** The browser's tab, or the title of a window. */
  readonly tab?: { readonly title: string; readonly icon?: string | undefined } | undefined;
  /** Text and duration of the transition to the next scene. */
  readonly leave?: { readonly text: string; readonly ms: number } | undefined;
  /** Addresses of the pictures that the step shows. They are loaded and decoded one stop ahead. */
  readonly images?: readonly string[] | undefined;
  /** Milliseconds of the page's own entrance after its window has opened. @default 0 */
  readonly playMs?: number | undefined;
}

/** Describes a step. The core gets this from the registry of kinds. */
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
  /** Text that the previous scene's page shows during the transition to this stop. */
  readonly transitionText: string | undefined;
  /** Milliseconds of the transition to this stop when reached by `next`. */
  readonly enterMs: number;
  /** Milliseconds the stop's own content plays after that: typing, streaming, entrances. */
  readonly playMs: number;
}

/** All stops of a story. */
export interface Timeline {
  readonly story: Story;
  readonly stops: readonly Stop[];
  /** Index of each scene's first stop. */
  readonly sceneStarts: readonly number[];
  /** Layout of right-to-left text; undefined in stories without such text. */
  readonly bidiContext?: BidiContext | undefined;
}

/** Durations of window and board animations, in milliseconds. A page in an open browser window appears at once. */
export const MOTION_MS = { open: 420, close: 320, board: 420 } as const;

/** Returns the milliseconds of the transition between two steps. */
export function enterDuration(from: StepDescription | undefined, to: StepDescription, sameScene: boolean): number {
  if (!from) return 0;
  const leave = sameScene ? 0 : (from.leave?.ms ?? 0);
  if (to.surface === 'browser') {
    return from.surface === 'browser' ? leave : MOTION_MS.open;
  }
  if (from.surface === 'browser') return leave + MOTION_MS.close;
  return to.surface === 'board' ? MOTION_MS.board : 0;
}

/** Returns the timeline of `story`. `bidi` is needed for stories with right-to-left text. Pure. */
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

/** Returns a stop that its kind describes when one of its fields is first read. ADR 012 */
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
  const stop: { readonly [Field in keyof Required<Stop>]: Stop[Field] } = {
    ...place,
    get surface() {
      return description().surface;
    },
    get textLines() {
      return description().textLines;
    },
    get readableBlocks() {
      return description().readableBlocks;
    },
    get blocks() {
      return description().blocks;
    },
    get recorded() {
      return description().recorded;
    },
    get window() {
      return description().window;
    },
    get continues() {
      return description().continues;
    },
    get address() {
      return description().address;
    },
    get chrome() {
      return description().chrome;
    },
    get tab() {
      return description().tab;
    },
    get images() {
      return description().images;
    },
    get leave() {
      return description().leave;
    },
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
  return stop;
}

/** Returns a function that calls `make` once and then returns its result. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Returns the transcript of a stop, one string per line: its transition, then its content. */
export const transcriptLines = ({ transitionText, textLines }: Stop): readonly string[] =>
  transitionText === undefined ? textLines : [transitionText, ...textLines];

/** Returns the stop at `index`, or the nearest one. @throws if the timeline is empty, which validation prevents */
export function stopAt(timeline: Timeline, index: number): Stop {
  const stop = timeline.stops[clamp(index, 0, timeline.stops.length - 1)];
  if (!stop) throw new RangeError('A story needs at least one stop.');
  return stop;
}

export function printsToTerminal({ blocks, recorded }: StepDescription): boolean {
  return blocks !== undefined || recorded !== undefined;
}

/** Returns the last stop up to `index` that prints in the terminal; undefined before the first. */
export function lastTerminalStop(timeline: Timeline, index: number): Stop | undefined {
  for (let at = Math.min(index, timeline.stops.length - 1); at >= 0; at -= 1) {
    const stop = timeline.stops[at];
    if (stop && printsToTerminal(stop)) return stop;
  }
  return undefined;
}

/** Returns the stops whose output is in the terminal at `stop`, oldest first: itself and those it continues. ADR 003 */
export function terminalSession(timeline: Timeline, stop: Stop): readonly Stop[] {
  let first = stop.sceneIndex;
  while (first > 0) {
    const start = timeline.sceneStarts[first] ?? 0;
    const firstStop = timeline.stops[start];
    const hasOutput = timeline.stops.slice(start, start + (firstStop?.scene.steps.length ?? 0)).some(printsToTerminal);
    if (hasOutput && !firstStop?.continues) break;
    first -= 1;
  }
  const session = timeline.stops.slice(timeline.sceneStarts[first] ?? 0, stop.index + 1).filter((each) => each.blocks);
  // A `clear` block also removes the output of previous stops.
  return session.slice(
    Math.max(
      0,
      session.findLastIndex((each) => each.blocks?.[0]?.type === 'clear'),
    ),
  );
}
