import { nextStop, previousStop as stopBefore } from './adjacentStops';
import type { Position } from './position';
import type { StopPane } from './stop';
import { lastTerminalStop, stopAt, type Stop, type Timeline } from './timeline';
import { baseStop, stopBeforeScene } from './transition';

/** Motion of the browser window. */
export type WindowMotion = 'open' | 'stay' | 'close';

/** A pane, and where its scene is. */
export interface PlacedPane extends StopPane {
  readonly position: Position;
}

/** A window over the rest of the stage. */
export interface OverWindow {
  readonly stop: Stop;
  readonly pane: PlacedPane;
  readonly window: WindowMotion;
  /** Text over the window while the story leaves it. */
  readonly transitionText: string | undefined;
}

/** Everything on the stage. ADR 001 */
export interface StageContent {
  readonly stop: Stop;
  /**
   * The stop whose output the terminal shows, and when it began to play: infinity before it has begun, undefined once it is settled. It
   * plays up to `heldAt`, see {@link Position}.
   */
  readonly terminal:
    | { readonly timeline: Timeline; readonly stop: Stop; readonly since: number | undefined; readonly heldAt?: number | undefined }
    | undefined;
  /** The web page on top of the terminal. */
  readonly page:
    | { readonly stop: Stop; readonly window: WindowMotion; readonly phase: Position['phase']; readonly transitionText: string | undefined }
    | undefined;
  /** The board in place of the terminal's rows. */
  readonly board: { readonly stop: Stop; readonly phase: Position['phase'] } | undefined;
  /** The scenes that share the stage, in place of all the above, and whether they come in. ADR 053 */
  readonly panes: { readonly list: readonly PlacedPane[]; readonly entering: boolean } | undefined;
  /** Windows over all of it, from back to front. */
  readonly over: readonly OverWindow[];
}

/** Returns what the stage shows at `position`. */
export function stageContentAt(timeline: Timeline, position: Position): StageContent {
  const { stops } = timeline;
  const stop = stopAt(timeline, position.stop);
  const entering = position.phase === 'enter';
  const previousStop = entering ? stopBefore(stops, stop) : undefined;
  const previousBase = previousStop && baseStop(stops, previousStop);
  const base = baseStop(stops, stop);
  // Below windows, nothing moves.
  const content =
    base === stop
      ? baseContentAt(timeline, position, stop, previousBase, previousBase === previousStop)
      : baseContentAt(timeline, { ...position, phase: 'settled' }, base, undefined, false);
  const closing = stop.depth === 0 && previousStop ? windowsAt(stops, previousStop) : [];
  return {
    ...content,
    stop,
    over: [
      ...windowsAt(stops, stop).map((each): OverWindow => {
        const opens = each === stop && previousStop !== undefined && previousStop.scene !== stop.scene;
        const pane = each.overPane!;
        const at = each === stop ? panePosition(pane, position) : settledAt(pane, position);
        return { stop: each, pane: { ...pane, position: at }, window: opens ? 'open' : 'stay', transitionText: undefined };
      }),
      ...closing.map((each): OverWindow => {
        const pane = each.overPane!;
        const transitionText = each === previousStop ? stop.transitionText : undefined;
        return { stop: each, pane: { ...pane, position: settledAt(pane, position) }, window: 'close', transitionText };
      }),
    ],
  };
}

/** Returns the position in a pane while the story is at `position`. */
function panePosition({ stop, moves }: StopPane, position: Position): Position {
  return moves ? { ...position, stop: stop.index } : { stop: stop.index, phase: 'settled', since: 0, arrival: position.arrival };
}

/** Returns the number of terminals on stage at `position`, also those in panes. */
export function terminalsOf(timeline: Timeline, position: Position): number {
  const { terminal, panes, over } = stageContentAt(timeline, position);
  const inPanes = [...(panes?.list ?? []), ...over.map(({ pane }) => pane)].map((pane) => terminalsOf(pane.timeline, pane.position));
  return inPanes.reduce((sum, each) => sum + each, terminal ? 1 : 0);
}

function settledAt(pane: StopPane, position: Position): Position {
  return panePosition({ ...pane, moves: false }, position);
}

/** Returns the stops that have a window over the stage at `stop`, from back to front. */
function windowsAt(stops: readonly Stop[], stop: Stop): readonly Stop[] {
  const before = stop.depth > 1 ? stopBeforeScene(stops, stop) : undefined;
  return stop.depth === 0 ? [] : [...(before ? windowsAt(stops, before) : []), stop];
}

/**
 * Returns the stage without the windows over it. `previousStop` is the one that a transition leads from; `waits` says whether its page
 * stays for the time and text of that transition.
 */
function baseContentAt(
  timeline: Timeline,
  position: Position,
  stop: Stop,
  previousStop: Stop | undefined,
  waits: boolean,
): Omit<StageContent, 'stop' | 'over'> {
  const { phase } = position;
  if (stop.panes) {
    // Panes move from the step before, which must have been seen.
    const list = stop.panes.map((pane) => ({ ...pane, position: (stop.followsDropped ? settledAt : panePosition)(pane, position) }));
    const entering = previousStop !== undefined && previousStop.scene !== stop.scene;
    return { terminal: undefined, page: undefined, board: undefined, panes: { list, entering } };
  }
  const isTerminalEntering = phase === 'enter' && stop.surface === 'terminal';
  const beforePrinting = isTerminalEntering ? stopBefore(timeline.stops, stop) : stop;
  const printed = (beforePrinting && lastTerminalStop(timeline, beforePrinting.index)) ?? (isTerminalEntering ? stop : undefined);
  return {
    terminal: printed && { timeline, stop: printed, ...(printed === stop ? playingTime(position) : { since: undefined }) },
    page: pageContent(stop, previousStop, phase, waits ? stop.transitionText : undefined),
    board: stop.surface === 'board' ? { stop, phase } : undefined,
    panes: undefined,
  };
}

/** Returns when a stop that is shown began to play, infinity before it has, and where it waits. */
function playingTime({ phase, since, heldAt }: Position): Pick<NonNullable<StageContent['terminal']>, 'since' | 'heldAt'> {
  if (phase === 'settled') return { since: undefined };
  return { since: phase === 'play' ? since : Number.POSITIVE_INFINITY, heldAt };
}

function pageContent(
  stop: Stop,
  previousStop: Stop | undefined,
  phase: Position['phase'],
  transitionText: string | undefined,
): StageContent['page'] {
  if (stop.surface !== 'browser') {
    return previousStop?.surface === 'browser' ? { stop: previousStop, window: 'close', phase: 'settled', transitionText } : undefined;
  }
  if (previousStop?.surface === 'browser' && transitionText !== undefined)
    return { stop: previousStop, window: 'stay', phase: 'settled', transitionText };
  const opens = previousStop !== undefined && previousStop.surface !== 'browser';
  return { stop, window: opens ? 'open' : 'stay', phase, transitionText: undefined };
}

/**
 * Returns the stop whose page or board is shown next: usually the next stop; during a transition between pages the current one.
 * Undefined if that stop prints in the terminal or keeps the page on stage. ADR 009
 */
export function upcomingStopAt(timeline: Timeline, position: Position): Stop | undefined {
  const { stop, page, over } = stageContentAt(timeline, position);
  const isTransitioning = stop.surface === 'browser' && page?.stop !== stop;
  const next = isTransitioning ? stop : nextStop(timeline, stop);
  if (next === undefined || next.surface === 'terminal' || next.surface === 'panes') return undefined;
  if (next.depth > 0 || over.length > 0) return undefined;
  return next.surface === 'browser' && next.scene === page?.stop.scene ? undefined : next;
}
