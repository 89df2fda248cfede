import { clamp } from './clamp';
import { previousStop as stopBefore } from './adjacentStops';
import { maxOf } from './maxOf';
import { paneFactory, paneLines, readablePanes, type CreatePane } from './panes';
import type { DescribeStep, StepDescription, Stop, Timeline } from './stop';
import type { BidiLayout, BidiContext } from './terminal/bidiLayout';
import { keysInWords } from './shownKeys';
import { stepDuration } from './terminal/stepDuration';
import { transitionMs } from './transition';
import { shownScenes } from './shownScenes';
import type { Block, Story } from './story';

export { CHROMES, SURFACES } from './stop';
export type { DescribeStep, StepDescription, Stop, Timeline } from './stop';

/**
 * Returns the timeline of `story` without the stops whose keys are in `dropped`, if any are left. `bidi` is needed for stories with
 * right-to-left text. Pure.
 */
export function createTimeline(story: Story, describe: DescribeStep, bidi?: BidiLayout, dropped: readonly string[] = []): Timeline {
  const bidiContext = bidi && { bidi, direction: story.direction ?? 'ltr' };
  const stops: Stop[] = [];
  const sceneStarts: number[] = [];
  const shown = shownScenes(story, dropped);
  let wayLength = 0;
  let depth = 0;
  shown.forEach(({ scene, firstPlace, steps, detour }, sceneIndex) => {
    sceneStarts.push(stops.length);
    depth = scene.over && sceneIndex > 0 ? depth + 1 : 0;
    const createPane = paneFactory(story, scene, describe, (part, isOwn) =>
      createTimeline(
        part,
        describe,
        bidi,
        dropped.filter((key) => !isOwn(key)),
      ),
    );
    steps.forEach((step, shownStep) => {
      const source = scene.steps[step]!;
      const followsDropped = step > (steps[shownStep - 1] ?? -1) + 1;
      const place = {
        index: stops.length,
        scene,
        sceneIndex,
        step,
        shownStep,
        place: firstPlace + step,
        detour,
        followsDropped,
        source,
        depth,
      };
      stops.push(createStop(place, stops, story, describe, createPane, bidiContext));
    });
    if (detour === undefined) wayLength = stops.length;
  });
  return { story, stops, wayLength, scenes: shown.map(({ scene }) => scene), sceneStarts, ...(bidiContext && { bidiContext }) };
}

type StopPlace = Pick<
  Stop,
  'index' | 'scene' | 'sceneIndex' | 'step' | 'shownStep' | 'place' | 'detour' | 'followsDropped' | 'source' | 'depth'
>;

/** Returns a stop that its kind describes when one of its fields is first read. `stops` are those before it. ADR 012 */
function createStop(
  place: StopPlace,
  stops: readonly Stop[],
  { timing }: Story,
  describe: DescribeStep,
  createPane: CreatePane,
  bidiContext: BidiContext | undefined,
): Stop {
  const previousStop = stopBefore(stops, place);
  const isFirst = previousStop?.scene !== place.scene;
  const description = lazy(() => describe(place.scene, place.step));
  const panes = lazy(() => description().panes?.map(createPane));
  const moving = (): readonly Stop[] => (panes() ?? []).flatMap((pane) => (pane.moves ? [pane.stop] : []));
  const overPane = lazy(() => createPane({ ...place, width: 1, moves: true }));
  const enterMs = lazy(() => (previousStop ? transitionMs(stops, previousStop, { ...place, ...description() }) : 0));
  // What is not printed moves from the step before, which must have been seen.
  const isStill = (): boolean => place.followsDropped && !printsToTerminal(description());
  const playMs = lazy(() =>
    isStill()
      ? 0
      : (description().playMs ??
        (panes()
          ? maxOf([0, ...moving().map((stop) => stop.playMs)])
          : stepDuration(description().blocks ?? [], timing, place.place, bidiContext))),
  );
  const stop: { readonly [Field in keyof Required<Stop>]: Stop[Field] } = {
    ...place,
    get surface() {
      return description().surface;
    },
    get textLines() {
      const lines = panes() ? paneLines(panes()!) : [];
      return [...description().textLines, ...lines, ...keysInWords(stop)];
    },
    get readableBlocks() {
      const blocks = description().readableBlocks ?? (panes() && readablePanes(panes()!));
      const keys = keysInWords(stop);
      if (keys.length === 0) return blocks;
      const shown = blocks ?? description().blocks ?? [textBlock(description().textLines)];
      return [...shown, textBlock(keys)];
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
      return description().images ?? panes()?.flatMap((pane) => pane.stop.images ?? []);
    },
    get leave() {
      return description().leave;
    },
    get panes() {
      return panes();
    },
    get overPane() {
      return place.depth > 0 ? overPane() : undefined;
    },
    get transitionText() {
      return isFirst && place.depth === 0 ? previousStop?.leave?.text : undefined;
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

function textBlock(lines: readonly string[]): Block {
  return { type: 'text', lines: [...lines] };
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

export function printsToTerminal({ blocks, recorded }: Pick<StepDescription, 'blocks' | 'recorded'>): boolean {
  return blocks !== undefined || recorded !== undefined;
}

/** Returns the last stop up to `index` that prints in the stage's terminal, not in a window over it; undefined before the first. */
export function lastTerminalStop({ stops }: Timeline, index: number): Stop | undefined {
  for (let stop = stops[Math.min(index, stops.length - 1)]; stop; stop = stopBefore(stops, stop))
    if (stop.depth === 0 && printsToTerminal(stop)) return stop;
  return undefined;
}

/** Returns the stops whose output is in the terminal at `stop`, oldest first: itself and those it continues. ADR 003 */
export function terminalSession(timeline: Timeline, stop: Stop): readonly Stop[] {
  let first = stop.sceneIndex;
  while (first > 0 && stop.detour === undefined) {
    const [start = 0, end] = timeline.sceneStarts.slice(first, first + 2);
    const hasOutput = timeline.stops.slice(start, end).some(printsToTerminal);
    if (hasOutput && !timeline.stops[start]?.continues) break;
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
